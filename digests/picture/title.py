"""The lines above everything: what this is, of which campaign, as of when."""

from collections.abc import Iterator

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import FAINT, Brush, Pen
from digests.picture.pages import Page
from digests.picture.shapes import At, Box, Rect, Shape
from digests.picture.styles import MARGIN, ROOM, WIDTH

DEMO_FILL = "#8a1c7c"


def title_rows(facts: DigestFacts, page: Page, brush: Brush, *, mapped: bool = False) -> Iterator[Shape]:
    """Draw the title, the campaign's, which digest it is, and the marks of what is not to be taken as one."""
    marks = [*([texts.DEMO] if facts.demo else []), *([texts.LIVE] if facts.live else [])]
    title = texts.page_title(page.place, page.number, page.total, mapped=mapped)
    yield from brush.typed(Box(MARGIN, 12, ROOM - 54 * len(marks), 26), title, Pen(20, bold=True))
    for n, mark in enumerate(marks):
        pill = Box(WIDTH - MARGIN - 46 - n * 52, 14, 46, 22)
        yield Rect(pill, DEMO_FILL, 11)
        yield from brush.own(pill, mark, Pen(13, "#ffffff", At.MIDDLE, bold=True))
    yield from brush.typed(Box(MARGIN, 40, ROOM, 18), facts.title, Pen(13))
    subtitle = texts.picture_subtitle(facts.kinds, facts.cut_off)
    yield from brush.own(Box(MARGIN, 58, ROOM, 18), subtitle, Pen(13, FAINT))
