"""Who is paired with whom in the shipped campaigns: the documents' counties, no liaison with too many."""

from collections import Counter

import pytest

from bot.campaign_files import read_campaign, shipped
from campaign.divisions import load_divisions
from campaign.roster import RosterRow

REAL = {"anhui-2022", "jiujiang-2022"}
# Counties, those of them that have somebody, liaisons.
FIGURES = {
    "national-2022": (2843, 100, 50),
    "anhui-2022": (104, 54, 27),
    "sichuan-2022": (183, 42, 21),
    "jiujiang-2022": (13, 13, 7),
    "jiujiang-2022-demo": (13, 13, 7),
    "guangan-2022": (6, 6, 4),
    "guangyuan-2022": (8, 8, 4),
    "aba-2022": (13, 11, 8),
    "bazhong-2022": (5, 5, 3),
    "dazhou-2022": (7, 7, 4),
    "meishan-2022": (6, 6, 3),
}


def _paired(campaign: str) -> list[RosterRow]:
    return [row for row in read_campaign(campaign)[1].rows if row.liaison]


def _counties(rows: list[RosterRow]) -> set[tuple[str, str]]:
    return {(row.prefecture, row.county) for row in rows}


def test_nothing_else_is_shipped() -> None:
    assert set(shipped()) == set(FIGURES)


@pytest.mark.parametrize("campaign", sorted(FIGURES))
def test_a_roster_loads_without_doubt_and_has_its_counties(campaign: str) -> None:
    roster = read_campaign(campaign)[1]
    paired = [row for row in roster.rows if row.liaison]
    liaisons = {row.liaison for row in paired}
    assert (roster.faults, roster.doubts) == ((), ())
    assert (roster.counties, len(paired), len(liaisons)) == FIGURES[campaign]
    assert len(roster.rows) == roster.counties


@pytest.mark.parametrize("campaign", sorted(FIGURES))
def test_every_liaison_has_as_many_counties_as_the_limits_allow(campaign: str) -> None:
    limits = read_campaign(campaign)[0].limits
    counted = Counter(row.liaison for row in _paired(campaign))
    assert not [name for name, count in counted.items() if not limits.least <= count <= limits.most]
    if limits.cover_all:
        assert FIGURES[campaign][0] == FIGURES[campaign][1]


@pytest.mark.parametrize("campaign", ["national-2022", "anhui-2022", "sichuan-2022"])
def test_a_union_above_the_cities_gives_each_liaison_two(campaign: str) -> None:
    assert set(Counter(row.liaison for row in _paired(campaign)).values()) == {2}


def test_jiujiang_gives_its_last_leader_one() -> None:
    counted = Counter(row.liaison for row in _paired("jiujiang-2022"))
    assert list(counted.values()) == [2, 2, 2, 2, 2, 2, 1]


@pytest.mark.parametrize("campaign", sorted(set(FIGURES) - REAL))
def test_nobody_real_is_named_where_no_table_is_public(campaign: str) -> None:
    names = {name for row in _paired(campaign) for name in (row.liaison, row.contact_person) if name}
    assert not [name for name in names if not name.startswith("演示")]


def test_each_county_but_a_development_zone_has_its_code() -> None:
    without = {(c, row.county) for c in FIGURES for row in read_campaign(c)[1].rows if not row.code}
    assert without == {("guangyuan-2022", "广元经开区")}


def test_the_nation_and_the_provinces_have_every_county() -> None:
    divisions = load_divisions()
    for campaign, place in (("anhui-2022", "安徽省"), ("sichuan-2022", "四川省")):
        codes = {row.code for row in read_campaign(campaign)[1].rows}
        assert codes == {row.code for row in divisions.within(place)}
    nation = {row.code for row in read_campaign("national-2022")[1].rows}
    assert nation == {row.code for row in divisions.rows}


def test_anhui_leaves_fifty_counties_to_its_cities() -> None:
    rows = read_campaign("anhui-2022")[1].rows
    alone = [row for row in rows if not row.liaison]
    assert (len(rows) - len(alone), len(alone)) == (54, 50)
    assert len({row.prefecture for row in alone}) == 16
    assert {row.county for row in alone if row.prefecture == "淮南市"} == {"大通区", "田家庵区", "八公山区"}


def test_aba_and_the_province_have_no_county_in_common_and_leave_none_out() -> None:
    province = {place for place in _counties(_paired("sichuan-2022")) if place[0].startswith("阿坝")}
    own = _counties(_paired("aba-2022"))
    assert {county for _, county in province} == {"汶川县", "九寨沟县"}
    assert not own & province
    assert len(own | province) == 13


def test_the_other_cities_may_have_counties_of_the_province() -> None:
    overlap = _counties(_paired("guangan-2022")) & _counties(_paired("sichuan-2022"))
    assert {county for _, county in overlap} == {"广安区", "华蓥市"}
