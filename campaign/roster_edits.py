"""One change to the table of pairings, made without a table: what is not meant stays as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaign.people import County, Pairing
from campaign.roster import Roster, RosterRow


@dataclass(frozen=True, slots=True)
class Pair:
    """Who is to look after a county; an empty contact person stands for none."""

    county: County
    liaison: str
    contact_person: str


def replaced(pairings: Sequence[Pairing], counties: Sequence[County], old: str, new: str) -> Roster:
    """Return the table with one person in another's place: the post stays, and so do the counties."""

    def other(name: str) -> str:
        return new if name == old else name

    rows = _rows(pairings, counties)
    return Roster(
        tuple(r._replace(liaison=other(r.liaison), contact_person=other(r.contact_person)) for r in rows), ()
    )


def repaired(pairings: Sequence[Pairing], counties: Sequence[County], pair: Pair) -> Roster:
    """Return the table with other people for one county, which keeps its place."""
    meant = (pair.county.prefecture, pair.county.name)
    rows, done = [], False
    for row in _rows(pairings, counties):
        if (row.prefecture, row.county) != meant:
            rows.append(row)
        elif not done:
            rows.append(_paired(pair))
            done = True
    return Roster((*rows, *(() if done else (_paired(pair),))), ())


def _paired(pair: Pair) -> RosterRow:
    return RosterRow(0, pair.county.name, pair.county.prefecture, pair.liaison, "", pair.contact_person, "")


def _rows(pairings: Sequence[Pairing], counties: Sequence[County]) -> list[RosterRow]:
    """Return the table as it stands: counties that have nobody are in it."""
    found: dict[int, list[RosterRow]] = {county.id: [] for county in counties}
    for pairing in pairings:
        found.setdefault(pairing.county.id, []).append(_row(pairing))
    alone = {c.id: RosterRow(0, c.name, c.prefecture, "", "", "", "") for c in counties}
    return [row for county_id, rows in found.items() for row in rows or [alone[county_id]]]


def _row(pairing: Pairing) -> RosterRow:
    county, first, second = pairing.county, pairing.liaison, pairing.contact_person
    other = (second.name, second.title) if second else ("", "")
    return RosterRow(0, county.name, county.prefecture, first.name, first.title, *other)
