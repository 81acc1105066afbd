"""An admin gives roles and takes them back; there is always somebody left who runs the campaign."""

from campaign.errors import Changed, NotAllowed
from campaign.people import Actor, Person
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.roles import GIVEN, Grant
from campaign.vocabulary import Role


def give_role(store: Store, actor: Actor, person_id: int, grant: Grant) -> None:
    """Give a person a role, or the role that he has other days or another county.

    Raise NotAllowed (also for the last admin's end), NotFound.
    """
    may_administer(actor)
    person = store.members.get(actor.campaign_id, person_id).person
    grant_role(store, actor.campaign_id, actor.person.id, person, grant)


def grant_role(store: Store, campaign_id: str, actor_id: int | None, person: Person, grant: Grant) -> None:
    """Give a role; the command line does so for nobody. Raise NotAllowed, NotFound."""
    if grant.role not in GIVEN:
        raise NotAllowed("by_roster")
    if grant.role is Role.COUNTY:
        store.people.county(campaign_id, grant.county_id or 0)
    before = _held(store, campaign_id, person.id, grant.role)
    if before == grant:
        return
    if before and grant.role is Role.ADMIN and grant.last:
        _check_others(store, campaign_id, person.id)
    store.members.give(campaign_id, person.id, grant, store.now)
    facts = {"before": before.plain() if before else None, "after": grant.plain()}
    store.audit.note(campaign_id, actor_id, "role.give", person.name, facts)


def end_role(store: Store, actor: Actor, person_id: int, role: Role) -> None:
    """Take a role back at once; twice is once. Raise NotAllowed, NotFound."""
    may_administer(actor)
    if role not in GIVEN:
        raise NotAllowed("by_roster")
    before = _held(store, actor.campaign_id, person_id, role)
    if before is None:
        return
    if role is Role.ADMIN:
        _check_others(store, actor.campaign_id, person_id)
    person = store.members.get(actor.campaign_id, person_id).person
    store.members.end(actor.campaign_id, person_id, role, store.now)
    facts = {"before": before.plain(), "after": None}
    store.audit.note(actor.campaign_id, actor.person.id, "role.end", person.name, facts)


def add_member(store: Store, actor: Actor, name: str, grant: Grant) -> Person:
    """Take somebody up who stands in no table of pairings, with a role. Raise NotAllowed, NotFound, Changed.

    Changed: somebody of that name came meanwhile; his roles are given on his own card.
    """
    may_administer(actor)
    if any(member.person.name == name for member in store.members.every(actor.campaign_id)):
        raise Changed("newcomer")
    person = store.people.add_person(actor.campaign_id, name)
    grant_role(store, actor.campaign_id, actor.person.id, person, grant)
    return person


def _held(store: Store, campaign_id: str, person_id: int, role: Role) -> Grant | None:
    return next((held for held in store.members.grants(campaign_id, person_id) if held.role is role), None)


def _check_others(store: Store, campaign_id: str, person_id: int) -> None:
    """Raise NotAllowed unless somebody else, who is bound, runs the campaign without an end."""
    for admin in store.people.admins(campaign_id):
        if admin.person.id != person_id:
            held = _held(store, campaign_id, admin.person.id, Role.ADMIN)
            if held and held.last is None:
                return
    raise NotAllowed("last_admin")
