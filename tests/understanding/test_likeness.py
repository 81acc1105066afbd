"""Descriptions that mean the same problem, and such that do not."""

import pytest

from understanding.likeness import is_told, most_alike

KNOWN = ("活动阵地不足", "乡镇工会没有专职人员", "经费")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("活动阵地不足。", 0),
        ("职工活动阵地不足", 0),
        ("乡镇工会缺专职人员", 1),
        ("经费", 2),
        ("经费不足", None),
        ("工资拖欠", None),
        ("", None),
    ],
)
def test_likeness(text: str, place: int | None) -> None:
    assert most_alike(text, KNOWN) == place


def test_there_may_be_nothing_to_compare_with() -> None:
    assert most_alike("活动阵地不足", ()) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [("职工活动阵地不足", True), ("专职人员", True), ("活动阵地老旧", False), ("。", False)],
)
def test_told_in_more_words_or_fewer(text: str, told: bool) -> None:
    assert is_told(text, KNOWN) is told
