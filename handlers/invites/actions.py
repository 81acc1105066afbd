"""Invites for all who are not bound, made in one go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from campaign.actions.invites import issue_invite
from campaign.members import Member, MemberState
from campaign.people import Actor, Person
from campaign.permissions import may_administer
from campaign.ports import Store

MOST = 120
"""So many people are invited at once; the others with the next command."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many are not bound, and how many of them hold a code that still binds."""

    unbound: int
    invited: int


@dataclass(frozen=True, slots=True)
class InviteLine:
    """One person's invite."""

    person: Person
    code: str


@dataclass(frozen=True, slots=True)
class InviteList:
    """Invites to hand on; `revoked` people had another one, `left` are still without."""

    title: str
    lines: tuple[InviteLine, ...]
    last_day: date
    revoked: int
    left: int


def waiting(store: Store, actor: Actor) -> Waiting:
    """Count who is to be invited. Raise NotAllowed."""
    may_administer(actor)
    members = _unbound(store, actor)
    return Waiting(len(members), sum(member.invited_until is not None for member in members))


def invite_all(store: Store, actor: Actor, code: Callable[[], str], *, again: bool) -> InviteList | None:
    """Invite all who are not bound, if `again` also those who hold a code; None when there is nobody.

    Raise NotAllowed.
    """
    may_administer(actor)
    wanted = [member for member in _unbound(store, actor) if again or member.invited_until is None]
    if not wanted:
        return None
    made = [(member.person, code()) for member in wanted[:MOST]]
    invites = [issue_invite(store, actor.campaign_id, person, (), fresh) for person, fresh in made]
    revoked = sum(member.invited_until is not None for member in wanted[:MOST])
    facts = {"people": len(made), "revoked": revoked}
    store.audit.note(actor.campaign_id, actor.person.id, "invite.all", actor.campaign_id, facts)
    plan = store.campaigns.plan(actor.campaign_id)
    lines = tuple(InviteLine(person, fresh) for person, fresh in made)
    last_day = plan.today(invites[0].expires_at)
    return InviteList(plan.definition.title, lines, last_day, revoked, len(wanted) - len(lines))


def _unbound(store: Store, actor: Actor) -> Sequence[Member]:
    every = store.members.every(actor.campaign_id)
    return [member for member in every if member.state is MemberState.UNBOUND]
