"""The table of counties: complete, unique, and the same as the documents'."""

import csv
from importlib.resources import files

import pytest

from campaign.divisions import Division, Divisions, county_stem, in_prefecture, load_divisions


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions()


def test_the_whole_country_as_it_stood_at_the_end_of_2022(divisions: Divisions) -> None:
    assert len(divisions.rows) == 2843
    assert len({row.code for row in divisions.rows}) == 2843
    assert len({(row.prefecture, row.name) for row in divisions.rows}) == 2843
    assert len({row.province for row in divisions.rows}) == 31


def test_each_has_six_digits_a_prefecture_and_a_province(divisions: Divisions) -> None:
    assert not [row for row in divisions.rows if not (len(row.code) == 6 and row.code.isdigit())]
    assert not [row for row in divisions.rows if not (row.name and row.prefecture and row.province)]
    assert [row.code for row in divisions.rows] == sorted(row.code for row in divisions.rows)


@pytest.mark.parametrize(
    ("place", "counties"),
    [
        ("安徽省", 104),
        ("四川省", 183),
        ("九江市", 13),
        ("广安市", 6),
        ("广元市", 7),
        ("阿坝州", 13),
        ("阿坝藏族羌族自治州", 13),
        ("巴中市", 5),
        ("达州市", 7),
        ("眉山市", 6),
        ("重庆市", 38),
        ("河南省直辖", 1),
        ("海南省直辖", 15),
    ],
)
def test_the_counties_of_a_place(divisions: Divisions, place: str, counties: int) -> None:
    assert len(divisions.within(place)) == counties


def test_jiujiang_has_the_counties_of_its_document(divisions: Divisions) -> None:
    text = files("campaigns").joinpath("jiujiang-2022", "roster.csv").read_text("utf-8-sig")
    paired = {row["县级工会"] for row in csv.DictReader(text.splitlines())}
    assert {row.name for row in divisions.within("九江市")} == paired
    assert len(paired) == 13


def test_names_that_changed_shortly_before_are_the_new_ones(divisions: Divisions) -> None:
    for code, name in (
        ("513402", "会理市"),
        ("340212", "繁昌区"),
        ("340281", "无为市"),
        ("540422", "米林县"),
    ):
        assert [row.code for row in divisions.named(name)] == [code]
    assert divisions.named("会理县") == ()
    assert [row.name for row in divisions.alike("会理县")] == ["会理市"]


def test_counties_of_one_name_stand_side_by_side(divisions: Divisions) -> None:
    assert {row.prefecture for row in divisions.named("鼓楼区")} == {"南京市", "徐州市", "福州市", "开封市"}
    assert divisions.named("演示县") == ()
    assert divisions.named("济源市") == (Division("419001", "济源市", "河南省直辖", "河南省"),)


def test_short_names_of_prefectures_and_counties() -> None:
    row = Division("513221", "汶川县", "阿坝藏族羌族自治州", "四川省")
    assert in_prefecture(row, "阿坝州")
    assert not in_prefecture(row, "巴中市")
    assert not in_prefecture(row, "")
    assert [county_stem(name) for name in ("汶川县", "理县", "达拉特旗", "经开区")] == [
        "汶川",
        "理县",
        "达拉特",
        "经开",
    ]
