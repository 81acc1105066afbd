"""A roster's counties looked up in the table of China's: codes, missing prefectures, doubtful names."""

import json
from collections.abc import Iterable
from importlib.resources import files

from campaign.divisions import Division, Divisions, in_prefecture, load_divisions
from campaign.roster import Roster, RosterFault, RosterRow

_UNION = "\u603b\u5de5\u4f1a"
_COMMA = "\u3001"


def placed(roster: Roster, organisation: str, divisions: Divisions | None = None) -> Roster:
    """Return the roster with the counties' codes, missing prefectures filled in, and what is doubtful.

    A name that several counties have is looked for in the province or city that `organisation` begins with.
    Development zones are no counties, and are taken as they are.
    """
    known = divisions or load_divisions()
    place, zones = organisation.partition(_UNION)[0], _zones()
    found = [(row, _candidates(row, known, place)) for row in roster.rows]
    doubts = (_doubt(row, f, known) for row, f in found if len(f) != 1 and not row.county.endswith(zones))
    rows = tuple(_found(row, f[0]) if len(f) == 1 else row for row, f in found)
    return Roster(rows, roster.faults, (*roster.doubts, *doubts))


def _found(row: RosterRow, division: Division) -> RosterRow:
    return row._replace(code=division.code, prefecture=row.prefecture or division.prefecture)


def _candidates(row: RosterRow, divisions: Divisions, place: str) -> tuple[Division, ...]:
    """Return the counties that a row may mean."""
    named = divisions.named(row.county)
    if row.prefecture:
        return tuple(each for each in named if in_prefecture(each, row.prefecture))
    near = tuple(each for each in named if each.province == place or in_prefecture(each, place))
    return near or named


def _doubt(row: RosterRow, found: tuple[Division, ...], divisions: Divisions) -> RosterFault:
    """Return what is doubtful: a name of several counties, of another prefecture's, or of none."""
    if found:
        return _fault("county_ambiguous", row, (each.prefecture for each in found))
    if named := divisions.named(row.county):
        return _fault("county_elsewhere", row, (each.prefecture for each in named))
    alike = divisions.alike(row.county)
    near = tuple(each for each in alike if not row.prefecture or in_prefecture(each, row.prefecture))
    return _fault("county_unknown", row, (each.name for each in near))


def _fault(kind: str, row: RosterRow, words: Iterable[str]) -> RosterFault:
    return RosterFault(row.line, kind, row.county, _COMMA.join(dict.fromkeys(words)))


def _zones() -> tuple[str, ...]:
    return tuple(json.loads(files("campaign").joinpath("data", "zones.json").read_text("utf-8")))
