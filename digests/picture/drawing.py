"""From facts to drawings to PNG."""

from collections.abc import Iterable, Iterator
from math import sqrt

from digests.atlas import Charts
from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import FAINT, Brush, Pen
from digests.picture.card import CARD, card
from digests.picture.grid import grid_parts
from digests.picture.legend import legend
from digests.picture.map import map_page, map_parts
from digests.picture.nation import cells, nation_parts
from digests.picture.pages import MOST, Page, pages
from digests.picture.shapes import Box, Drawing, Shape
from digests.picture.sheet import lay_out
from digests.picture.styles import MARGIN, ROOM, WIDTH
from digests.picture.title import title_rows
from digests.picture.words import SMALLEST, paragraph
from digests.typeface import Typeface, load_typeface

PAPER = "#f2f4f7"
CARD_TOP = 84.0
FOOT_LINE = 14.0
# Telegram keeps pictures of up to 2560 pixels a side; a phone has up to three pixels a unit, two are sharp.
TALLEST = 2560
FINEST, SHARP = 3.0, 2.0
PIXELS = 1_800_000


def digest_picture(facts: DigestFacts, page: int = 0, charts: Charts | None = None) -> bytes:
    """Return one page of a digest's picture as PNG; raise TypefaceError when it cannot be drawn."""
    typeface = load_typeface()
    return png(page_drawing(facts, pages(facts, typeface)[page], typeface, charts), typeface)


def digest_pictures(facts: DigestFacts, charts: Charts | None = None) -> list[bytes]:
    """Return every page of a digest's picture as PNG; raise TypefaceError when it cannot be drawn."""
    typeface = load_typeface()
    return [png(drawing, typeface) for drawing in drawings(facts, typeface, charts)]


def page_count(facts: DigestFacts) -> int:
    """Return how many pages a digest's picture has."""
    return 1 if len(facts.counties) <= MOST else len(pages(facts, load_typeface()))


def page_places(facts: DigestFacts) -> tuple[str, ...]:
    """Return of which province each page is, "" for the one of all; nothing unless there is one of all."""
    if len(facts.counties) <= MOST:
        return ()
    found = pages(facts, load_typeface())
    return tuple(page.place for page in found) if found[0].provinces else ()


def drawings(facts: DigestFacts, typeface: Typeface, charts: Charts | None = None) -> Iterator[Drawing]:
    """Return every page as a drawing, with a map where there are charts."""
    return (page_drawing(facts, page, typeface, charts) for page in pages(facts, typeface))


def png(drawing: Drawing, typeface: Typeface) -> bytes:
    """Return a drawing as PNG, as fine as a phone shows it."""
    from digests.picture.raster import png_of  # noqa: PLC0415 - Pillow, that only a digest needs

    return png_of(drawing, typeface, fineness(drawing))


def fineness(drawing: Drawing) -> float:
    """Return how many pixels a unit a drawing wants."""
    wanted = sqrt(PIXELS / drawing.width / drawing.height)
    return min(TALLEST / drawing.height, max(SHARP, min(FINEST, wanted)))


def page_drawing(facts: DigestFacts, page: Page, typeface: Typeface, charts: Charts | None = None) -> Drawing:
    """Draw one page."""
    brush = Brush(typeface)
    shown = map_page(facts, page.counties, charts) if charts and not page.provinces else None
    mapped, others = shown is not None, len(shown.others) if shown else 0
    chips, top = legend(facts, page, CARD_TOP + CARD + 10, brush, others=others)
    foot = [line for words in texts.footer(facts, mapped=mapped) for line in paragraph(words, SMALLEST, ROOM)]
    tail = len(foot) * FOOT_LINE + MARGIN
    main: Iterable[Shape]
    if shown:
        main, bottom = map_parts(facts, shown, top + 4, brush)
    else:
        main, bottom = _tiles(facts, page, top + 4, tail, brush)
    shapes: list[Shape] = [
        *title_rows(facts, page, brush, mapped=mapped),
        *card(facts, page, CARD_TOP, brush),
    ]
    shapes += [*chips, *main]
    for n, line in enumerate(foot):
        place = Box(MARGIN, bottom + 4 + n * FOOT_LINE, ROOM + 1, FOOT_LINE)
        shapes += brush.typed(place, line, Pen(SMALLEST, FAINT))
    return Drawing(WIDTH, round(bottom + 4 + tail), PAPER, tuple(shapes))


def _tiles(
    facts: DigestFacts, page: Page, top: float, tail: float, brush: Brush
) -> tuple[Iterable[Shape], float]:
    """Draw the provinces or the counties of a page; returns where they end."""
    if page.provinces:
        boxes, bottom = cells(page, top)
        return nation_parts(facts, page, boxes, brush), bottom
    labelled = len({county.prefecture for county in page.counties}) > 1
    grid = lay_out(page.counties, top, labelled=labelled, rest=tail + 4)
    return grid_parts(facts, grid, brush), grid.bottom
