"""Invites for all who are not bound, made in one go."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from campaign.actions.invites import issue_invite
from campaign.errors import Changed
from campaign.invites import last_whole_day
from campaign.members import Member, MemberState
from campaign.people import Actor, Person
from campaign.permissions import may_administer
from campaign.ports import Store

MARK_LENGTH = 16
LONG_AGO = datetime.min.replace(tzinfo=UTC)
MOST = 120
"""So many people are invited at once; the others with the next command."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many are not bound, and how many of them hold a code that still binds; `mark` names them."""

    unbound: int
    invited: int
    mark: str


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
    invited = sum(member.invited_until is not None for member in members)
    return Waiting(len(members), invited, _mark(members))


def invite_new(store: Store, actor: Actor, code: Callable[[], str]) -> InviteList | None:
    """Invite all who are not bound and hold no code; None when there is nobody. Raise NotAllowed."""
    may_administer(actor)
    return _invite(store, actor, [m for m in _unbound(store, actor) if m.invited_until is None], code)


def invite_again(store: Store, actor: Actor, code: Callable[[], str], mark: str) -> InviteList | None:
    """Invite all who are not bound: those without a code first, then those whose code is the oldest.

    Raise NotAllowed, and Changed when they are no longer as `mark` says that they were shown.
    """
    may_administer(actor)
    wanted = _unbound(store, actor)
    if _mark(wanted) != mark:
        raise Changed("invites")
    return _invite(store, actor, sorted(wanted, key=lambda member: member.invited_until or LONG_AGO), code)


def _invite(
    store: Store, actor: Actor, wanted: Sequence[Member], code: Callable[[], str]
) -> InviteList | None:
    if not wanted:
        return None
    made = [(member.person, code()) for member in wanted[:MOST]]
    invites = [issue_invite(store, actor.campaign_id, person, (), fresh) for person, fresh in made]
    revoked = sum(member.invited_until is not None for member in wanted[:MOST])
    facts = {"people": len(made), "revoked": revoked}
    store.audit.note(actor.campaign_id, actor.person.id, "invite.all", actor.campaign_id, facts)
    plan = store.campaigns.plan(actor.campaign_id)
    lines = tuple(InviteLine(person, fresh) for person, fresh in made)
    last_day = last_whole_day(invites[0].expires_at, plan.definition.tz)
    return InviteList(plan.definition.title, lines, last_day, revoked, len(wanted) - len(lines))


def _mark(members: Sequence[Member]) -> str:
    seen = [(member.person.id, member.mark) for member in members]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:MARK_LENGTH]


def _unbound(store: Store, actor: Actor) -> Sequence[Member]:
    every = store.members.every(actor.campaign_id)
    return [member for member in every if member.state is MemberState.UNBOUND]
