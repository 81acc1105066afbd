"""What the picture says: each county's state and number, groups, shares, pages; odd names."""

import pytest

from campaign.progress import Progress
from campaign.standing import CountyState
from digests.facts import DigestFacts
from digests.outgoing import picture
from digests.picture import digest_picture, digest_pictures, page_count, texts
from digests.picture.marks import Mark
from digests.typeface import load_typeface
from tests.campaign.plans import plan
from tests.digests.drawn import said, sized_svgs, svgs, tiles
from tests.digests.sizes import ALL, ANHUI, JIUJIANG, NATION, sized, unknown
from tests.digests.stands import county, facts, moment

FEBRUARY = moment(2023, 2, 27)
# By hand: what each word of progress looks like on a tile.
LETTERS = {
    Progress.DONE: "完",
    Progress.ON_TRACK: "按",
    Progress.NEW: "新",
    Progress.PAUSED: "停",
    Progress.BEHIND: "落",
    Progress.NEVER: "未",
    Progress.OVERDUE: "逾",
}


def changed(made: DigestFacts, place: int, **changes: object) -> DigestFacts:
    """The facts with one county's changed."""
    counties = list(made.counties)
    counties[place] = counties[place].model_copy(update=changes)
    return made.model_copy(update={"counties": tuple(counties)})


@pytest.mark.parametrize("size", ALL)
def test_every_county_has_one_tile_with_its_state_and_number(size: int) -> None:
    made = sized(size)
    pages = [tiles(svg) for svg in sized_svgs(size)]
    assert sorted(place for page in pages for place in page) == list(range(size))
    for place, tile in (item for page in pages for item in page.items()):
        row = made.counties[place]
        assert row.progress
        letter, number, *name = said(tile)
        assert (letter, number) == (LETTERS[row.progress], f"{row.done}/{row.required}")
        assert (tile.get("data-mark"), tile.get("data-number")) == (row.progress, number)
        assert tile.get("data-bare") == ("1" if place in made.sections[0].uncovered else "0")
        assert row.name.startswith("".join(name)[:-1])


def test_letters_are_words_of_their_own() -> None:
    assert len({texts.LETTERS[mark] for mark in Mark}) == len(Mark)
    assert {texts.LETTERS[Mark[progress.name]] for progress in Progress} == set(LETTERS.values())
    assert all(texts.LETTERS[mark] in texts.WORDS[mark] for mark in Mark if mark is not Mark.PAUSED)


def test_counties_of_a_city_stand_together_with_their_share() -> None:
    rows = (
        county("甲县", contacts=3, period=2, days=3, prefecture="一市"),
        county("乙县", prefecture="二市"),
        county("丙县", contacts=1, period=1, days=1, prefecture="一市"),
    )
    (svg,) = svgs(facts(FEBRUARY, rows))
    assert list(tiles(svg)) == [0, 2, 1]
    assert svg.index(">一市<") < svg.index(">3/4<") < svg.index(">甲县<")  # the third visit helps no other
    assert svg.index(">丙县<") < svg.index(">二市<") < svg.index(">0/2<") < svg.index(">乙县<")


def test_the_legend_counts_the_states_that_occur() -> None:
    (svg,) = svgs(sized(JIUJIANG))
    for words in ("已完成 2", "按期 6", "落后 3", "未登记 1", "逾期 1", "本期未登记联系 6"):
        assert f">{words}<" in svg
    assert "新建" not in svg
    assert "暂停" not in svg


def test_the_bar_says_what_is_done_of_what_is_owed_and_how_much_time_is_gone() -> None:
    (svg,) = svgs(sized(JIUJIANG))
    for words in ("每年实地调研（2023年）", "38%", "10/26 次", "时间已过 82%"):
        assert f">{words}<" in svg


def test_without_a_quota_the_bar_says_how_many_counties_have_contact() -> None:
    made = sized(JIUJIANG)
    free = made.quota.model_copy(update={"required": 0, "owed": 0})
    rows = tuple(row.model_copy(update={"required": 0}) for row in made.counties)
    (svg,) = svgs(made.model_copy(update={"quota": free, "counties": rows}))
    assert ">54%<" in svg
    assert ">7/13 个<" in svg
    assert "时间已过" not in svg


def test_windows_before_are_drawn_when_there_are_two() -> None:
    made = sized(JIUJIANG)
    (svg,) = svgs(made)
    assert svg.index(">2月<") < svg.index(">4月<") < svg.index(">10月<")
    (svg,) = svgs(made.model_copy(update={"trend": made.trend[-1:]}))
    assert ">10月<" not in svg


def test_what_no_rule_asks_and_what_was_frozen_before_there_was_progress() -> None:
    made = changed(sized(JIUJIANG), 0, progress=None, state=CountyState.CONTACTED, required=0, done=4)
    assert said(tiles(svgs(made)[0])[0])[:2] == ["联", "4"]
    quota = made.quota.model_copy(update={"counties": None, "days": 0})
    old = sized(JIUJIANG).model_copy(update={"version": 1, "trend": (), "quota": quota})
    for place in range(JIUJIANG):
        old = changed(old, place, required=0, progress=None)
    (svg,) = svgs(old)
    assert said(tiles(svg)[3])[:2] == ["完", "2/2"]
    assert ">10/26 次<" in svg


def test_a_demo_and_what_was_asked_for_are_marked() -> None:
    (svg,) = svgs(facts(FEBRUARY, (), rules=plan(demo=True)).model_copy(update={"live": True}))
    assert ">演示</text>" in svg
    assert ">实时</text>" in svg
    (svg,) = svgs(facts(FEBRUARY, ()))
    assert ">演示</text>" not in svg


def test_typed_names_may_hold_anything() -> None:
    odd = (county("<甲&😀\x01县>"), county("乙" * 60, prefecture='"州"'), county("", prefecture=""))
    made = facts(FEBRUARY, odd, rules=plan(title="<&> ❤️‍🔥" + "很长" * 40))
    (svg,) = svgs(made)
    assert "".join(said(tiles(svg)[0])[2:]) == "<甲&□□县>"
    assert "乙…" in svg
    assert digest_picture(made).startswith(b"\x89PNG")


def test_a_nation_is_shown_by_province() -> None:
    made = sized(NATION)
    first, *provinces = sized_svgs(NATION)
    assert len(provinces) == 31
    assert 'data-province="四川省"' in first
    assert not tiles(first)
    sichuan = next(svg for svg in provinces if ">四川省县级工会联系情况图（24/32）<" in svg)
    assert {made.counties[place].prefecture for place in tiles(sichuan)} >= {"成都市", "凉山彝族自治州"}
    assert len(tiles(sichuan)) == 183


def test_unknown_places_are_divided_by_size() -> None:
    pages = svgs(unknown(520))
    assert [len(tiles(page)) for page in pages] == [180, 180, 160]
    assert "（3/3）<" in pages[2]


def test_each_page_becomes_a_picture() -> None:
    made = sized(ANHUI)
    assert digest_pictures(made) == [digest_picture(made)]
    assert page_count(made) == 1
    two = unknown(220)
    assert page_count(two) == len(digest_pictures(two)) == 2
    assert "（2/2）" in picture(two, 1).text
    assert picture(two, 1).photo == digest_picture(two, 1) != digest_picture(two)
    assert load_typeface().require("".join(texts.LETTERS.values()))
