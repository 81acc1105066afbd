"""What the parts of a definition may not contradict, and where the fault lies."""

from typing import Any

import pytest
from pydantic import ValidationError

from campaign.definition import Definition
from campaign.strict import RuleFault
from tests.campaign.plans import jiujiang

PHASE = {"name": "摸底", "first": "2022-11-15", "last": "2022-12-31"}
DUTY = {"id": "talks", "name": "会议", "who": "county", "count": 1, "window": "calendar_year"}
QUOTA = {"id": "onsite", "name": "实地", "count": 2, "window": "quarter"}
TASK = {"number": 1, "name": "建会", "lead": ["演示组织部"]}
TAG = {"id": "strong", "name": "强"}


def found(**changes: Any) -> list[tuple[tuple[int | str, ...], str]]:
    """The faults of Jiujiang's definition with some fields changed: place and kind."""
    data = jiujiang().model_dump(mode="json", by_alias=True) | changes
    with pytest.raises(ValidationError) as caught:
        Definition.model_validate(data)
    errors = caught.value.errors()
    return [(error["loc"], error.get("ctx", {}).get("kind", error["type"])) for error in errors]


@pytest.mark.parametrize(
    ("change", "place", "kind"),
    [
        ({"window": "by_date"}, ("window",), "rule_by_missing"),
        ({"window": "by_date", "by": "2024-02-01"}, ("by",), "rule_outside"),
        ({"by": "2023-02-01"}, ("by",), "rule_by_idle"),
        ({"window": "rolling"}, ("window",), "rule_days_missing"),
        ({"days": 30}, ("days",), "rule_days_idle"),
        ({"window": "campaign", "carry_over": True}, ("carry_over",), "rule_carry_idle"),
        ({"new_pairing": "prorated"}, ("new_pairing",), "rule_pairing_idle"),
        ({"channels": ["phone", "fax"]}, ("channels", 1), "enum"),
        ({"channels": []}, ("channels",), "too_short"),
        ({"count": 0}, ("count",), "greater_than_equal"),
    ],
)
def test_quotas(change: dict[str, Any], place: tuple[str, ...], kind: str) -> None:
    assert found(quotas=[QUOTA | {"id": "good"}, QUOTA | change]) == [(("quotas", 1, *place), kind)]


@pytest.mark.parametrize(
    ("change", "place", "kind"),
    [
        ({"zone": "Asia/Beijing"}, ("zone",), "rule_zone"),
        ({"end": "2022-11-01"}, ("end",), "rule_backwards"),
        ({"phases": [PHASE | {"last": "2022-11-14"}]}, ("phases", 0, "last"), "rule_backwards"),
        ({"phases": [PHASE | {"first": "2022-11-14"}]}, ("phases", 0, "first"), "rule_outside"),
        ({"phases": [PHASE, PHASE | {"name": "实施"}]}, ("phases", 1, "first"), "rule_overlap"),
        ({"milestones": [PHASE | {"last": "2024-01-01"}]}, ("milestones", 0, "last"), "rule_outside"),
        ({"milestones": [PHASE, PHASE]}, ("milestones", 1, "name"), "rule_same"),
        (
            {"report_deadlines": [{"level": "city", "name": "报告", "due": "2022-01-01"}]},
            ("report_deadlines", 0, "due"),
            "rule_outside",
        ),
        (
            {"working_days": {"2023": {"workdays": ["2022-01-02"]}}},
            ("working_days", 2023, "workdays", 0),
            "rule_other_year",
        ),
        (
            {"working_days": {"2023": {"workdays": ["2023-01-02"], "holidays": ["2023-01-02"]}}},
            ("working_days", "2023", "workdays", 0),
            "rule_day_both",
        ),
    ],
)
def test_the_frame(change: dict[str, Any], place: tuple[int | str, ...], kind: str) -> None:
    assert found(**change) == [(place, kind)]


@pytest.mark.parametrize(
    ("change", "place", "kind"),
    [
        ({"quotas": [QUOTA, QUOTA]}, ("quotas", 1, "id"), "rule_same"),
        ({"duties": [DUTY, DUTY]}, ("duties", 1, "id"), "rule_same"),
        (
            {"duties": [DUTY | {"aliases": ["演示会"]}, DUTY | {"id": "b", "aliases": ["演示会"]}]},
            ("duties", 1, "aliases", 0),
            "rule_same",
        ),
        ({"tasks": [TASK, TASK]}, ("tasks", 1, "number"), "rule_same"),
        ({"tasks": [TASK | {"lead": []}]}, ("tasks", 0, "lead"), "too_short"),
        ({"duties": [DUTY | {"who": "person"}]}, ("duties", 0, "who"), "rule_persons_missing"),
        ({"duties": [DUTY | {"persons": ["演示"]}]}, ("duties", 0, "persons"), "rule_persons_idle"),
        (
            {"duties": [DUTY | {"who": "person", "persons": ["演示", "演示"]}]},
            ("duties", 0, "persons", 1),
            "rule_same",
        ),
        (
            {"tags": [{"id": "five", "name": "五强", "tags": [TAG | {"children": [TAG]}]}]},
            ("tags", 0, "tags", 0, "children", 0, "id"),
            "rule_same",
        ),
        ({"limits": {"least": 3}}, ("limits", "most"), "rule_least_most"),
        ({"limits": {"no_overlap_with": "upper"}}, ("limits", "no_overlap_with"), "rule_link_missing"),
        ({"linked": ["jiujiang-2022"]}, ("linked", 0), "rule_link_self"),
        ({"groups": [{"id": "tea", "name": "茶水组"}]}, ("groups", 0, "id"), "enum"),
    ],
)
def test_the_rest(change: dict[str, Any], place: tuple[int | str, ...], kind: str) -> None:
    assert found(**change) == [(place, kind)]


def test_all_faults_are_told_at_once() -> None:
    assert len(found(zone="Asia/Beijing", phases=[PHASE, PHASE], linked=["jiujiang-2022"])) == 4


def test_a_definition_survives_its_store() -> None:
    rules = jiujiang().model_dump(mode="json", by_alias=True) | {
        "working_days": {"2023": {"holidays": ["2023-03-08"]}},
        "duties": [DUTY],
        "tasks": [TASK],
    }
    one = Definition.model_validate(rules)
    assert Definition.model_validate_json(one.model_dump_json(by_alias=True)) == one
    assert one.working_days[2023].holidays[0].day == 8


def test_a_fault_without_facts_has_none() -> None:
    assert RuleFault("rule_zone", ("zone",)).facts == {}
