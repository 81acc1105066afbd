"""The roster's people, listed and shown, and what is done to their accounts, in plain values."""

from dataclasses import dataclass
from datetime import date

from campaign.actions.invites import invite_member
from campaign.actions.members import revoke_invite, unbind_member
from campaign.actions.stand_ins import end_stand_in, stand_ins_of
from campaign.invites import last_whole_day
from campaign.members import Member, MemberState
from campaign.people import Actor, Pairing
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.stand_ins import StandIn
from handlers.admin.actions import Invited, invited
from handlers.admin_callbacks import DoMember, MemberWord
from handlers.desk import Desk
from handlers.paging import ON_A_PAGE, Paged, place_of

ORDER = tuple(MemberState)


@dataclass(frozen=True, slots=True)
class PeoplePage(Paged):
    """One page of the roster: who is not bound first, then who blocked the bot, then the others.

    `counts` are those of all pages. `word`: what was looked for.
    """

    members: tuple[Member, ...]
    last_days: tuple[date | None, ...]
    counts: dict[MemberState, int]
    word: str


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One person with his own counties; `last_day` is the last whole one of his open code.

    `stand_ins`: those that are not over, for him or by him.
    """

    member: Member
    pairings: tuple[Pairing, ...]
    last_day: date | None
    oneself: bool
    stand_ins: tuple[StandIn, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a person, and the invite to hand on if one was made."""

    card: MemberCard
    invited: Invited | None = None


def people_page(store: Store, actor: Actor, page: int, word: str = "") -> PeoplePage:
    """Return a page of the people, or of those whose name holds a word. Raise NotAllowed."""
    may_administer(actor)
    found = [m for m in store.members.every(actor.campaign_id) if word in m.person.name]
    found.sort(key=lambda member: ORDER.index(member.state))
    place = place_of(page, len(found))
    shown = tuple(found[place : place + ON_A_PAGE])
    counts = {state: sum(member.state is state for member in found) for state in MemberState}
    last_days = tuple(_last_day(store, actor, member) for member in shown)
    return PeoplePage(place, len(found), ON_A_PAGE, shown, last_days, counts, word)


def people_named(store: Store, actor: Actor, word: str) -> PeoplePage | MemberCard:
    """Return the first page, or the one person whose name holds a word. Raise NotAllowed."""
    page = people_page(store, actor, 0, word)
    if word and page.total == 1:
        return card_of(store, actor, page.members[0])
    return page


def member_card(store: Store, actor: Actor, person_id: int) -> MemberCard:
    """Return a person. Raise NotAllowed, NotFound."""
    may_administer(actor)
    return card_of(store, actor, store.members.get(actor.campaign_id, person_id))


def card_of(store: Store, actor: Actor, member: Member) -> MemberCard:
    """Return a person with his counties."""
    person_id = member.person.id
    pairings = store.people.pairings(actor.campaign_id, person_id)
    own = tuple(pairing for pairing in pairings if pairing.concerns(person_id))
    stand_ins = stand_ins_of(store, actor.campaign_id, person_id)
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    last = _last_day(store, actor, member)
    return MemberCard(member, own, last, person_id == actor.person.id, stand_ins, today)


def end_of_stand_in(store: Store, actor: Actor, stand_in_id: int, person_id: int) -> MemberCard:
    """Make today the last day of a stand-in. Raise NotAllowed, NotFound."""
    end_stand_in(store, actor, stand_in_id)
    return member_card(store, actor, person_id)


def do(store: Store, actor: Actor, desk: Desk, choice: DoMember, code: str) -> Done:
    """Do what was confirmed. Raise NotAllowed, NotFound, Changed."""
    if choice.what in {MemberWord.UNBIND, MemberWord.REBIND} and not desk.repeated:
        unbind_member(store, actor, choice.person, choice.mark)
    elif choice.what is MemberWord.REVOKE and not desk.repeated:
        revoke_invite(store, actor, choice.person, choice.mark)
    card = member_card(store, actor, choice.person)
    if choice.what not in {MemberWord.INVITE, MemberWord.REBIND}:
        return Done(card)
    # What was seen no longer holds once it was done: unbound above, or by an earlier run.
    seen = choice.what is MemberWord.INVITE and not desk.repeated
    mark = choice.mark if seen else card.member.mark
    made = invited(store, invite_member(store, actor, choice.person, mark, code), code)
    return Done(member_card(store, actor, choice.person), made)


def _last_day(store: Store, actor: Actor, member: Member) -> date | None:
    until = member.invited_until
    zone = store.campaigns.plan(actor.campaign_id).definition.tz
    return last_whole_day(until, zone) if until else None
