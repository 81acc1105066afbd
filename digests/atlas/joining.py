"""Makes borders plain enough for a picture, and keeps those that two counties share the same for both.

A line is not thinned by itself, which would tear it from its neighbour's: points that fall into one small
square of the sheet become one and the same, whoever asks.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from digests.atlas.file import Points

# Units of the sheet.
SQUARE = 0.9
FEWEST = 3

Point = tuple[float, float]
Edge = tuple[int, int]


class Joiner:
    """Puts rings on the sheet and remembers which edges lie between whom."""

    def __init__(self, west: float, north: float, across: float, down: float) -> None:
        self._west, self._north = west, north
        self._across, self._down = across, down
        self._wide, self._high = max(1, round(SQUARE / across)), max(1, round(SQUARE / down))
        self._places: dict[tuple[int, int], int] = {}
        self._points: list[Point] = []
        self._open: dict[Edge, str] = {}
        self._between: set[Edge] = set()

    def joined(self, rings: Sequence[Points], district: str) -> Iterator[tuple[Point, ...]]:
        """Return those rings that can be seen."""
        for ring in rings:
            numbers = self._thinned(ring)
            if len(numbers) >= FEWEST:
                self._remember(numbers, district)
                yield tuple(self._points[number] for number in numbers)

    def lines(self) -> tuple[tuple[Point, ...], ...]:
        """Return the edges that have another district, or nobody, on their other side, chained."""
        chains = _chains(self._between | self._open.keys())
        return tuple(tuple(self._points[number] for number in chain) for chain in chains)

    def _thinned(self, ring: Points) -> list[int]:
        """Return a ring's points by their numbers."""
        wide, high = self._wide, self._high
        squares = [*zip((x // wide for x in ring[0]), (y // high for y in ring[1]), strict=True)]
        points = dict(zip(squares, zip(*ring, strict=True), strict=True))
        places, numbers = self._places, list[int]()
        for square, _ in groupby(squares):
            number = places.get(square)
            if number is None:
                number = places[square] = len(self._points)
                x, y = points[square]
                self._points.append(((x - self._west) * self._across, (self._north - y) * self._down))
            numbers.append(number)
        while len(numbers) > 1 and numbers[0] == numbers[-1]:
            numbers.pop()
        return numbers

    def _remember(self, numbers: list[int], district: str) -> None:
        waiting = self._open
        for one, other in zip(numbers, [*numbers[1:], numbers[0]], strict=True):
            edge = (one, other) if one < other else (other, one)
            beside = waiting.pop(edge, None)
            if beside is None:
                waiting[edge] = district
            elif beside != district:
                self._between.add(edge)


def _chains(edges: set[Edge]) -> Iterator[list[int]]:
    """Join edges at their ends into lines; each goes on as long as there is one way."""
    beside: dict[int, list[int]] = {}
    for one, other in sorted(edges):
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    crossings = [point for point, others in beside.items() if len(others) != 2]
    for start in (*crossings, *beside):
        while beside[start]:
            chain = [start]
            while beside[chain[-1]] and (len(chain) == 1 or len(beside[chain[-1]]) == 1):
                here = chain[-1]
                onward = beside[here].pop()
                beside[onward].remove(here)
                chain.append(onward)
            yield chain
