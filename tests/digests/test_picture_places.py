"""On a phone 390 pixels wide nothing is too small, nothing overlaps, nothing is outside."""

from dataclasses import replace

import pytest

from digests.picture.drawing import TALLEST, drawings, fineness
from digests.picture.styles import WIDTH
from digests.picture.texts import short_name
from digests.picture.words import in_lines, in_one_line, text_width
from digests.typeface import load_typeface
from tests.campaign.plans import plan
from tests.digests.drawn import lines, sized_svgs, svgs
from tests.digests.sizes import ALL, JIUJIANG, NATION, SICHUAN, sized
from tests.digests.stands import county, facts, moment
from tests.digests.test_picture import changed

SMALLEST = 11.0


def check(svg: str) -> None:
    """Every line of a page, by what the font makes of it."""
    drawn = lines(svg)
    assert min(line.size for line in drawn) >= SMALLEST
    assert all(line.left >= 0 and line.right <= WIDTH for line in drawn)
    ordered = sorted(drawn, key=lambda line: line.top)
    near = (
        pair
        for n, line in enumerate(ordered)
        for pair in ((line, other) for other in ordered[n + 1 : n + 40])
    )
    assert not [(one.words, other.words) for one, other in near if one.overlaps(other)]


@pytest.mark.parametrize("size", ALL)
def test_no_words_overlap_or_are_too_small(size: int) -> None:
    for svg in sized_svgs(size):
        check(svg)


def test_words_that_do_overlap_are_found() -> None:
    (svg,) = sized_svgs(JIUJIANG)
    words, other = lines(svg)[2:4]
    assert not words.overlaps(other)
    assert words.overlaps(replace(other, top=words.bottom - 1))
    assert not words.overlaps(replace(other, top=words.bottom - 1, left=words.right))


def test_odd_names_do_not_overlap() -> None:
    odd = (
        county(
            "双江拉祜族佤族布朗族傣族自治县", contacts=12, period=3, days=12, prefecture="巴音郭楞蒙古自治州"
        ),
        county("W" * 40, prefecture="巴音郭楞蒙古自治州"),
        county("乙" * 60, contacts=1234, days=1234, prefecture="很长的市名" * 6),
        county("", prefecture=""),
    )
    made = facts(moment(2023, 12, 27), odd, rules=plan(title="MW" * 60, demo=True))
    (svg,) = svgs(made.model_copy(update={"live": True}))
    check(svg)


def test_wide_numbers_do_not_overlap() -> None:
    made = changed(sized(SICHUAN), 0, done=100, required=120)
    for size in (sized(JIUJIANG), made):
        (svg,) = svgs(changed(size, 5, done=12345, required=67890))
        check(svg)


@pytest.mark.parametrize("size", [size for size in ALL if size != NATION])
def test_every_size_is_sharp_on_a_phone(size: int) -> None:
    (drawing,) = drawings(sized(size), load_typeface())
    assert drawing.height * fineness(drawing) <= TALLEST
    assert fineness(drawing) >= (1.7 if size == SICHUAN else 2.0)


def test_widths_are_never_underestimated() -> None:
    (svg,) = sized_svgs(SICHUAN)
    for line in lines(svg):
        assert line.right - line.left <= text_width(line.words, line.size) + 0.1


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("北川羌族自治县", "北川县"),
        ("阿坝藏族羌族自治州", "阿坝州"),
        ("龙胜各族自治县", "龙胜县"),
        ("前郭尔罗斯蒙古族自治县", "前郭尔罗斯县"),
        ("察布查尔锡伯自治县", "察布查尔县"),
        ("东乡族自治县", "东乡族自治县"),
        ("修水县", "修水县"),
    ],
)
def test_autonomous_places_have_a_short_name(name: str, short: str) -> None:
    assert short_name(name) == short


def test_words_are_broken_and_cut_only_where_they_must() -> None:
    assert in_one_line("修水县", 12, 40) == (("修水县",), 12)
    assert in_one_line("修水县", 16, 36).size == 12
    assert in_one_line("很长很长的名字", 16, 44).lines == ("很长很…",)
    assert in_lines("共青城市", 12, 36).lines == ("共青", "城市")
    assert in_lines("一二三四五六七八九十", 12, 36, most=2).lines == ("一二三", "四五…")
