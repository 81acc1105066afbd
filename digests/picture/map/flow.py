"""Tiles one after the other, each prefecture's behind its name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from digests.facts import DigestFacts
from digests.picture.brush import INK, Brush, Pen, lines
from digests.picture.grid import tile
from digests.picture.shapes import At, Box, Shape
from digests.picture.sheet import Cell, Named, shorter, tile_height
from digests.picture.styles import FLOWING, MARGIN
from digests.picture.words import Lines

Item = Named | str
"""A county, or the name of the prefecture of those that follow; empty where nothing stands."""


def flow(
    facts: DigestFacts, counties: Sequence[Named], top: float, brush: Brush
) -> tuple[list[Shape], float]:
    """Draw tiles in rows; returns where they end."""
    bare, style = frozenset(facts.sections[0].uncovered), FLOWING
    shorts = Counter((county.prefecture, county.short) for county in counties)
    items = list(_items(counties, headed=facts.several_prefectures))
    drawn: list[Shape] = []
    for first in range(0, len(items), style.columns):
        row = items[first : first + style.columns]
        names = [_name(item, shorts) for item in row]
        high = max(style.high, *(tile_height(style, name) for name in names))
        for n, (item, name) in enumerate(zip(row, names, strict=True)):
            box = Box(MARGIN + n * (style.tile_width + style.gap), top, style.tile_width, high)
            if isinstance(item, Named):
                cell = Cell(item.place, box, name)
                drawn.append(tile(facts, cell, style, brush, bare=item.place in bare))
            else:
                drawn += lines(box, name, Pen(name.size, INK, At.END, bold=True))
        top += high + style.gap
    return drawn, top


def _name(item: Item, shorts: Counter[tuple[str, str]]) -> Lines:
    room = FLOWING.tile_width - 2 * FLOWING.pad
    if isinstance(item, str):
        return shorter(item, item, FLOWING.name, room)
    alone = shorts[item.prefecture, item.short] == 1
    return shorter(item.name, item.short if alone else item.name, FLOWING.name, room)


def _items(counties: Sequence[Named], *, headed: bool) -> Iterator[Item]:
    """Return counties behind their prefecture's name, which never ends a row."""
    count = 0
    for _, found in groupby(counties, key=lambda county: county.prefecture):
        members: list[Item] = list(found)
        if headed and isinstance(members[0], Named):
            last = count % FLOWING.columns == FLOWING.columns - 1
            members = [*([""] if last else []), members[0].prefecture_short, *members]
        count += len(members)
        yield from members
