"""China's counties with codes, prefectures and provinces: one table of one year, read when a roster comes."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

YEAR = 2022
# The last letters of the names of counties and of prefectures: county, city, district, banner; also a region
# (two letters), a league.
_COUNTY_ENDS = ("\u53bf", "\u5e02", "\u533a", "\u65d7")
_PREFECTURE_ENDS = ("\u5730\u533a", "\u5e02", "\u5dde", "\u76df")


class Division(NamedTuple):
    """A county: its six digits, and full names. One right under a province has that as its prefecture."""

    code: str
    name: str
    prefecture: str
    province: str


@dataclass(frozen=True)
class Divisions:
    """The counties of a year."""

    rows: tuple[Division, ...]

    @cached_property
    def _named(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped((row.name, row) for row in self.rows)

    @cached_property
    def _stems(self) -> Mapping[str, tuple[Division, ...]]:
        return _grouped((county_stem(row.name), row) for row in self.rows)

    def named(self, name: str) -> tuple[Division, ...]:
        """Return the counties of exactly that name."""
        return self._named.get(name, ())

    def alike(self, name: str) -> tuple[Division, ...]:
        """Return the counties whose name differs at most in its kind: a county that has become a city."""
        return self._stems.get(county_stem(name), ())

    def within(self, place: str) -> tuple[Division, ...]:
        """Return the counties of a prefecture or a province, by its full or its short name."""
        return tuple(row for row in self.rows if row.province == place or in_prefecture(row, place))


def load_divisions() -> Divisions:
    """Read the table; some milliseconds. Its source and year are told in docs/counties.md."""
    text = files("campaign").joinpath("data", f"counties-{YEAR}.csv").read_text("utf-8")
    return Divisions(tuple(Division(**row) for row in csv.DictReader(text.splitlines())))


def in_prefecture(row: Division, prefecture: str) -> bool:
    """Whether a county belongs to a prefecture, whose name may be the short one."""
    stem = _without(prefecture, _PREFECTURE_ENDS)
    return bool(stem) and row.prefecture.startswith(stem)


def county_stem(name: str) -> str:
    """Return a county's name without its kind; two letters stay whole."""
    return _without(name, _COUNTY_ENDS) if len(name) > 2 else name


def _without(name: str, ends: Iterable[str]) -> str:
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), name)


def _grouped(pairs: Iterable[tuple[str, Division]]) -> Mapping[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}
