"""Where the tiles stand: plain geometry, no drawing. A unit is a pixel of a phone 390 pixels wide."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from digests.picture.shapes import Box
from digests.picture.styles import LABELLED, MARGIN, PLAIN, Style
from digests.picture.words import LEADING, SMALLEST, Lines, in_lines, text_width

SCREEN = 860
BETWEEN = 5.0


class Named(NamedTuple):
    """A county on the sheet: its place in the facts, its names as they can be drawn, its number.

    `short`, `prefecture_short`: the names where there is little room.
    """

    place: int
    name: str
    short: str
    prefecture: str
    prefecture_short: str
    number: str


class Cell(NamedTuple):
    """A tile: whose, where, and the name in lines."""

    place: int
    box: Box
    name: Lines


@dataclass(frozen=True, slots=True)
class Band:
    """A prefecture's tiles behind its label; `places` are its counties."""

    label: Box
    name: Lines
    cells: tuple[Cell, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """The counties of the band."""
        return tuple(cell.place for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """All bands and where they end."""

    style: Style
    bands: tuple[Band, ...]
    bottom: float


def grouped(counties: Sequence[Named]) -> list[Named]:
    """Put counties of a prefecture together; otherwise the order holds."""
    order = {name: n for n, name in reversed(list(enumerate(county.prefecture for county in counties)))}
    return sorted(counties, key=lambda county: order[county.prefecture])


def lay_out(counties: Sequence[Named], top: float, *, labelled: bool, rest: float = 0) -> Grid:
    """Return the tiles of counties that stand together, as big as one screen allows, else the smallest.

    rest: how much follows below.
    """
    styles = [style for style in (LABELLED if labelled else PLAIN) if _numbers_fit(counties, style)]
    for style in styles or [LABELLED[0] if labelled else PLAIN[0]]:
        grid = _grid(counties, style, top)
        if grid.bottom + rest <= SCREEN:
            break
    return grid


def _numbers_fit(counties: Sequence[Named], style: Style) -> bool:
    return all(text_width(county.number, style.letter) <= style.number_room for county in counties)


def _grid(counties: Sequence[Named], style: Style, top: float) -> Grid:
    bands: list[Band] = []
    y = top
    for prefecture, found in groupby(counties, key=lambda county: county.prefecture):
        members = list(found)
        cells = tuple(_cells(members, style, y))
        name = Lines((), 0.0)
        if style.label:
            name = shorter(prefecture, members[0].prefecture_short, style.name, style.label - 1)
        height = max(cells[-1].box.y + cells[-1].box.height - y, label_height(name) if style.label else 0)
        bands.append(Band(Box(MARGIN, y, style.label, height), name, cells))
        y += height + (BETWEEN if style.label else style.gap)
    return Grid(style, tuple(bands), y)


def label_height(name: Lines) -> float:
    """Return how high a label is: name, share, bar."""
    return name.height + SMALLEST * LEADING + 4


def _cells(members: Sequence[Named], style: Style, top: float) -> Iterator[Cell]:
    wide, left = style.tile_width, style.left
    shorts = Counter(county.short for county in members)
    for first in range(0, len(members), style.columns):
        row = members[first : first + style.columns]
        names = [
            _name(county, style, wide - 2 * style.pad, alone=shorts[county.short] == 1) for county in row
        ]
        high = max(style.high, *(tile_height(style, name) for name in names))
        for n, (county, name) in enumerate(zip(row, names, strict=True)):
            yield Cell(county.place, Box(left + n * (wide + style.gap), top, wide, high), name)
        top += high + style.gap


def tile_height(style: Style, name: Lines) -> float:
    """Return how high a tile must be for its letter and name."""
    return style.pad * 2 + style.line + name.height


def _name(county: Named, style: Style, room: float, *, alone: bool) -> Lines:
    """Break a name; a short one takes its place where that saves lines and nobody else is called so."""
    return shorter(county.name, county.short if alone else county.name, style.name, room)


def shorter(name: str, short: str, size: float, room: float) -> Lines:
    """Return a name in lines, or its short form where that takes fewer."""
    whole, other = in_lines(name, size, room), in_lines(short, size, room)
    return other if len(other.lines) < len(whole.lines) else whole
