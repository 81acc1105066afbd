from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Reader

NOW = datetime(2023, 5, 10, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def read(readers: Mapping[str, Reader], text: str) -> list[str]:
    return [issue.summary.value for issue in readers["jiujiang"].read(text, NOW).issues]


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        ("昨天去武宁座谈，反映工资偏低、活动经费不足两个问题", ["工资偏低", "活动经费不足"]),
        ("昨天去武宁座谈，反映三个问题：工资偏低、班车少、没有场地", ["工资偏低", "班车少", "没有场地"]),
        ("武宁县总说了宿舍漏雨和食堂卫生差两个方面的问题", ["宿舍漏雨", "食堂卫生差"]),
        ("昨天去武宁座谈，反映派遣工和临时工工资低", ["派遣工和临时工工资低"]),
        ("昨天去武宁座谈，反映工资偏低、活动经费不足", ["工资偏低、活动经费不足"]),
        ("昨天去武宁座谈，反映工资偏低、活动经费不足等问题", ["工资偏低、活动经费不足"]),
    ],
)
def test_problems_that_are_counted_are_told_apart(
    text: str, summaries: list[str], readers: Mapping[str, Reader]
) -> None:
    assert read(readers, text) == summaries


def test_each_of_them_keeps_its_own_day_and_solver(readers: Mapping[str, Reader]) -> None:
    text = "昨天去武宁座谈，反映工资偏低、活动经费不足两个问题，经费问题请市总6月底前帮助解决"
    first, second = readers["jiujiang"].read(text, NOW).issues
    assert (first.due.value, first.resolver.value) == (None, None)
    assert str(second.due.value) == "2023-06-30"
    assert second.resolver.value == "union_resources"


TOLD = "昨天到武宁调研，反映三个问题：经费不足、没有场地、人手少，"
UNION, PARTY, ITSELF = "union_resources", "party_government", "county_itself"


@pytest.mark.parametrize(
    ("words", "resolvers"),
    [
        ("前两个请市总6月底前帮助解决，后一个县总自己想办法", [UNION, UNION, ITSELF]),
        ("后两个请县委县政府6月底前解决", [None, PARTY, PARTY]),
        ("第一、三个请市总帮助解决，场地的事请县政府协调", [UNION, PARTY, UNION]),
        ("三个问题都请县政府解决", [PARTY, PARTY, PARTY]),
    ],
)
def test_some_of_them_are_spoken_of_by_place(
    words: str, resolvers: list[str | None], readers: Mapping[str, Reader]
) -> None:
    issues = readers["jiujiang"].read(TOLD + words, NOW).issues
    assert [issue.resolver.value for issue in issues] == resolvers


def test_a_matter_that_is_named_is_meant_before_those_counted_earlier(readers: Mapping[str, Reader]) -> None:
    text = (
        "今天到武宁县调研，座谈20人。职工反映：一是加班费计算不清；二是宿舍没热水；三是公交车班次少。"
        "前两个企业已答应月底前解决，公交的事请县政府协调。"
    )
    issues = readers["jiujiang"].read(text, NOW).issues
    assert [(str(i.due.value)[5:], i.resolver.value) for i in issues] == [
        ("05-31", None),
        ("05-31", None),
        ("", PARTY),
    ]
