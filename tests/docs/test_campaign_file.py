"""The page about campaign.yaml explains each field of the definition, with its default, and no other."""

import re
from datetime import time
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from bot.campaign_files import read_campaign
from campaign.definition import Definition, QuietHours, ReminderRhythm
from campaign.digest_rules import Audience, DigestReview, DigestRhythm
from campaign.duties import DutyHolder, DutyRule
from campaign.frame import Milestone, Phase, ReportDeadline, Tier, YearDays
from campaign.pairing_limits import PairingLimits
from campaign.quota_rules import FirstWindow, NewPairing, QuotaRule, QuotaScope, QuotaWindow
from campaign.quotas import term
from campaign.tags import Tag, TagTree
from campaign.tasks import GroupId, Task, WorkGroup
from campaign.vocabulary import Channel
from tests.structure.sources import ROOT

_PAGE = (ROOT / "docs" / "campaign-file.md").read_text("utf-8")
_PARTS = re.split(r"^## ", _PAGE, flags=re.MULTILINE)
_ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
MODELS: dict[str, type[BaseModel]] = {
    "基本情况": Definition,
    "次数要求": QuotaRule,
    "调度的节奏": DigestRhythm,
    "发给谁": Audience,
    "发前看草稿": DigestReview,
    "免打扰时段": QuietHours,
    "提醒": ReminderRhythm,
    "阶段": Phase,
    "重要节点": Milestone,
    "报送时限": ReportDeadline,
    "放假和调休": YearDays,
    "分类标签": TagTree,
    "标签": Tag,
    "对口的限度": PairingLimits,
    "常设事项": DutyRule,
    "任务台账": Task,
    "工作组": WorkGroup,
}

_ONLY_WHEN = {"days": "`rolling` 必写", "by": "`by_date` 必写", "persons": "`person` 必写"}


def _rows(head: str) -> list[tuple[str, str, str]]:
    (part,) = (part for part in _PARTS if part.startswith((f"{head} ", f"{head}\n")))
    return _ROW.findall(part)


def _table(head: str) -> dict[str, str]:
    return {name: wanted for name, wanted, _ in _rows(head)}


def meanings(head: str) -> dict[str, str]:
    """What the page says of each field under a head."""
    return {name: meaning for name, _, meaning in _rows(head)}


def _shown(default: Any) -> str | None:
    """How the page writes a default; None where it uses words of its own."""
    if default is PydanticUndefined:
        return "必写"
    if isinstance(default, bool):
        return f"默认 `{str(default).lower()}`"
    if isinstance(default, time):
        return f'默认 `"{default:%H:%M}"`'
    return f"默认 `{default}`" if isinstance(default, StrEnum | int) and default != "" else None


@pytest.mark.parametrize("head", MODELS)
def test_every_field_stands_in_its_table_and_none_is_made_up(head: str) -> None:
    fields = {field.alias or name for name, field in MODELS[head].model_fields.items()}
    assert set(_table(head)) == fields


@pytest.mark.parametrize("head", MODELS)
def test_what_may_be_left_out_says_so(head: str) -> None:
    table = _table(head)
    for name, field in MODELS[head].model_fields.items():
        said, wanted = table[field.alias or name], _shown(field.default)
        if head == "基本情况" and name == "quotas":
            assert said == "至少一条"
        elif wanted is None:
            assert said.startswith(("默认", "可不写", _ONLY_WHEN.get(name, "默认")))
        else:
            assert said == wanted


@pytest.mark.parametrize(
    "words", [QuotaWindow, FirstWindow, NewPairing, QuotaScope, Channel, Tier, DutyHolder, GroupId]
)
def test_every_word_that_a_field_may_hold_is_explained(words: type[StrEnum]) -> None:
    assert not [word for word in words if f"`{word.value}`" not in _PAGE]


def test_the_example_is_what_it_says() -> None:
    definition, _ = read_campaign("jiujiang-2022")
    first, second = (
        term(definition.quota, definition.span, day) for day in (definition.start, definition.end)
    )
    assert (len(first.days), first.required, second.required) == (47, 1, 2)
    assert definition.quiet_hours == QuietHours()
