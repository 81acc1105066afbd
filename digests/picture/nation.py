"""The first of many pages: a cell a province, with its share and how its counties stand."""

from collections.abc import Iterator

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import FAINT, Brush, Pen
from digests.picture.figures import Share, covered_of, marks_of, quota_of
from digests.picture.marks import PAINTS, WANTING, Mark
from digests.picture.pages import Page
from digests.picture.shapes import At, Box, Group, Rect, Shape
from digests.picture.styles import MARGIN, ROOM
from digests.picture.words import text_width

COLUMNS = 2
GAP = 8.0
HIGH = 46.0


def cells(page: Page, top: float) -> tuple[tuple[Box, ...], float]:
    """Return a place for each province, and where they end."""
    wide = (ROOM - GAP * (COLUMNS - 1)) / COLUMNS
    found = tuple(
        Box(MARGIN + n % COLUMNS * (wide + GAP), top + n // COLUMNS * (HIGH + GAP - 2), wide, HIGH)
        for n in range(len(page.provinces))
    )
    return found, found[-1].y + HIGH + GAP


def nation_parts(facts: DigestFacts, page: Page, boxes: tuple[Box, ...], brush: Brush) -> Iterator[Shape]:
    """Draw every province."""
    for (name, counties), box in zip(page.provinces, boxes, strict=True):
        places = [county.place for county in counties]
        share = quota_of(facts, places)
        if not share.whole:
            share = covered_of(facts, places)
        marks = marks_of(facts, places)
        data = {"province": name, "share": texts.share_of(share)}
        data |= {f"counties-{mark}": f"{count}" for mark, count in marks.items()}
        stripe = _stripe(marks, Box(box.x + 8, box.y + 22, box.width - 16, 7))
        yield Group(data, (Rect(box, "#ffffff", 6), *_words(name, share, marks, box, brush), *stripe))


def _words(name: str, share: Share, marks: dict[Mark, int], box: Box, brush: Brush) -> Iterator[Shape]:
    inner = Box(box.x + 8, box.y + 3, box.width - 16, 17)
    percent, count = texts.percent(share), texts.size(sum(marks.values()))
    beside = text_width(percent, 13) + 4
    yield from brush.typed(inner._replace(width=inner.width - beside), name, Pen(13, bold=True))
    yield from brush.own(inner, percent, Pen(13, at=At.END, bold=True))
    below = Box(inner.x, box.y + 30, inner.width, 14)
    yield from brush.own(below, count, Pen(11, FAINT))
    wanting = " ".join(texts.lettered(mark, marks[mark]) for mark in WANTING if mark in marks)
    room = inner.width - text_width(count, 11) - 6
    yield from brush.own(
        below._replace(x=inner.x + inner.width - room, width=room), wanting, Pen(11, at=At.END)
    )


def _stripe(marks: dict[Mark, int], box: Box) -> Iterator[Shape]:
    """Draw how the counties stand, best first, each as long as its share."""
    whole, x = sum(marks.values()), box.x
    for mark, count in marks.items():
        wide = box.width * count / whole
        paint = PAINTS[mark]
        part = Box(x, box.y, max(wide - 0.5, 0.5), box.height)
        yield Rect(part, paint.fill, 0, paint.border, min(1, paint.line))
        x += wide
