"""Draws the tiles, prefecture by prefecture."""

from collections.abc import Iterator

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import DEEP, FAINT, TRACK, Brush, Pen, bar, lines
from digests.picture.figures import quota_of
from digests.picture.marks import PAINTS, Mark, mark_of
from digests.picture.shapes import At, Box, Disc, Group, Rect, Shape
from digests.picture.sheet import Band, Cell, Grid
from digests.picture.styles import Style
from digests.picture.words import LEADING, SMALLEST, text_width


def grid_parts(facts: DigestFacts, grid: Grid, brush: Brush) -> Iterator[Shape]:
    """Draw every band with its label."""
    uncovered = frozenset(facts.sections[0].uncovered)
    for band in grid.bands:
        if grid.style.label:
            yield from _label(facts, band, brush)
        for cell in band.cells:
            yield tile(facts, cell, grid.style, brush, bare=cell.place in uncovered)


def _label(facts: DigestFacts, band: Band, brush: Brush) -> Iterator[Shape]:
    box, share = band.label, quota_of(facts, band.places)
    name = Box(box.x, box.y, box.width, band.name.height)
    yield from lines(name, band.name, Pen(band.name.size, bold=True))
    below = Box(box.x, name.y + name.height, box.width, SMALLEST * LEADING)
    if not share.whole:
        yield from brush.own(below, texts.size(len(band.cells)), Pen(SMALLEST, FAINT))
        return
    yield from brush.own(below, texts.share_of(share), Pen(SMALLEST, FAINT))
    yield from bar(Box(box.x, below.y + below.height + 1, box.width - 4, 3), share.fraction, DEEP, TRACK)


def tile(facts: DigestFacts, cell: Cell, style: Style, brush: Brush, *, bare: bool) -> Group:
    """Draw one county; what a machine would read of it stands in the group.

    bare: nothing was logged of it in the window.
    """
    county = facts.counties[cell.place]
    mark, number = mark_of(county), texts.tile_number(county, facts.quota)
    shown = number if text_width(number, SMALLEST) <= style.number_room else f"{county.done}"
    data = {"county": f"{cell.place}", "mark": mark, "number": number, "bare": f"{bare:d}"}
    return Group(data, (*_signs(cell, style, mark, shown, brush, bare=bare), *_name(cell, style, mark)))


def _signs(cell: Cell, style: Style, mark: Mark, number: str, brush: Brush, *, bare: bool) -> Iterator[Shape]:
    """Draw the tile, its letter - on a disc where nothing was logged - and its number."""
    box, paint = cell.box, PAINTS[mark]
    yield Rect(box, paint.fill, style.high * 0.1, paint.border, paint.line)
    line = style.line
    letter = Box(box.x + style.pad + style.letter * 0.28, _top(cell, style), style.letter, line)
    if bare:
        yield Disc(letter.x + style.letter / 2, letter.y + line / 2, style.letter * 0.66, paint.ink)
    pen = Pen(style.letter, paint.fill if bare else paint.ink, At.MIDDLE, bold=True)
    yield from brush.own(letter, texts.LETTERS[mark], pen)
    wide = style.number_room
    right = Box(box.x + box.width - style.pad - wide - 1, letter.y, wide, line)
    yield from brush.own(right, number, Pen(style.letter, paint.ink, At.END))


def _name(cell: Cell, style: Style, mark: Mark) -> Iterator[Shape]:
    top = _top(cell, style) + style.line
    place = Box(cell.box.x, top, cell.box.width, cell.name.height)
    return lines(place, cell.name, Pen(style.name, PAINTS[mark].ink, At.MIDDLE, bold=True))


def _top(cell: Cell, style: Style) -> float:
    """Return where the letter's line begins, so that all lines are in the middle of the tile."""
    return cell.box.y + (cell.box.height - style.line - cell.name.height) / 2
