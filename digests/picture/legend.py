"""What colours, letters and dots mean, and how many counties have each."""

from collections.abc import Iterator

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import INK, Brush, Pen
from digests.picture.figures import covered_of, marks_of
from digests.picture.marks import PAINTS, PALE, Mark, Paint
from digests.picture.pages import Page
from digests.picture.shapes import At, Box, Disc, Rect, Shape
from digests.picture.styles import MARGIN, ROOM
from digests.picture.words import text_width

CHIP = 20.0
CHIP_LINE = 24.0


def legend(
    facts: DigestFacts, page: Page, top: float, brush: Brush, *, others: int = 0
) -> tuple[list[Shape], float]:
    """Draw the marks that occur and how many counties have each; returns where the lines end.

    others: so many counties on the map are not of the campaign.
    """
    places = [county.place for county in page.counties]
    drawn: list[Shape] = []
    x, y = float(MARGIN), top
    covered = covered_of(facts, places)
    rest = covered.whole - covered.part
    chips: list[tuple[Paint | Mark | None, str]] = [
        (mark, texts.counted(texts.WORDS[mark], count)) for mark, count in marks_of(facts, places).items()
    ]
    chips += [(None, texts.counted(texts.UNCOVERED, rest))] if rest else []
    chips += [(PALE, texts.counted(texts.OTHERS_SHOWN, others))] if others else []
    for mark, words in chips:
        wide = CHIP + 5 + text_width(words, 12.5)
        if x + wide > MARGIN + ROOM:
            x, y = float(MARGIN), y + CHIP_LINE
        drawn += _chip(mark, words, Box(x, y, wide, CHIP), brush)
        x += wide + 12
    return drawn, y + (CHIP_LINE if chips else 0)


def _chip(mark: Paint | Mark | None, words: str, box: Box, brush: Brush) -> Iterator[Shape]:
    swatch = Box(box.x, box.y + 1, CHIP, CHIP - 2)
    if isinstance(mark, Paint):
        yield Rect(swatch, mark.fill, 4, mark.border, mark.line)
    elif mark:
        paint = PAINTS[mark]
        yield Rect(swatch, paint.fill, 4, paint.border, paint.line)
        yield from brush.own(swatch, texts.LETTERS[mark], Pen(12, paint.ink, At.MIDDLE, bold=True))
    else:
        yield Disc(swatch.x + CHIP / 2, swatch.y + swatch.height / 2, 8, INK)
    yield from brush.own(Box(box.x + CHIP + 5, box.y, box.width - CHIP - 5 + 1, CHIP), words, Pen(12.5))
