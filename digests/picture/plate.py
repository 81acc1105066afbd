"""Areas that touch, as pixels: drawn twice as fine and made small again, so that borders are smooth."""

from collections.abc import Iterator
from itertools import chain

from PIL import Image, ImageChops, ImageColor, ImageDraw

from digests.picture.palette import Colour, Pair
from digests.picture.shapes import Area, Plate

FINER = 2
Flat = list[tuple[float, float]]


def plate_image(plate: Plate, paper: Colour, zoom: float) -> Image.Image:
    """Return the areas on paper, `zoom` pixels a unit."""
    fine = zoom * FINER
    size = tuple(max(FINER, round(side * zoom) * FINER) for side in (plate.box.width, plate.box.height))
    image = Image.new("RGB", (size[0], size[1]), paper)
    draw = ImageDraw.Draw(image)
    drawn = [(area, [_finer(ring, fine) for ring in area.rings]) for area in plate.areas]
    for area, rings in drawn:
        _fill(image, draw, area, rings)
    for ring in chain.from_iterable(rings for _, rings in drawn):
        draw.line([*ring, ring[0]], colour(plate.thin_ink), max(1, round(plate.thin * fine)))
    for line in plate.strong:
        draw.line(_finer(line, fine), colour(plate.strong_ink), max(1, round(plate.thick * fine)))
    for area, rings in drawn:
        for ring in rings if area.line else ():
            draw.line([*ring, ring[0]], colour(area.border), round(area.line * fine))
    return image.reduce(FINER)


def touching(plate: Plate, paper: Colour) -> Iterator[Pair]:
    """Return the colours that meet: every fill and every line."""
    fills = dict.fromkeys([paper, *(colour(area.fill) for area in plate.areas)])
    own = (colour(area.border) for area in plate.areas if area.line)
    inks = dict.fromkeys([colour(plate.thin_ink), colour(plate.strong_ink), *own])
    return ((fill, ink) for fill in fills for ink in inks)


def colour(written: str) -> Colour:
    """Return a colour that is written as in a style sheet."""
    red, green, blue, *_ = ImageColor.getrgb(written)
    return red, green, blue


def _finer(ring: tuple[tuple[float, float], ...], fine: float) -> Flat:
    return [(x * fine, y * fine) for x, y in ring]


def _fill(image: Image.Image, draw: ImageDraw.ImageDraw, area: Area, rings: list[Flat]) -> None:
    """Fill an area; one with several rings by a mask, ring by ring turned over."""
    fill = colour(area.fill)
    if len(rings) == 1:
        draw.polygon(rings[0], fill)
        return
    left, top = (int(min(point[n] for ring in rings for point in ring)) for n in (0, 1))
    right, bottom = (int(max(point[n] for ring in rings for point in ring)) + 1 for n in (0, 1))
    mask = Image.new("1", (right - left + 1, bottom - top + 1))
    for ring in rings:
        one = Image.new("1", mask.size)
        ImageDraw.Draw(one).polygon([(x - left, y - top) for x, y in ring], 1)
        mask = ImageChops.logical_xor(mask, one)
    image.paste(fill, (left, top), mask)
