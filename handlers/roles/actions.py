"""A person's roles as they are shown, and what is done to them, in plain values."""

from dataclasses import dataclass
from datetime import date

from campaign.actions.roles import add_member, end_role, give_role
from campaign.errors import Changed
from campaign.people import Actor, County, Person
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.roles import BY_ROSTER, GIVEN, Grant
from campaign.vocabulary import Role
from handlers.desk import Desk
from handlers.overview.actions import matching
from handlers.people.actions import MemberCard, card_of
from handlers.roles import reading
from handlers.roles.reading import Newcomer
from handlers.typed_days import days_in


@dataclass(frozen=True, slots=True)
class RolesShown:
    """Somebody's roles: those that the roster gives, those that were given, and those he may be given.

    `counties` names the counties of the roles that have one.
    """

    person: Person
    by_roster: tuple[Role, ...]
    given: tuple[Grant, ...]
    open: tuple[Role, ...]
    counties: dict[int, str]
    today: date
    accounts: tuple[int, ...]

    @property
    def roles(self) -> frozenset[Role]:
        """What he is today."""
        return frozenset((*self.by_roster, *(g.role for g in self.given if g.holds(self.today))))


def shown(store: Store, actor: Actor, person_id: int) -> RolesShown:
    """Return somebody's roles. Raise NotAllowed, NotFound."""
    may_administer(actor)
    member = store.members.get(actor.campaign_id, person_id)
    return _shown(store, actor, member.person)


def give(store: Store, actor: Actor, person_id: int, role: Role) -> RolesShown:
    """Give a role from today on. Raise NotAllowed, NotFound."""
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    held = _held(store, actor, person_id, role)
    give_role(store, actor, person_id, held or Grant(role, first=today))
    return shown(store, actor, person_id)


def end(store: Store, actor: Actor, person_id: int, role: Role) -> RolesShown:
    """Take a role back. Raise NotAllowed, NotFound when nothing is left of him."""
    person = store.members.get(actor.campaign_id, person_id).person
    end_role(store, actor, person_id, role)
    return _shown(store, actor, person)


def set_days(store: Store, actor: Actor, person_id: int, role: Role, words: str) -> RolesShown | None:
    """Give a role the days that words name; None when they name none. Raise NotAllowed, NotFound, Changed."""
    may_administer(actor)
    days = days_in(words, store.campaigns.plan(actor.campaign_id).today(store.now))
    held = _held(store, actor, person_id, role)
    if held is None:
        raise Changed("member")
    if days is None:
        return None
    give_role(store, actor, person_id, Grant(role, held.county_id, *days))
    return shown(store, actor, person_id)


def set_county(store: Store, actor: Actor, person_id: int, word: str) -> RolesShown | tuple[County, ...]:
    """Let somebody speak for the county that a word names, or return which it may mean. Raise NotAllowed."""
    may_administer(actor)
    found = matching(store.people.counties(actor.campaign_id), word)
    if len(found) != 1:
        return found
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    give_role(store, actor, person_id, Grant(Role.COUNTY, found[0].id, today))
    return shown(store, actor, person_id)


def newcomer(store: Store, actor: Actor, words: str) -> tuple[Newcomer | reading.Fault, date]:
    """Return who words take up, or what is wrong with them; and today. Raise NotAllowed."""
    may_administer(actor)
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    found = reading.newcomer_in(words, store.people.counties(actor.campaign_id), today)
    if isinstance(found, Newcomer):
        names = {member.person.name for member in store.members.every(actor.campaign_id)}
        return (reading.Fault.KNOWN if found.name in names else found), today
    return found, today


def take_up(store: Store, actor: Actor, desk: Desk, words: str) -> MemberCard:
    """Take somebody up; return his card, to invite him from. Raise NotAllowed, Changed."""
    found = reading.newcomer_in(
        words,
        store.people.counties(actor.campaign_id),
        store.campaigns.plan(actor.campaign_id).today(store.now),
    )
    if not isinstance(found, Newcomer):
        raise Changed("newcomer")
    if desk.repeated:
        person = store.people.person(actor.campaign_id, found.name)
    else:
        person = add_member(store, actor, found.name, found.grant)
    return card_of(store, actor, store.members.get(actor.campaign_id, person.id))


def _held(store: Store, actor: Actor, person_id: int, role: Role) -> Grant | None:
    grants = store.members.grants(actor.campaign_id, person_id)
    return next((grant for grant in grants if grant.role is role), None)


def _shown(store: Store, actor: Actor, person: Person) -> RolesShown:
    grants = tuple(store.members.grants(actor.campaign_id, person.id))
    held = {grant.role for grant in grants}
    counties = {
        grant.county_id: store.people.county(actor.campaign_id, grant.county_id).name
        for grant in grants
        if grant.county_id
    }
    return RolesShown(
        person,
        tuple(grant.role for grant in grants if grant.role in BY_ROSTER),
        tuple(grant for grant in grants if grant.role not in BY_ROSTER),
        tuple(role for role in GIVEN if role not in held),
        counties,
        store.campaigns.plan(actor.campaign_id).today(store.now),
        tuple(a.telegram_id for a in store.members.accounts(actor.campaign_id, person.id)),
    )
