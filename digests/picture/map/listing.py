"""Counties by name alone, one paragraph a mark."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import Brush, Pen
from digests.picture.marks import WANTING, Mark, mark_of
from digests.picture.shapes import Box, Group, Shape
from digests.picture.sheet import Named
from digests.picture.styles import MARGIN, ROOM
from digests.picture.words import SMALLEST, text_width

LINE = 15.0


def listing(
    facts: DigestFacts, counties: Sequence[Named], top: float, brush: Brush
) -> tuple[list[Shape], float]:
    """Write the names of counties by their mark, who wants something first; returns where they end."""
    drawn: list[Shape] = []
    called = Counter(county.name for county in facts.counties)
    found: dict[Mark, list[Named]] = {mark: [] for mark in (*WANTING, *Mark)}
    for county in counties:
        found[mark_of(facts.counties[county.place])].append(county)
    for mark, members in found.items():
        if members:
            shapes: list[Shape] = []
            for line in _lines(texts.listed(mark, _names(members, called))):
                shapes += brush.typed(Box(MARGIN, top, ROOM + 1, LINE), line, Pen(SMALLEST))
                top += LINE
            places = " ".join(f"{county.place}" for county in members)
            drawn.append(Group({"listed": places, "mark": mark}, tuple(shapes)))
    return drawn, top


def _names(counties: Sequence[Named], called: Counter[str]) -> Iterator[str]:
    """Return short names; of those that are called the same, with their prefecture."""
    shorts = Counter(county.short for county in counties)
    for county in counties:
        if called[county.name] > 1:
            yield county.prefecture_short + county.name
        else:
            yield county.short if shorts[county.short] == 1 else county.name


def _lines(parts: Iterable[str]) -> Iterator[str]:
    line = ""
    for part in parts:
        if line and text_width(line + part, SMALLEST) > ROOM:
            yield line
            line = ""
        line += part
    yield line
