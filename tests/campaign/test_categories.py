"""Issues get the category that a person gave them, mostly; rules of one's own are followed to the letter."""

import csv
from pathlib import Path

import pytest
from pydantic import ValidationError

from campaign.categories import categories_of, shipped_tree
from campaign.tags import Tag, TagTree

TABLE = Path(__file__).parent / "data" / "categories.csv"
"""Labelled by hand. The words were made with the part `studied` in view, and never changed for the other."""
FLOORS = {"studied": 0.94, "held_back": 0.78}
MOST_WRONG = 0.05
OWN = TagTree(
    id="own",
    name="重点",
    issues=True,
    tags=(
        Tag(id="money", name="经费", words=("经费", "工会经费")),
        Tag(
            id="places",
            name="阵地",
            children=(
                Tag(id="rooms", name="活动室", words=("活动室",)),
                Tag(id="stations", name="驿站", words=("驿站", "站点")),
            ),
        ),
    ),
)


@pytest.mark.parametrize("part", FLOORS)
def test_issues_are_filed_as_a_person_would(part: str) -> None:
    rows = [row for row in csv.DictReader(TABLE.read_text("utf-8").splitlines()) if row["part"] == part]
    filed = [(row["category"], categories_of(()).of(row["text"]) or "") for row in rows]
    right = sum(wanted == got for wanted, got in filed)
    wrong = sum(bool(got) and wanted != got for wanted, got in filed)
    assert right >= FLOORS[part] * len(rows)
    assert wrong <= MOST_WRONG * len(rows)


def test_every_label_is_a_category() -> None:
    labels = {row["category"] for row in csv.DictReader(TABLE.read_text("utf-8").splitlines())}
    assert labels - {""} == {*categories_of(()).names}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("工会经费返还慢", "money"),
        ("驿站没有经费", "money"),
        ("驿站站点没有经费", "stations"),
        ("活动 室 坏了", "rooms"),
        ("阵地不足", None),
        ("", None),
    ],
)
def test_most_characters_win_then_the_first(text: str, category: str | None) -> None:
    assert categories_of((OWN,)).of(text) == category


def test_a_tag_that_only_heads_others_is_no_category() -> None:
    assert categories_of((OWN,)).names == {"money": "经费", "rooms": "活动室", "stations": "驿站"}
    assert [one.id for one in categories_of((OWN,)).every] == ["money", "rooms", "stations"]


def test_rules_that_group_no_issues_leave_the_shipped_ones() -> None:
    idle = TagTree(id="five", name="五强", tags=(Tag(id="a", name="甲"),))
    assert categories_of((idle,)).tree == categories_of(()).tree == shipped_tree()
    assert categories_of((idle, OWN)).tree == OWN


def test_words_where_nothing_is_grouped_by_them_are_a_fault() -> None:
    with pytest.raises(ValidationError, match="rule_words_idle"):
        TagTree(id="five", name="五强", tags=(Tag(id="a", name="甲", words=("经费",)),))
