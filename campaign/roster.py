"""A pairing table as the documents print it: merged cells, spaced names, several counties in one cell."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple


class RosterRow(NamedTuple):
    """One county with its liaison and contact person; empty strings where the table says nothing."""

    line: int
    county: str
    prefecture: str
    liaison: str
    liaison_title: str
    contact_person: str
    contact_person_title: str


@dataclass(frozen=True, slots=True)
class RosterFault:
    """What is wrong with a row: `kind` names a sentence, `value` is what stood there."""

    line: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Roster:
    """A table that was read: its rows in order, and the faults that must be mended first."""

    rows: tuple[RosterRow, ...]
    faults: tuple[RosterFault, ...]


def read_roster(table: Sequence[Sequence[str]], prefecture: str = "") -> Roster:
    """Read a table whose first row holds the heads. Blank liaison cells are filled down (merged cells)."""
    heads = _heads(table[0] if table else ())
    faults = [RosterFault(1, "head_missing", head) for head in ("county", "liaison") if head not in heads]
    if faults:
        return Roster((), tuple(faults))
    rows = tuple(_rows(table[1:], heads, prefecture))
    return Roster(rows, tuple(_faults(rows)))


def used_columns(table: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the places, from 0, of the columns that are read."""
    return frozenset(_heads(table[0]).values()) if table else frozenset()


def default_prefecture(organisation: str) -> str:
    """Return the city before the words for a union in an organisation's name; empty for a province."""
    city = "\u5e02"
    place, found, _ = organisation.partition(city)
    return place + found if found else ""


def _heads(cells: Sequence[str]) -> Mapping[str, int]:
    words: dict[str, list[str]] = json.loads(
        files("campaign").joinpath("data", "roster_heads.json").read_text("utf-8")
    )
    places = {_squeeze(cell): place for place, cell in reversed(list(enumerate(cells)))}
    return {head: places[name] for head, names in words.items() for name in reversed(names) if name in places}


def _rows(table: Iterable[Sequence[str]], heads: Mapping[str, int], prefecture: str) -> Iterable[RosterRow]:
    above: dict[str, str] = {}
    for line, cells in enumerate(table, start=2):
        row = {head: _squeeze(cells[place]) if place < len(cells) else "" for head, place in heads.items()}
        if not any(row.values()):
            continue
        if row["liaison"]:
            above = {key: row.get(key, "") for key in ("liaison", "liaison_title")}
        row |= above
        for county in row["county"].replace("\u3001", ",").split(","):
            yield _row(line, row, county, prefecture)


def _row(line: int, row: Mapping[str, str], county: str, prefecture: str) -> RosterRow:
    rest = ("liaison", "liaison_title", "contact_person", "contact_person_title")
    return RosterRow(line, county, row.get("prefecture") or prefecture, *(row.get(key, "") for key in rest))


def _faults(rows: Sequence[RosterRow]) -> Iterable[RosterFault]:
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        place = (row.prefecture, row.county)
        if not row.county:
            yield RosterFault(row.line, "county_missing", row.liaison)
        elif place in seen:
            yield RosterFault(row.line, "county_twice", row.county)
        if not row.liaison:
            yield RosterFault(row.line, "liaison_missing", row.county)
        seen.setdefault(place, row.line)


def _squeeze(cell: str) -> str:
    return "".join(str(cell).split())
