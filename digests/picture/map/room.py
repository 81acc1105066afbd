"""Where words stand within an area: rows across it, and the widest place of some rows together. Pure."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from digests.atlas import Rings

ROW = 2.0
# Words keep away from borders.
EDGE = 0.8

Span = tuple[float, float]
Spans = tuple[Span, ...]


class Line(NamedTuple):
    """A line of words: how big, and how far it may reach over the border on each side."""

    width: float
    height: float
    over: float = 0.0


class Room(NamedTuple):
    """An area's rows from `top` down, `ROW` high: the spans of each that lie within; middle; widest."""

    top: float
    rows: tuple[Spans, ...]
    middle: tuple[float, float]
    widest: float

    def places(self, lines: Sequence[Line]) -> list[tuple[float, float]]:
        """Return where lines below each other have room: the middle of all, and the top; best first."""
        if any(line.width + 2 * (EDGE - line.over) > self.widest for line in lines):
            return []
        x, y = self.middle
        high = sum(line.height for line in lines)
        found = []
        for first in range(len(self.rows) - ceil(high / ROW) + 1):
            top = self.top + first * ROW
            for low, end in self._centres(first, lines):
                at = min(max(x, low), end)
                found.append((abs(at - x) + abs(top + high / 2 - y), at, top))
        return [(at, top) for _, at, top in sorted(found)]

    def _centres(self, first: int, lines: Sequence[Line]) -> Spans:
        """Return between where the middle of all lines may stand when they begin in a row."""
        centres: Spans = ((float("-inf"), float("inf")),)
        down = 0.0
        for line in lines:
            begin, down = first + int(down / ROW), down + line.height
            half = line.width / 2 + EDGE - line.over
            for row in self.rows[begin : first + ceil(down / ROW)]:
                centres = tuple(_narrowed(centres, row, half))
                if not centres:
                    return ()
        return centres


def room_of(rings: Rings) -> Room:
    """Return the rows of an area."""
    ys = [y for ring in rings for _, y in ring]
    top = min(ys)
    count = int((max(ys) - top) / ROW)
    crossings: list[list[float]] = [[] for _ in range(count)]
    for ring in rings:
        x, y = ring[-1]
        # Rows are looked at in their middle.
        row = ceil((y - top) / ROW - 0.5)
        for to_x, to_y in ring:
            next_row = ceil((to_y - top) / ROW - 0.5)
            if row != next_row:
                lean = (to_x - x) / (to_y - y)
                for n in range(min(row, next_row), min(max(row, next_row), count)):
                    crossings[n].append(x + (top + (n + 0.5) * ROW - y) * lean)
            x, y, row = to_x, to_y, next_row
    rows = tuple(_spans(sorted(found)) for found in crossings)
    widest = max((right - left for row in rows for left, right in row), default=0.0)
    return Room(top, rows, _middle(top, rows), widest)


def _spans(crossings: list[float]) -> Spans:
    return tuple(zip(crossings[::2], crossings[1::2], strict=False))


def _middle(top: float, rows: tuple[Spans, ...]) -> tuple[float, float]:
    """Return the middle of all that lies within."""
    weight = x = y = 0.0
    for n, row in enumerate(rows):
        for left, right in row:
            wide = right - left
            weight += wide
            x += wide * (left + right) / 2
            y += wide * (top + (n + 0.5) * ROW)
    return (x / weight, y / weight) if weight else (0.0, top)


def _narrowed(centres: Spans, row: Spans, half: float) -> Iterator[Span]:
    for low, high in centres:
        for left, right in row:
            begin, end = max(low, left + half), min(high, right - half)
            if begin <= end:
                yield begin, end
