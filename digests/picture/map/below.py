"""What stands below a map: tiles of counties that have no room for their name on it or do not lie on it."""

from collections.abc import Sequence

from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.brush import FAINT, Brush, Pen
from digests.picture.map.flow import flow
from digests.picture.map.listing import listing
from digests.picture.map.sheet import MapPage
from digests.picture.shapes import Box, Shape
from digests.picture.sheet import Named
from digests.picture.styles import FLOWING, MARGIN, ROOM

HEAD, AFTER = 20.0, 5.0
# Two rows of tiles need no order of importance.
FEW = 2 * FLOWING.columns


def below(facts: DigestFacts, page: MapPage, top: float, brush: Brush) -> tuple[list[Shape], float]:
    """Draw what is not named on the map; returns where that ends.

    Of many only those that want something have tiles; the others are called by their names.
    """
    few = len(page.unnamed) <= FEW
    tiled = page.unnamed if few else page.wanting
    drawn, top = _tiles(facts, texts.SMALL if few else texts.WANTING, tiled, top, brush)
    if not few and page.well:
        drawn += _head(texts.REST, page.well, top, brush)
        lines, bottom = listing(facts, page.well, top + HEAD, brush)
        drawn, top = [*drawn, *lines], bottom + AFTER
    tiles, top = _tiles(facts, texts.ABSENT, page.absent, top, brush)
    return [*drawn, *tiles], top


def _tiles(
    facts: DigestFacts, head: str, counties: Sequence[Named], top: float, brush: Brush
) -> tuple[list[Shape], float]:
    if not counties:
        return [], top
    tiles, bottom = flow(facts, counties, top + HEAD, brush)
    return [*_head(head, counties, top, brush), *tiles], bottom + AFTER


def _head(words: str, counties: Sequence[Named], top: float, brush: Brush) -> list[Shape]:
    place = Box(MARGIN, top, ROOM, HEAD - 2)
    return [*brush.own(place, texts.counted(words, len(counties)), Pen(12, FAINT))]
