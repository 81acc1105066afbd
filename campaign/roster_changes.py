"""What a roster would change: counties, pairings and people against those that stand."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campaign.people import County, Pairing
from campaign.roster import Roster, RosterRow

Place = tuple[str, str]
Sides = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A county that other people look after; each side is a liaison and a contact person ("" for none)."""

    county: str
    before: tuple[Sides, ...]
    after: tuple[Sides, ...]


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """What changes when a roster of `rows` counties is taken; names in the order of the tables.

    A county that nobody looked after is not told of when it goes: with records it stays anyway.
    `joining` and `leaving` are people who get or lose every pairing; `titled` those whose post differs.
    """

    rows: int
    new: tuple[str, ...]
    changed: tuple[Repaired, ...]
    gone: tuple[str, ...]
    joining: tuple[str, ...]
    leaving: tuple[str, ...]
    titled: tuple[str, ...]

    @property
    def first(self) -> bool:
        """Whether no county was paired before."""
        return self.rows == len(self.new) and not self.gone

    @property
    def mostly_gone(self) -> bool:
        """Whether more counties go than the table has: perhaps it holds only those that change."""
        return len(self.gone) > self.rows

    @property
    def any(self) -> bool:
        """Whether anything changes."""
        return bool(self.new or self.changed or self.gone or self.titled)


def roster_changes(roster: Roster, pairings: Sequence[Pairing], counties: Sequence[County]) -> RosterChanges:
    """Compare a roster with the standing pairings and counties, some of which may have nobody."""
    paired = _before(pairings)
    alone: dict[Place, tuple[Sides, ...]] = {(county.prefecture, county.name): () for county in counties}
    before = {**alone, **paired}
    after: dict[Place, tuple[Sides, ...]] = {}
    for row in roster.rows:
        place = (row.prefecture, row.county)
        sides = (row.liaison, row.contact_person)
        after[place] = (*after.get(place, ()), *([sides] if row.liaison else []))
    then, now = _titles_before(pairings), _titles_after(roster.rows)
    return RosterChanges(
        len(after),
        tuple(place[1] for place in after if place not in before),
        tuple(
            Repaired(p[1], before[p], s) for p, s in after.items() if p in before and set(before[p]) != set(s)
        ),
        tuple(place[1] for place in paired if place not in after),
        tuple(name for name in now if name not in then),
        tuple(name for name in then if name not in now),
        tuple(name for name, title in now.items() if title and then.get(name, title) != title),
    )


def stamp(pairings: Sequence[Pairing]) -> str:
    """Return words that differ when anything of the standing pairings differs."""
    rows = sorted((str(place), sorted(sides)) for place, sides in _before(pairings).items())
    titles = sorted(_titles_before(pairings).items())
    return hashlib.sha256(repr((rows, titles)).encode()).hexdigest()


def _before(pairings: Sequence[Pairing]) -> Mapping[Place, tuple[Sides, ...]]:
    found: dict[Place, tuple[Sides, ...]] = {}
    for pairing in pairings:
        place = (pairing.county.prefecture, pairing.county.name)
        contact_person = pairing.contact_person.name if pairing.contact_person else ""
        found[place] = (*found.get(place, ()), (pairing.liaison.name, contact_person))
    return found


def _titles_before(pairings: Iterable[Pairing]) -> dict[str, str]:
    people = (who for pairing in pairings for who in (pairing.liaison, pairing.contact_person) if who)
    return {person.name: person.title for person in people}


def _titles_after(rows: Iterable[RosterRow]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        sides = ((row.liaison, row.liaison_title), (row.contact_person, row.contact_person_title))
        for name, title in sides:
            if name:
                found[name] = title or found.get(name, "")
    return found
