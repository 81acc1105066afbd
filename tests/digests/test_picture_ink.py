"""The pictures as pixels: as recorded, as their SVG says, with colours that are told apart in grey."""

import os
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from resvg_py import svg_to_bytes

from digests.picture import digest_picture
from digests.picture.drawing import drawings
from digests.picture.marks import PAINTS, Mark
from digests.picture.raster import png_of
from digests.picture.svg import svg_of
from digests.typeface import FAMILY, load_typeface
from tests.digests.sizes import ALL, JIUJIANG, NATION, SICHUAN, sized

GOLDEN = Path(__file__).parent / "golden" / "pictures"
# A picture is compared at a fifth of a phone's size, by lightness of 0 to 255: on the whole, and anywhere.
ACROSS = 78
MEAN, WORST = 1.0, 24
MOST_BYTES = 300_000


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def blurred(picture: Image.Image) -> Image.Image:
    size = ACROSS, round(picture.height * ACROSS / picture.width)
    return picture.convert("L").resize(size, Image.Resampling.BOX)


def differ(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Return how far two pictures differ: on the whole, and where they do most."""
    first, second = blurred(one), blurred(other)
    assert first.size == second.size
    difference = ImageChops.difference(first, second)
    return ImageStat.Stat(difference).mean[0], ImageStat.Stat(difference).extrema[0][1]


def first_page(size: int, zoom: float = 1.0) -> bytes:
    typeface = load_typeface()
    return png_of(next(drawings(sized(size), typeface)), typeface, zoom)


@pytest.mark.parametrize("size", ALL)
def test_pictures_look_as_recorded(size: int) -> None:
    """Record them anew with RECORD_GOLDEN=1, then look at them."""
    path, drawn = GOLDEN / f"{size}.png", first_page(size)
    if os.environ.get("RECORD_GOLDEN"):
        path.write_bytes(drawn)
    mean, worst = differ(opened(drawn), opened(path.read_bytes()))
    assert mean < MEAN
    assert worst < WORST


def test_a_tile_of_another_colour_is_another_picture() -> None:
    drawn = opened(first_page(SICHUAN))
    other = drawn.copy()
    other.paste(PAINTS[Mark.NEVER].fill, (62, 263, 106, 290))
    assert differ(drawn, other)[1] >= WORST


@pytest.mark.parametrize("size", [JIUJIANG, NATION])
def test_the_picture_is_what_its_svg_says(size: int) -> None:
    typeface = load_typeface()
    svg = svg_of(next(drawings(sized(size), typeface)))
    assert FAMILY in svg
    drawn = svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(typeface.paths), zoom=2)
    mean, worst = differ(opened(first_page(size, 2)), opened(drawn))
    assert mean < 2 * MEAN
    assert worst < 2 * WORST


def test_a_picture_is_small_and_sharp() -> None:
    data = digest_picture(sized(SICHUAN))
    assert len(data) < MOST_BYTES
    assert opened(data).size == (682, 2560)


def test_colours_are_kept_exactly() -> None:
    drawn = opened(digest_picture(sized(JIUJIANG)))
    counted = {colour for _, colour in drawn.getcolors(1 << 16) or ()}
    marks = {Mark.DONE, Mark.ON_TRACK, Mark.BEHIND, Mark.NEVER, Mark.OVERDUE}
    assert {rgb(PAINTS[mark].fill) for mark in marks} <= counted


def test_grey_tells_the_states_apart() -> None:
    """By their fill in three steps, and in each step by a border or none."""
    light = {mark: lightness(paint.fill) for mark, paint in PAINTS.items()}
    dark, middle, bright = [Mark.DONE, Mark.OVERDUE], [Mark.ON_TRACK], [Mark.BEHIND, Mark.NEW, Mark.NEVER]
    steps = [[light[mark] for mark in marks] for marks in (dark, middle, bright)]
    assert all(max(one) + 20 < min(other) for one, other in pairwise(steps))
    assert [PAINTS[mark].line for mark in bright] == [1.0, 1.0, 2.0]


@pytest.mark.parametrize("mark", Mark)
def test_letters_stand_out_from_their_tile(mark: Mark) -> None:
    def light(colour: str) -> float:
        parts = [part / 255 for part in rgb(colour)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((light(PAINTS[mark].fill), light(PAINTS[mark].ink)))
    assert (high + 0.05) / (low + 0.05) > 4.5  # WCAG 2, AA


def lightness(colour: str) -> int:
    """How light a colour is, 0 to 255."""
    return int(Image.new("RGB", (1, 1), colour).convert("L").tobytes()[0])


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
