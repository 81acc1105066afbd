"""Maps as pixels: colours as they are, holes and islands, borders smooth, small files."""

from pathlib import Path

import pytest
from PIL import Image
from resvg_py import svg_to_bytes

from digests.atlas import Atlas
from digests.picture import digest_picture
from digests.picture.drawing import TALLEST, drawings, fineness
from digests.picture.marks import PAINTS, Mark
from digests.picture.plate import plate_image
from digests.picture.raster import png_of
from digests.picture.shapes import Area, Box, Plate
from digests.picture.svg import svg_of
from digests.typeface import load_typeface
from tests.digests.mapped import atlas_of
from tests.digests.sizes import JIUJIANG, SICHUAN, names, sized
from tests.digests.test_picture_ink import MEAN, MOST_BYTES, WORST, differ, opened, rgb

PAPER = (242, 244, 247)
BLUE, WHITE = "#0b4f7d", "#ffffff"
OUTER = ((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0))
HOLE = ((40.0, 40.0), (60.0, 40.0), (60.0, 60.0), (40.0, 60.0))
ISLAND = ((92.0, 0.0), (100.0, 0.0), (100.0, 8.0), (92.0, 8.0))


def plate(*areas: Area) -> Image.Image:
    return plate_image(
        Plate(Box(0, 0, 100, 100), areas, ((*OUTER, OUTER[0]),), "#8d99a5", "#33414e"), PAPER, 2.0
    )


def test_a_hole_is_open_and_an_island_is_filled() -> None:
    drawn = plate(Area({}, (OUTER, HOLE, ISLAND), BLUE))
    found = [drawn.getpixel((2 * x, 2 * y)) for x, y in ((25, 25), (50, 50), (96, 4), (4, 50))]
    assert found == [rgb(BLUE), PAPER, rgb(BLUE), PAPER]


def test_a_border_of_its_own_goes_round_an_area() -> None:
    bordered = plate(Area({}, (OUTER,), WHITE, "#c2410c", 2.0))
    assert bordered.getpixel((20, 100)) == rgb("#c2410c")
    assert plate(Area({}, (OUTER,), WHITE)).getpixel((20, 100)) == rgb("#33414e")


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return atlas_of(tmp_path, names(SICHUAN), 14)


def test_a_map_is_what_its_svg_says(tmp_path: Path) -> None:
    typeface = load_typeface()
    (drawing,) = drawings(sized(JIUJIANG), typeface, atlas_of(tmp_path, names(JIUJIANG), 5))
    ours = opened(png_of(drawing, typeface, 2))
    theirs = svg_to_bytes(
        svg_string=svg_of(drawing), skip_system_fonts=True, font_files=list(typeface.paths), zoom=2
    )
    mean, worst = differ(ours, opened(theirs))
    assert mean < 2 * MEAN
    assert worst < 2 * WORST


def test_a_map_of_many_is_small_and_sharp_and_keeps_its_colours(atlas: Atlas) -> None:
    typeface = load_typeface()
    (drawing,) = drawings(sized(SICHUAN), typeface, atlas)
    assert 1.7 <= fineness(drawing) <= TALLEST / drawing.height
    data = digest_picture(sized(SICHUAN), 0, atlas)
    assert len(data) < MOST_BYTES
    counted = {colour for _, colour in opened(data).getcolors(1 << 16) or ()}
    assert {rgb(PAINTS[mark].fill) for mark in Mark if mark is not Mark.LOGGED} <= counted
