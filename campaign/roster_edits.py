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


def replaced(pairings: Sequence[Pairing], old: str, new: str) -> Roster:
    """Return the table with one person in another's place: the post stays, and so do the counties."""

    def other(name: str) -> str:
        return new if name == old else name

    rows = (_row(pairing) for pairing in pairings)
    return Roster(
        tuple(r._replace(liaison=other(r.liaison), contact_person=other(r.contact_person)) for r in rows), ()
    )


def repaired(pairings: Sequence[Pairing], pair: Pair) -> Roster:
    """Return the table with other people for one county, which keeps its place."""
    meant = (pair.county.prefecture, pair.county.name)
    rows, done = [], False
    for row in map(_row, pairings):
        if (row.prefecture, row.county) != meant:
            rows.append(row)
        elif not done:
            rows.append(_paired(pair))
            done = True
    return Roster((*rows, *(() if done else (_paired(pair),))), ())


def _paired(pair: Pair) -> RosterRow:
    return RosterRow(0, pair.county.name, pair.county.prefecture, pair.liaison, "", pair.contact_person, "")


def _row(pairing: Pairing) -> RosterRow:
    county, first, second = pairing.county, pairing.liaison, pairing.contact_person
    other = (second.name, second.title) if second else ("", "")
    return RosterRow(0, county.name, county.prefecture, first.name, first.title, *other)
