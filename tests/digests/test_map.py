"""A digest's map: each county's state on it or below it, and tiles where there is no map."""

from pathlib import Path

import pytest

from bot.maps import Maps, installed
from campaign.progress import Progress
from digests.atlas import Atlas
from digests.facts import DigestFacts
from tests.digests.borders import country, square, write_borders
from tests.digests.drawn import svgs, tiles
from tests.digests.mapped import Shown, atlas_of, mapped, shown
from tests.digests.sizes import ANHUI, JIUJIANG, LED, NATION, SICHUAN, names, sized
from tests.digests.stands import county, facts, moment
from tests.digests.test_picture import LETTERS, changed
from tests.digests.test_picture_places import check

TITLE, PLAIN_TITLE = ">县级工会联系情况示意图<", ">县级工会联系情况图<"


def expect_all(made: DigestFacts, found: dict[int, Shown]) -> None:
    """Each county stands there with its state, and under its name somewhere."""
    assert sorted(found) == list(range(len(made.counties)))
    for place, seen in found.items():
        row = made.counties[place]
        assert row.progress
        assert seen.data["mark"] == row.progress
        assert seen.data["number"] == f"{row.done}/{row.required}"
        assert seen.data["bare"] == f"{place in made.sections[0].uncovered:d}"
        assert any(row.name[:2] in words for words in seen.words), row.name
        # Who wants something, or is not on the map, is never told by colour alone.
        if row.progress.name in {"OVERDUE", "NEVER", "BEHIND"} or not seen.on_map:
            assert LETTERS[row.progress] in seen.words


@pytest.fixture(scope="module")
def real() -> Maps:
    """The borders that developers have installed."""
    file = installed()
    assert file
    return Maps(file)


@pytest.mark.parametrize("size", [JIUJIANG, LED, ANHUI, SICHUAN])
def test_every_county_of_a_real_map_has_its_state_and_name(real: Maps, size: int) -> None:
    (svg,) = mapped(sized(size), real)
    check(svg)
    found = shown(svg)
    expect_all(sized(size), found)
    assert all(seen.on_map for seen in found.values())
    assert TITLE in svg
    assert ">演示<" in svg
    assert "不作划界依据" in svg
    assert (">不在范围内 50<" in svg) is (size == LED)


@pytest.mark.parametrize("across", [3, 8, 20, 60])
def test_words_fit_however_small_the_counties_are(tmp_path: Path, across: int) -> None:
    (svg,) = mapped(sized(ANHUI), atlas_of(tmp_path, names(ANHUI), across))
    check(svg)
    expect_all(sized(ANHUI), shown(svg))


def test_letter_number_and_name_stand_in_a_county_that_is_large(tmp_path: Path) -> None:
    (svg,) = mapped(sized(JIUJIANG), atlas_of(tmp_path, names(JIUJIANG), 4))
    found = shown(svg)
    assert found[0].words == ["按", "1/2", "濂溪区"]
    assert not tiles(svg)
    assert "写不下" not in svg


def test_who_has_no_borders_stands_below_the_map(tmp_path: Path) -> None:
    known = [place for place in names(JIUJIANG) if place[1] not in {"修水县", "庐山市"}]
    (svg,) = mapped(sized(JIUJIANG), atlas_of(tmp_path, known, 4))
    expect_all(sized(JIUJIANG), shown(svg))
    rows = sized(JIUJIANG).counties
    assert {rows[place].name for place, seen in shown(svg).items() if not seen.on_map} == {"修水县", "庐山市"}
    assert ">未画在图上的 2<" in svg


def test_of_many_without_room_for_their_names_those_that_want_something_have_tiles(real: Maps) -> None:
    (svg,) = mapped(sized(SICHUAN), real)
    marks = {tile.get("data-mark") for tile in tiles(svg).values()}
    assert marks == {"overdue", "never", "behind"}
    assert "乐山市市中区" in svg
    assert "内江市市中区" in svg


def test_few_without_room_are_tiles_together(real: Maps) -> None:
    (svg,) = mapped(sized(JIUJIANG), real)
    assert "图上写不下名称的 " in svg
    assert "listed" not in svg


@pytest.mark.parametrize(("progress", "head"), [(Progress.NEVER, ">未登记 1"), (Progress.DONE, ">已完成 1")])
def test_of_very_many_all_are_called_by_name(real: Maps, progress: Progress, head: str) -> None:
    made = sized(SICHUAN)
    rows = tuple(row.model_copy(update={"progress": progress}) for row in made.counties)
    made = made.model_copy(update={"counties": rows})
    (svg,) = mapped(made, real)
    check(svg)
    assert not tiles(svg)
    assert head in svg
    assert "图上写不下名称的 " in svg
    assert "其余" not in svg
    assert sorted(shown(svg)) == list(range(SICHUAN))
    assert all(any(row.name[:2] in words for words in shown(svg)[n].words) for n, row in enumerate(rows))


@pytest.mark.parametrize("known", [0, 6])
def test_a_map_of_less_than_a_half_is_none(tmp_path: Path, known: int) -> None:
    other = [("别市", "某县")]
    (svg,) = mapped(sized(JIUJIANG), atlas_of(tmp_path, [*names(JIUJIANG)[:known], *other]))
    assert svg == svgs(sized(JIUJIANG))[0]
    assert PLAIN_TITLE in svg


def test_a_nation_has_a_map_for_each_province_and_none_of_all(tmp_path: Path) -> None:
    made = sized(NATION)
    drawn = mapped(made, atlas_of(tmp_path, names(NATION), 40))
    assert not shown(drawn[0])
    assert "示意图" not in drawn[0]
    assert ">四川省县级工会联系情况示意图（24/32）<" in drawn[23]
    places = [place for svg in drawn for place in shown(svg)]
    assert sorted(places) == list(range(NATION))


def test_odd_names_and_a_campaign_of_nobody(tmp_path: Path) -> None:
    odd = (county("<甲&😀\x01县>"), county("乙" * 60, prefecture='"州"'), county("", prefecture=""))
    made = facts(moment(2023, 2, 27), odd)
    atlas = atlas_of(tmp_path, [(row.prefecture, row.name) for row in odd], 3)
    (svg,) = mapped(made, atlas)
    check(svg)
    assert sorted(shown(svg)) == [0, 1, 2]
    assert TITLE not in mapped(facts(moment(2023, 2, 27), ()), atlas)[0]


def test_a_number_too_wide_for_its_county_is_left_out(tmp_path: Path) -> None:
    made = changed(sized(JIUJIANG), 0, done=12345, required=67890)
    (svg,) = mapped(made, atlas_of(tmp_path, names(JIUJIANG), 6))
    check(svg)
    assert shown(svg)[0].words == ["按", "濂溪区"]


def test_islands_far_off_stand_below_with_those_that_are_near_on_the_map(tmp_path: Path) -> None:
    *near, far = names(JIUJIANG)
    islands = [square(0, -300, side=900), square(20, -260, side=900)]
    atlas = Atlas(write_borders(tmp_path / "borders", [*country(near, 4), (far, islands)]))
    (svg,) = mapped(sized(JIUJIANG), atlas)
    assert [place for place, seen in shown(svg).items() if not seen.on_map] == [12]
