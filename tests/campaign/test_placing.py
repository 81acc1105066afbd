"""Counties of a roster looked up in the table of China's."""

import pytest

from campaign.divisions import Divisions, load_divisions
from campaign.placing import placed
from campaign.roster import Roster, RosterFault, RosterRow


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions()


def _row(county: str, prefecture: str = "", line: int = 2) -> RosterRow:
    return RosterRow(line, county, prefecture, "演示主席", "", "", "")


def _placed(
    divisions: Divisions, organisation: str, *rows: RosterRow
) -> tuple[list[tuple[str, str]], Roster]:
    roster = placed(Roster(rows, ()), organisation, divisions)
    return [(row.code, row.prefecture) for row in roster.rows], roster


def test_a_missing_prefecture_is_filled_in_and_a_given_one_stays(divisions: Divisions) -> None:
    rows = (_row("汶川县"), _row("理县", "阿坝州"), _row("修水县", "九江市"))
    places, roster = _placed(divisions, "演示总工会", *rows)
    assert places == [("513221", "阿坝藏族羌族自治州"), ("513222", "阿坝州"), ("360424", "九江市")]
    assert roster.doubts == ()


def test_a_name_of_several_counties_is_looked_for_at_home(divisions: Divisions) -> None:
    assert _placed(divisions, "南京市总工会", _row("鼓楼区"))[0] == [("320106", "南京市")]
    assert _placed(divisions, "四川省总工会", _row("通川区"), _row("东区"))[0] == [
        ("511702", "达州市"),
        ("510402", "攀枝花市"),
    ]
    places, roster = _placed(divisions, "中华全国总工会", _row("鼓楼区", line=7))
    assert places == [("", "")]
    assert roster.doubts == (RosterFault(7, "county_ambiguous", "鼓楼区", "南京市、徐州市、福州市、开封市"),)


def test_a_county_of_another_prefecture_and_one_that_is_none_are_doubted(divisions: Divisions) -> None:
    rows = (_row("万年县", "九江市"), _row("会理县", "凉山州", 3), _row("无有县", "九江市", 4))
    places, roster = _placed(divisions, "演示市总工会", *rows)
    assert places == [("", "九江市"), ("", "凉山州"), ("", "九江市")]
    assert roster.doubts == (
        RosterFault(2, "county_elsewhere", "万年县", "上饶市"),
        RosterFault(3, "county_unknown", "会理县", "会理市"),
        RosterFault(4, "county_unknown", "无有县", ""),
    )


def test_development_zones_are_no_counties_and_no_mistakes(divisions: Divisions) -> None:
    places, roster = _placed(
        divisions, "广元市总工会", _row("广元经济技术开发区", "广元市"), _row("经开区", "广元市")
    )
    assert places == [("", "广元市"), ("", "广元市")]
    assert roster.doubts == ()
