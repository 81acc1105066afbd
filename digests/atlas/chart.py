"""Counties on a flat sheet: how big, which part of the earth, in units of the sheet, y growing downwards."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import cos, radians
from typing import NamedTuple, Protocol

from digests.atlas.file import Bounds, Points
from digests.atlas.joining import AROUND, Joiner

Point = tuple[float, float]
Ring = tuple[Point, ...]
Rings = tuple[Ring, ...]
# A hundred thousandths of a degree.
DEGREE = 100_000
# Islands in a distant sea: without them the others are so much bigger, and so little of their bounds is land.
FAR, SCATTERED = 0.55, 0.02


class Sheet(NamedTuple):
    """The room for a map, in units."""

    width: float
    height: float


class Chart(NamedTuple):
    """A map without colours: its size, the areas by number of their county, `lines` round prefectures.

    An area is drawn evenly and oddly: what lies in a second ring lies outside.
    """

    width: float
    height: float
    areas: Mapping[int, Rings]
    lines: tuple[Ring, ...]


class Charts(Protocol):
    """Where maps come from."""

    def chart(self, names: tuple[tuple[str, str], ...], sheet: Sheet) -> Chart | None:
        """Return the map of counties by prefecture and name; None when there is none to be had."""


def together(found: Mapping[int, Bounds], land: Callable[[int], float]) -> dict[int, Bounds]:
    """Leave out islands so far off that the others would be too small; `land`: how much somebody has."""
    kept = dict(found)
    while len(kept) > 1:
        whole = _around(kept)
        sizes = {key: _around(kept, key).size for key, own in kept.items() if _at_edge(own, whole)}
        key = min(sizes, key=lambda key: sizes[key])
        if sizes[key] > FAR * whole.size or land(key) > SCATTERED * kept[key].size:
            break
        del kept[key]
    return kept


def land_of(rings: Iterable[Points]) -> float:
    """Return how much rings enclose, in the measure of bounds."""
    return sum(
        abs(
            sum(x * (up - down) for x, up, down in zip(xs, [*ys[1:], ys[0]], [ys[-1], *ys[:-1]], strict=True))
        )
        / 2
        for xs, ys in rings
    )


def draw_chart(
    rings: Iterable[tuple[int, str, Sequence[Points]]], bounds: Sequence[Bounds], sheet: Sheet
) -> Chart:
    """Return counties on a sheet, whole at its width or at its height: of each number, district and rings."""
    whole = around(bounds)
    flat = cos(radians((whole.south + whole.north) / 2 / DEGREE))
    wide, high = (whole.east - whole.west) * flat, whole.north - whole.south
    scale = min((sheet.width - 2 * AROUND) / max(wide, 1), (sheet.height - 2 * AROUND) / max(high, 1))
    joiner = Joiner(whole, scale * flat, scale)
    areas = {number: tuple(joiner.joined(found, district)) for number, district, found in rings}
    shown = {number: found for number, found in areas.items() if found}
    return Chart(wide * scale + 2 * AROUND, high * scale + 2 * AROUND, shown, joiner.lines())


def _around(found: Mapping[int, Bounds], without: int | None = None) -> Bounds:
    return around(bounds for key, bounds in found.items() if key != without)


def around(bounds: Iterable[Bounds]) -> Bounds:
    """Return where all lie together."""
    wests, souths, easts, norths = zip(*bounds, strict=True)
    return Bounds(min(wests), min(souths), max(easts), max(norths))


def _at_edge(own: Bounds, whole: Bounds) -> bool:
    return any(mine == edge for mine, edge in zip(own, whole, strict=True))
