"""A pairing table as the documents print it: merged cells, spaced names, several counties in one cell."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple

_HEADS = ("county", "prefecture", "liaison", "liaison_title", "contact_person", "contact_person_title")


class RosterRow(NamedTuple):
    """One county with its liaison and contact person; empty strings where the table says nothing.

    A county with nobody has no liaison. `code`: six digits, where the county is known.
    """

    line: int
    county: str
    prefecture: str
    liaison: str
    liaison_title: str
    contact_person: str
    contact_person_title: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class RosterFault:
    """What is wrong with a row: `kind` names a sentence, `value` stood there, `near` may be meant."""

    line: int
    kind: str
    value: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A table that was read: its rows in order, and the faults that must be mended first.

    Doubts are told, and hinder nothing.
    """

    rows: tuple[RosterRow, ...]
    faults: tuple[RosterFault, ...]
    doubts: tuple[RosterFault, ...] = ()

    @property
    def counties(self) -> int:
        """How many counties there are; one may have several liaisons, in as many rows."""
        return len({(row.prefecture, row.county) for row in self.rows})


def read_roster(table: Sequence[Sequence[str]], prefecture: str = "") -> Roster:
    """Read a table whose first row holds the heads. Blank liaison cells are filled down (merged cells).

    A liaison's cell may say that there is nobody; a county with several liaisons stands in several rows.
    """
    words = _words()
    heads = _heads(table[0] if table else (), words)
    faults = [RosterFault(1, "head_missing", head) for head in ("county", "liaison") if head not in heads]
    if faults:
        return Roster((), tuple(faults))
    rows = tuple(_rows(table[1:], heads, prefecture))
    nobody = set(words["nobody"])
    return Roster(
        tuple(_named(row, nobody) for row in rows), tuple(_faults(rows, nobody)), tuple(_shared(rows))
    )


def used_columns(table: Sequence[Sequence[str]]) -> frozenset[int]:
    """Return the places, from 0, of the columns that are read."""
    return frozenset(_heads(table[0], _words()).values()) if table else frozenset()


def default_prefecture(organisation: str) -> str:
    """Return the city before the words for a union in an organisation's name; empty for a province."""
    city = "\u5e02"
    place, found, _ = organisation.partition(city)
    return place + found if found else ""


def _words() -> Mapping[str, Sequence[str]]:
    text = files("campaign").joinpath("data", "roster_heads.json").read_text("utf-8")
    words: dict[str, list[str]] = json.loads(text)
    return words


def _heads(cells: Sequence[str], words: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    places = {_squeeze(cell): place for place, cell in reversed(list(enumerate(cells)))}
    known = ((head, name) for head in _HEADS for name in reversed(words[head]))
    return {head: places[name] for head, name in known if name in places}


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


def _named(row: RosterRow, nobody: Collection[str]) -> RosterRow:
    if row.liaison in nobody:
        row = row._replace(liaison="", liaison_title="")
    if row.contact_person in nobody:
        row = row._replace(contact_person="", contact_person_title="")
    return row


def _faults(rows: Sequence[RosterRow], nobody: Collection[str]) -> Iterable[RosterFault]:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        before = seen[row.prefecture, row.county]
        if not row.county:
            yield RosterFault(row.line, "county_missing", row.liaison)
        elif before and (row.liaison in before or {"", *nobody} & {row.liaison, *before}):
            yield RosterFault(row.line, "county_twice", row.county)
        if not row.liaison:
            yield RosterFault(row.line, "liaison_missing", row.county)
        before.add(row.liaison)


def _shared(rows: Sequence[RosterRow]) -> Iterable[RosterFault]:
    """Two liaisons of one county may be meant so, or be a slip."""
    seen = set()
    for row in rows:
        place = (row.prefecture, row.county)
        if place in seen:
            yield RosterFault(row.line, "county_shared", row.county)
        seen.add(place)


def _squeeze(cell: str) -> str:
    return "".join(str(cell).split())
