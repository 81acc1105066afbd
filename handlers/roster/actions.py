"""A table of pairings compared with those that stand, and taken, in plain values."""

import hashlib
from dataclasses import dataclass

from campaign.actions.roster import take_roster
from campaign.actions.tiers import overlapping
from campaign.errors import Changed
from campaign.limit_doubts import limited
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.placing import placed
from campaign.ports import Store
from campaign.roster import Roster, RosterFault, default_prefecture, read_roster, used_columns
from campaign.roster_changes import RosterChanges, roster_changes, stamp
from handlers.desk import Desk
from handlers.report.actions import is_whole
from handlers.report.reading import Said
from handlers.tables import SentTable, TableTrouble

MARK_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table would change; `mark` names the file and the pairings it was compared with.

    `bound_leaving`: those of the people who lose every pairing that have an account. `doubts` hinder nothing.
    """

    changes: RosterChanges
    bound_leaving: tuple[str, ...]
    doubts: tuple[RosterFault, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """A table that cannot be taken: the file's trouble, or the faults of its rows."""

    trouble: TableTrouble | None = None
    faults: tuple[RosterFault, ...] = ()
    formulas: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What was changed."""

    changes: RosterChanges


def for_the_roster(store: Store, actor: Actor, desk: Desk, said: Said) -> bool:
    """Tell whether a table that somebody sent is one of pairings: an admin's, and not with a report."""
    return actor.is_admin and not (said.text and is_whole(store, actor, desk, said))


def preview(store: Store, actor: Actor, table: SentTable, sha: str) -> Preview | Unusable:
    """Compare a table with the pairings that stand. Raise NotAllowed."""
    may_administer(actor)
    roster = _roster(store, actor, table)
    return roster if isinstance(roster, Unusable) else _preview(store, actor, roster, sha)


def take(
    store: Store, actor: Actor, desk: Desk, table: SentTable, shown: tuple[str, str]
) -> Taken | Preview | Unusable:
    """Take a table if all is as it was shown: `shown` is the file's digest and the preview's mark.

    Otherwise return what it would change now. Raise NotAllowed.
    """
    may_administer(actor)
    roster, (sha, mark) = _roster(store, actor, table), shown
    if isinstance(roster, Unusable):
        return roster
    now = _preview(store, actor, roster, sha)
    if desk.repeated and not now.changes.any:
        return Taken(now.changes)
    if now.mark != mark:
        return now
    try:
        return Taken(take_roster(store, actor, roster, stamp(store.people.pairings(actor.campaign_id))))
    except Changed:
        return _preview(store, actor, roster, sha)


def digest_of(data: bytes) -> str:
    """Return by what a file is known again."""
    return hashlib.sha256(data).hexdigest()


def _roster(store: Store, actor: Actor, table: SentTable) -> Roster | Unusable:
    if table.trouble:
        return Unusable(table.trouble)
    definition = store.campaigns.plan(actor.campaign_id).definition
    organisation = definition.organisation
    roster = placed(read_roster(table.rows, default_prefecture(organisation)), organisation)
    if table.formulas & used_columns(table.rows):
        return Unusable(formulas=True)
    if roster.faults or not roster.rows:
        return Unusable(faults=roster.faults or (RosterFault(0, "roster_empty", ""),))
    return overlapping(store, definition, limited(roster, definition.limits))


def _preview(store: Store, actor: Actor, roster: Roster, sha: str) -> Preview:
    pairings = store.people.pairings(actor.campaign_id)
    changes = roster_changes(roster, pairings, store.people.counties(actor.campaign_id))
    bound = {member.person.name for member in store.members.every(actor.campaign_id) if member.accounts}
    mark = hashlib.sha256(f"{sha} {stamp(pairings)}".encode()).hexdigest()[:MARK_LENGTH]
    leaving = tuple(name for name in changes.leaving if name in bound)
    return Preview(changes, leaving, roster.doubts, mark)
