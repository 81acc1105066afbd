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
# Two rows of tiles need no order of importance, and more than ten would be longer than no map.
FEW, MOST = 2 * FLOWING.columns, 10 * FLOWING.columns


def below(facts: DigestFacts, page: MapPage, top: float, brush: Brush) -> tuple[list[Shape], float]:
    """Draw what is not named on the map; returns where that ends.

    Of many only those that want something have tiles, if they are not too many; others are called by name.
    """
    tiled = page.wanting if len(page.wanting) <= MOST else ()
    if len(page.unnamed) <= FEW:
        tiled = page.unnamed
    listed = [county for county in page.unnamed if county not in tiled]
    head = texts.WANTING if listed else texts.SMALL
    drawn, top = _tiles(facts, head, tiled, top, brush)
    if listed:
        drawn += _head(texts.REST if tiled else texts.SMALL, listed, top, brush)
        lines, bottom = listing(facts, listed, top + HEAD, brush)
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
