"""Makes borders plain enough for a picture, and keeps those that two counties share the same for both.

A line is not thinned by itself, which would tear it from its neighbour's: points that fall into one small
square of the sheet become one and the same, whoever asks.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digests.atlas.file import AtlasError, Bounds, Points

# Units of the sheet.
SQUARE = 0.9
FEWEST = 3
# Room round all, so that lines are whole.
AROUND = 1.0
# More squares than there are from south to north.
ROW = 1 << 32

Point = tuple[float, float]
Edge = tuple[int, int]


class Joiner:
    """Puts rings within bounds on the sheet, and remembers which edges lie between whom.

    across, down: units of the sheet for each part of a degree.
    """

    def __init__(self, bounds: Bounds, across: float, down: float) -> None:
        self._bounds = bounds
        self._across, self._down = across, down
        self._wide, self._high = max(1, round(SQUARE / across)), max(1, round(SQUARE / down))
        self._places: dict[int, int] = {}
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
        wide, high, places = self._wide, self._high, self._places
        squares = [x // wide * ROW + y // high for x, y in zip(*ring, strict=True)]
        others = [n for n, (one, next_one) in enumerate(pairwise(squares), 1) if one != next_one]
        numbers: list[int] = []
        for n in (0, *others):
            number = places.get(squares[n])
            if number is None:
                number = places[squares[n]] = len(self._points)
                self._points.append(self._point(ring[0][n], ring[1][n]))
            numbers.append(number)
        while len(numbers) > 1 and numbers[0] == numbers[-1]:
            numbers.pop()
        return numbers

    def _point(self, x: int, y: int) -> Point:
        west, south, east, north = self._bounds
        if not (west <= x <= east and south <= y <= north):
            raise AtlasError("out of bounds")
        return (x - west) * self._across + AROUND, (north - y) * self._down + AROUND

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
