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
