"""The picture by its ink: tiles in their colours, text really drawn, grey still telling the states apart."""

from itertools import pairwise

import pytest

from campaign.standing import CountyState
from digests.picture import PAINTS, PAPER, digest_picture, picture_svg, render
from digests.tiles import LABELLED_RATIO, MARGIN, WIDTH, lay_out
from digests.typeface import load_typeface
from tests.campaign.plans import plan
from tests.digests.png import Pixel, Pixels, read_png
from tests.digests.stands import county, facts, moment

FEBRUARY = moment(2023, 2, 27)
ONE_OF_EACH = (
    county("甲县", contacts=3, period=2, days=2),
    county("乙县", contacts=1, period=1),
    county("丙县", contacts=1),
    county("丁县"),
)
ZOOM = 0.25
TELEGRAM_SIDE = 2560


def rgb(colour: str) -> Pixel:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def drawn(svg: str) -> Pixels:
    return read_png(render(svg, load_typeface(), ZOOM))


def test_tiles_have_the_colour_of_their_state() -> None:
    pixels = drawn(picture_svg(facts(FEBRUARY, ONE_OF_EACH), load_typeface()))
    for box, state in zip(lay_out(4).tiles, CountyState, strict=True):
        x, y = int((box.x + box.width / 2) * ZOOM), int((box.y + box.height * 0.12) * ZOOM)
        assert pixels.at(x, y) == rgb(PAINTS[state].fill)


def test_grey_keeps_the_order_of_the_states() -> None:
    shades = [sum(rgb(PAINTS[state].fill)) / 3 for state in CountyState]
    assert shades == sorted(shades)
    assert min(b - a for a, b in pairwise(shades)) > 20


@pytest.mark.parametrize("state", CountyState)
def test_letters_stand_out_from_their_tile(state: CountyState) -> None:
    def light(colour: str) -> float:
        parts = [part / 255 for part in rgb(colour)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((light(PAINTS[state].fill), light(PAINTS[state].ink)))
    assert (high + 0.05) / (low + 0.05) > 4.5  # WCAG 2, AA


def test_text_is_really_drawn() -> None:
    svg = picture_svg(facts(FEBRUARY, ONE_OF_EACH), load_typeface())
    blank = svg.replace("<text ", '<text visibility="hidden" ')
    with_text, without = drawn(svg).colours(), drawn(blank).colours()
    assert without[rgb(PAPER)] - with_text[rgb(PAPER)] > 1000


def test_each_name_leaves_ink_of_its_own() -> None:
    svg = picture_svg(facts(FEBRUARY, ONE_OF_EACH), load_typeface())
    box = lay_out(4).tiles[3]
    row = int((box.y + box.height * 0.62) * ZOOM)
    line = drawn(svg).rows[row][int(box.x * ZOOM) * 4 : int((box.x + box.width) * ZOOM) * 4]
    assert len(set(line)) > 10


def test_letters_and_numbers_are_on_the_tiles() -> None:
    svg = picture_svg(facts(FEBRUARY, ONE_OF_EACH), load_typeface())
    assert [svg.count(f">{state}</text>") for state in CountyState] == [2, 2, 2, 2]
    assert [svg.count(f">{number}</text>") for number in ("2/2", "0/2")] == [1, 3]
    assert "截至2023年2月27日 09:00" in svg


def test_a_demo_is_marked() -> None:
    assert ">演示</text>" in picture_svg(facts(FEBRUARY, (), rules=plan(demo=True)), load_typeface())
    assert ">演示</text>" not in picture_svg(facts(FEBRUARY, ()), load_typeface())


def test_typed_names_may_hold_anything() -> None:
    odd = (county("<甲&😀\x01县>"), county("乙" * 30, prefecture='"州"'))
    svg = picture_svg(facts(FEBRUARY, odd, rules=plan(title="<&> ❤️‍🔥")), load_typeface())
    assert "&lt;甲&amp;□□县&gt;" in svg
    assert digest_picture(facts(FEBRUARY, odd)).startswith(b"\x89PNG")


@pytest.mark.parametrize("count", [0, 1, 13, 54, 104, 183])
def test_every_size_of_campaign_fits_a_phone(count: int) -> None:
    sheet = lay_out(count, LABELLED_RATIO)
    assert max(WIDTH, sheet.height) * sheet.fineness <= TELEGRAM_SIDE
    for box in sheet.tiles:
        assert box.x >= MARGIN - 0.01
        assert box.x + box.width <= WIDTH - MARGIN + 0.01
        assert box.y + box.height <= sheet.foot
    assert len({(round(box.x), round(box.y)) for box in sheet.tiles}) == count


def test_counties_of_a_prefecture_stand_together() -> None:
    rows = (
        county("甲县", prefecture="一市"),
        county("乙县", prefecture="二市"),
        county("丙县", prefecture="一市"),
    )
    svg = picture_svg(facts(FEBRUARY, rows), load_typeface())
    assert svg.index(">甲县<") < svg.index(">丙县<") < svg.index(">乙县<")
    assert svg.count(">一市<") == 2
