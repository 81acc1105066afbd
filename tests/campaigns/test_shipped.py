"""The shipped campaigns are what they say: rules that hold, and a rehearsal in which nobody real acts."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any

import pytest
import yaml

from bot.campaign_files import shipped
from campaign.definition import Definition

_FIRST_MOMENT = datetime.fromisoformat("2023-02-20T08:30:00+08:00")


def _rules(campaign: str) -> dict[str, Any]:
    rules: dict[str, Any] = yaml.safe_load(
        (files("campaigns") / campaign / "campaign.yaml").read_text("utf-8")
    )
    return rules


def _roster(campaign: str) -> list[dict[str, str]]:
    text = (files("campaigns") / campaign / "roster.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


@pytest.fixture
def contacts() -> list[dict[str, Any]]:
    text = (files("campaigns") / "jiujiang-2022-demo" / "samples.yaml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)["contacts"]
    return found


@pytest.mark.parametrize("campaign", sorted(shipped()))
def test_rules_are_valid_and_old_names_lead_to_counties(campaign: str) -> None:
    definition = Definition.model_validate(_rules(campaign))
    counties = {row["县级工会"] for row in _roster(campaign)}
    assert definition.id == campaign
    assert set(definition.aliases.values()) <= counties
    assert not set(definition.aliases) & counties


def test_the_rehearsal_plays_jiujiang_by_its_own_rules() -> None:
    real, played = _rules("jiujiang-2022"), _rules("jiujiang-2022-demo")
    assert {name for name in played if real.get(name) != played[name]} == {"id", "title", "demo"}
    assert real.keys() - played.keys() == {"duties", "groups", "limits", "tags"}
    assert played["title"] == real["title"] + "（演示）"
    counties = [
        [row["县级工会"] for row in _roster(name)] for name in ("jiujiang-2022", "jiujiang-2022-demo")
    ]
    assert counties[0] == counties[1]


def test_nobody_real_acts_in_the_rehearsal(contacts: list[dict[str, Any]]) -> None:
    people = {row[head] for row in _roster("jiujiang-2022-demo") for head in ("联系领导", "联系人")}
    assert len(people) == 20
    assert all(name.startswith("演示") for name in people)
    assert all({contact["by"], *contact["attendees"]} <= people for contact in contacts)


def _texts(contact: dict[str, Any]) -> Iterator[str]:
    yield from contact.get("experiences", [])
    for issue in contact.get("issues", []):
        yield issue["text"]
        if "closed" in issue:
            yield issue["closed"]["result"]


def test_everything_made_up_says_so(contacts: list[dict[str, Any]]) -> None:
    assert not [text for contact in contacts for text in _texts(contact) if not text.startswith("【演示】")]


def test_samples_were_typed_in_order_before_the_rehearsal_begins(contacts: list[dict[str, Any]]) -> None:
    typed = [datetime.fromisoformat(contact["at"]) for contact in contacts]
    closed = [i["closed"]["at"] for contact in contacts for i in contact.get("issues", []) if "closed" in i]
    assert typed == sorted(typed)
    assert max(*typed, *map(datetime.fromisoformat, closed)) < _FIRST_MOMENT
    late = [at.date() - contact["day"] for at, contact in zip(typed, contacts, strict=True)]
    assert set(late) == {timedelta(0), timedelta(1)}


def test_there_is_enough_to_see(contacts: list[dict[str, Any]]) -> None:
    second = [contact for contact in contacts if contact["day"] >= date(2022, 12, 28)]
    assert (len(contacts), len(second)) == (30, 16)
    assert sum(len(contact.get("issues", [])) for contact in contacts) == 10
    assert "修水县" not in {contact["county"] for contact in contacts}
    assert "武宁县" not in {contact["county"] for contact in second}
