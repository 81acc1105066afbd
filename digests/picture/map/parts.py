"""Draws a map: areas in the colours of tiles, words where there is room, tiles of the others below."""

from collections.abc import Iterator

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import Brush, Pen
from digests.picture.map.below import below
from digests.picture.map.labels import APART, DISC
from digests.picture.map.sheet import MapPage, Placed
from digests.picture.marks import PAINTS, PALE, mark_of
from digests.picture.shapes import Area, At, Box, Disc, Group, Plate, Shape
from digests.picture.styles import MARGIN, ROOM

STRONG = "#33414e"
# Borders of tiles are thinner on a map.
THINNER = 0.75


def map_parts(facts: DigestFacts, page: MapPage, top: float, brush: Brush) -> tuple[list[Shape], float]:
    """Draw a map and what stands below it; returns where that ends."""
    bare = frozenset(facts.sections[0].uncovered)
    chart = page.chart
    corner = Box(MARGIN + (ROOM - chart.width) / 2, top, chart.width, chart.height)
    areas = [Area({}, rings, PALE.fill) for rings in page.others]
    areas += [_area(facts, placed, bare=placed.county.place in bare) for placed in page.placed]
    drawn: list[Shape] = [Plate(corner, tuple(areas), chart.lines, PALE.border, STRONG)]
    for placed in page.placed:
        words = tuple(_words(facts, placed, corner, brush, bare=placed.county.place in bare))
        drawn.append(Group({"label": f"{placed.county.place}"}, words))
    tiles, bottom = below(facts, page, top + chart.height + 8, brush)
    return [*drawn, *tiles], bottom


def _area(facts: DigestFacts, placed: Placed, *, bare: bool) -> Area:
    """Fill one county; what a machine would read of it stands beside."""
    county = placed.county
    mark = mark_of(facts.counties[county.place])
    data = {"area": f"{county.place}", "mark": mark, "number": county.number, "bare": f"{bare:d}"}
    paint = PAINTS[mark]
    return Area(data, placed.rings, paint.fill, paint.border, paint.line * THINNER if paint.line > 1 else 0.0)


def _words(facts: DigestFacts, placed: Placed, corner: Box, brush: Brush, *, bare: bool) -> Iterator[Shape]:
    """Write letter - on a disc where nothing was logged - and number, and the name below them."""
    label = placed.label
    if label is None:
        return
    mark, size = mark_of(facts.counties[placed.county.place]), label.size
    paint = PAINTS[mark]
    first, second = (box._replace(x=corner.x + box.x, y=corner.y + box.y) for box in label[:2])
    wide = size * (DISC if bare else 1)
    if bare:
        yield Disc(first.x + wide / 2, first.y + first.height / 2, wide / 2, paint.ink)
    pen = Pen(size, paint.fill if bare else paint.ink, At.MIDDLE, bold=True)
    yield from brush.own(first._replace(width=wide + 0.1), texts.LETTERS[mark], pen)
    if label.number:
        beside = wide + size * APART
        rest = first._replace(x=first.x + beside, width=first.width - beside + 0.1)
        yield from brush.own(rest, label.number, Pen(size, paint.ink))
    if label.name:
        pen = Pen(size, paint.ink, At.MIDDLE, bold=True, halo=paint.fill if label.over else "")
        yield from brush.typed(second._replace(width=second.width + 0.1), label.name, pen)
