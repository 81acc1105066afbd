"""What happened, as plain data, and whose it was: nothing of the program is imported.

Whatever the store says must equal what is told here and in `answers`, slowly and with plain loops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
Unit = str | tuple[str, str]
Scope = Literal["county", "pair", "liaison"]
Span = tuple[date, date]


@dataclass(frozen=True)
class Rule:
    """What is asked for; words as a campaign's file has them."""

    id: str
    scope: Scope
    channels: frozenset[str]
    count: int
    window: str
    days: int = 0
    by: date = date.min
    first_window: str = "full"
    new_pairing: str = "full"
    leader_present: bool = False
    same_day_once: bool = True
    carry_over: bool = False


@dataclass(frozen=True)
class Contact:
    """A contact that stands, as it reads after all corrections."""

    county: str
    day: date
    channel: str
    author: str
    leader_present: bool | None
    saved_at: datetime


@dataclass(frozen=True)
class Pause:
    """Days, both included, on which nothing is asked of a county."""

    county: str
    first: date
    last: date


@dataclass(frozen=True)
class StandIn:
    """Days, both included, on which somebody looks after another's counties; known from a moment on."""

    absent: str
    person: str
    first: date
    last: date
    since: datetime


@dataclass(frozen=True)
class World:
    """All that happened.

    `rosters`: each with its moment, rows (county, liaison, contact person), "" for nobody.
    `held_since`: of a roster, by its place, an earlier day from which it holds.
    `periods`: the two-month windows; `off`, `worked`: days that differ from Monday to Friday.
    """

    span: Span
    zone: str
    rules: Sequence[Rule]
    rosters: Sequence[tuple[datetime, Sequence[tuple[str, str, str]]]]
    contacts: Sequence[Contact] = ()
    pauses: Sequence[Pause] = ()
    admins: frozenset[str] = frozenset()
    stand_ins: Sequence[StandIn] = ()
    held_since: Mapping[int, date] = field(default_factory=dict)
    prefectures: Mapping[str, str] | None = None
    periods: Sequence[Span] = ()
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Pairing:
    """One row of a roster for as long as it stood there; the day of a hand-over belongs to both sides."""

    county: str
    liaison: str
    contact_person: str
    since: datetime
    first: date
    last: date | None


def local_day(world: World, moment: datetime) -> date:
    """Return the day of a moment where the campaign is."""
    return moment.astimezone(ZoneInfo(world.zone)).date()


def pairings(world: World) -> list[Pairing]:
    """Return every pairing that ever was, in the order in which they came."""
    found: list[Pairing] = []
    for number, (told, table) in enumerate(world.rosters):
        rows = [row for row in table if row[1]]
        is_first = not found
        today = world.held_since.get(number, local_day(world, told))
        midnight = datetime.combine(today, datetime.min.time(), ZoneInfo(world.zone))
        moment = midnight if number in world.held_since else told
        rank = _ranks(world.rosters[: number + 1])
        for place, old in enumerate(found):
            if old.last is None and (old.county, old.liaison, old.contact_person) not in rows:
                found[place] = replace(old, last=max(old.first, today))
        there = {(p.county, p.liaison, p.contact_person) for p in found if p.last is None}
        for row in sorted(set(rows) - there, key=lambda r: (rank[r[0]], rank[r[1]], rank.get(r[2], -1))):
            first = world.span[0] if is_first else max(world.span[0], today)
            found.append(Pairing(*row, moment, first, None))
    return found


def _ranks(rosters: Sequence[tuple[datetime, Sequence[tuple[str, str, str]]]]) -> dict[str, int]:
    """Return counties and persons numbered as they first appear."""
    ranks: dict[str, int] = {}
    for _, rows in rosters:
        for row in rows:
            for name in row:
                if name:
                    ranks.setdefault(name, len(ranks))
    return ranks


def credit(world: World, contact: Contact) -> str | None:
    """Return the liaison to whom a contact is credited."""
    held = [
        p
        for p in pairings(world)
        if p.county == contact.county
        and p.since <= contact.saved_at
        and p.first <= contact.day
        and (p.last is None or contact.day <= p.last)
    ]
    own = [p for p in held if contact.author in (p.liaison, p.contact_person)]
    absent = {
        s.absent
        for s in world.stand_ins
        if s.person == contact.author and s.since <= contact.saved_at and s.first <= contact.day <= s.last
    }
    own = own or [p for p in held if {p.liaison, p.contact_person} & absent]
    if own:
        newest = max(p.first for p in own)
        return next(p.liaison for p in own if p.first == newest)
    return held[0].liaison if contact.author in world.admins and len(held) == 1 else None


def counties(world: World) -> list[str]:
    """Return the counties that are on the lists: of the last roster, and those with contacts."""
    names = [row[0] for row in world.rosters[-1][1]] + [c.county for c in world.contacts]
    return list(dict.fromkeys(names))


def pairs(world: World) -> dict[tuple[str, str], date]:
    """Return the standing pairs of county and liaison, each with the first day of its unbroken run."""
    every = pairings(world)
    standing = {(p.county, p.liaison) for p in every if p.last is None}
    return {pair: _begun(every, pair) for pair in standing}


def _begun(every: Sequence[Pairing], pair: tuple[str, str]) -> date:
    own = [p for p in every if (p.county, p.liaison) == pair]
    begun = min(p.first for p in own if p.last is None)
    for _ in own:
        begun = min([begun, *(p.first for p in own if p.last is not None and p.last >= begun)])
    return begun
