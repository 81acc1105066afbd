"""Which counties of a page are on the map, with which words, and which stand below it as tiles."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digests.atlas import Chart, Charts, Rings, Sheet
from digests.facts import DigestFacts
from digests.picture.map.labels import Label, label
from digests.picture.map.room import room_of
from digests.picture.marks import WANTING, mark_of
from digests.picture.sheet import Named
from digests.picture.styles import ROOM

PAGE = Sheet(ROOM, 560.0)
# Where fewer are on the map, tiles alone say more.
FEWEST = 0.5


class Placed(NamedTuple):
    """A county on the map; no label where there is no room for its letter."""

    county: Named
    rings: Rings
    label: Label | None

    @property
    def named(self) -> bool:
        """Whether its name stands on the map."""
        return bool(self.label and self.label.name)


@dataclass(frozen=True, slots=True)
class MapPage:
    """A map of a page: its counties, others for orientation (those below 0), lines round prefectures.

    `unnamed`: on the map without their name; `wanting`: who of them wants something.
    `absent`: not on the map.
    """

    chart: Chart
    placed: tuple[Placed, ...]
    unnamed: tuple[Named, ...]
    wanting: tuple[Named, ...]
    absent: tuple[Named, ...]

    @property
    def others(self) -> tuple[Rings, ...]:
        """Counties beside those of the campaign."""
        return tuple(rings for n, rings in self.chart.areas.items() if n < 0)


def map_page(facts: DigestFacts, counties: Sequence[Named], charts: Charts) -> MapPage | None:
    """Return the map of counties; None where there is none, or one of too few of them."""
    chart = charts.chart(tuple((county.prefecture, county.name) for county in counties), PAGE)
    if chart is None:
        return None
    wanting = {county.place for county in counties if mark_of(facts.counties[county.place]) in WANTING}
    there = [(county, rings) for n, county in enumerate(counties) if (rings := chart.areas.get(n))]
    if len(there) < max(1, FEWEST * len(counties)):
        return None
    # Who wants something has the first choice of a place for the name.
    there.sort(key=lambda found: found[0].place not in wanting)
    bare = frozenset(facts.sections[0].uncovered)
    placed = tuple(_placed(there, bare))
    unnamed = {found.county.place for found in placed if not found.named}
    shown = {found.county.place for found in placed}
    return MapPage(
        chart,
        placed,
        tuple(county for county in counties if county.place in unnamed),
        tuple(county for county in counties if county.place in unnamed & wanting),
        tuple(county for county in counties if county.place not in shown),
    )


def _placed(there: Sequence[tuple[Named, Rings]], bare: frozenset[int]) -> Iterator[Placed]:
    shorts = Counter((county.prefecture, county.short) for county, _ in there)
    taken: list[Label] = []
    for county, rings in there:
        alone = shorts[county.prefecture, county.short] == 1
        made = label(county, room_of(rings), taken, bare=county.place in bare, alone=alone)
        if made:
            taken.append(made)
        yield Placed(county, rings, made)
