"""A change of rules in words: no field and no value stays in the program's own words."""

import re
from datetime import UTC, datetime, time
from typing import Any

import pytest

from bot.schema.export import definition_schema
from campaign.definition import Definition
from campaign.digest_rules import DigestRhythm
from campaign.quota_rules import QuotaRule, QuotaWindow
from campaign.rule_changes import KEYS, rule_changes
from digests.changes import texts
from digests.changes.lines import change_lines
from tests.campaign.plans import jiujiang, plan

NOW = datetime(2023, 2, 20, tzinfo=UTC)


def lines(**fields: object) -> list[str]:
    """What is said of a change of Jiujiang's rules in February."""
    return change_lines(rule_changes(plan(), jiujiang(**fields), NOW))


def test_a_change_of_quotas() -> None:
    (onsite,) = jiujiang().quotas
    more = onsite.model_copy(update={"count": 3, "same_day_once": False})
    calls = QuotaRule(id="calls", name="电话", count=1, window=QuotaWindow.QUARTER)
    assert lines(quotas=(more, calls)) == [
        "次数要求“每年实地调研”：次数：2 → 3；同日算一次：是 → 否",
        "新增次数要求“电话”",
        "“每年实地调研”的本段：2023年1月1日至12月31日 2 次 → 2023年1月1日至12月31日 3 次",
        "“电话”的本段：2023年1月1日至3月31日 1 次",
    ]
    assert lines(quotas=(calls,))[1] == "删去次数要求“每年实地调研”"


def test_a_change_of_digests() -> None:
    assert lines(digests=DigestRhythm(day=27, time=time(9, 30), two_month=(2, 4), quarter=(3, 6))) == [
        "调度 几点：09:00 → 09:30",
        "调度 双月调度的月份：2、4、6、8、10、12 → 2、4",
        "调度 季度小结的月份：3、6、9、12 → 3、6",
        "调度 半年总结的月份：6、12 → 不写",
        "不再发的调度（8）：",
        "  2023年2月27日（周一）09:00  双月调度",
        "  2023年3月27日（周一）09:00  季度小结",
        "  2023年4月27日（周四）09:00  双月调度",
        "  2023年6月27日（周二）09:00  双月调度、季度小结、半年总结",
        "  2023年8月25日（周五）09:00  双月调度",
        "  2023年9月27日（周三）09:00  季度小结",
        "  2023年10月27日（周五）09:00  双月调度",
        "  2023年12月27日（周三）09:00  双月调度、季度小结、半年总结",
        "新增的调度（4）：",
        "  2023年2月27日（周一）09:30  双月调度",
        "  2023年3月27日（周一）09:30  季度小结",
        "  2023年4月27日（周四）09:30  双月调度",
        "  2023年6月27日（周二）09:30  季度小结",
    ]


def test_many_digests_are_counted() -> None:
    long = plan(end=datetime(2026, 12, 31, tzinfo=UTC).date())
    found = change_lines(rule_changes(long, jiujiang(), NOW))
    assert "  ……另有 12 次" in found


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"tier": "province"}, "层级：市级 → 省级"),
        ({"reminders": None}, "提醒：几点 09:30，时段截止前 7、2，问题期限前 2 → 不写"),
        ({"limits": {"most": 3}}, "对口限度 至多：2 → 3"),
        ({"aliases": {"星子": "庐山市"}}, "别名 星子：不写 → 庐山市"),
        (
            {"working_days": {"2023": {"holidays": ["2023-03-08"]}}},
            "本地放假调休 2023：不写 → 放假 2023-03-08",
        ),
        ({"tasks": [{"number": 1, "name": "建会", "lead": ["演示部"]}]}, "新增任务“建会”"),
        ({"groups": [{"id": "general", "name": "综合组"}]}, "新增工作组“综合组”"),
        ({"phases": [{"name": "一", "first": "2023-01-01", "last": "2023-01-02"}]}, "新增阶段“一”"),
    ],
)
def test_other_changes(change: dict[str, Any], line: str) -> None:
    data = jiujiang().model_dump(mode="json", by_alias=True) | change
    assert line in change_lines(rule_changes(plan(), Definition.model_validate(data), NOW))


def test_every_field_and_every_word_has_a_name() -> None:
    schema = definition_schema()
    fields = {name for part in [schema, *schema["$defs"].values()] for name in part.get("properties", {})}
    assert sorted(fields - texts.FIELDS.keys() - KEYS.keys()) == []
    assert set(texts.PARTS) == set(KEYS)
    fields_of = {"QuotaWindow": "window", "QuotaScope": "scope", "Channel": "channels", "DutyHolder": "who"}
    fields_of |= {"FirstWindow": "first_window", "NewPairing": "new_pairing", "Tier": "tier"}
    fields_of |= {"DigestKind": "kinds", "Role": "roles"}
    for enum in texts.ENUMS:
        for word in enum:
            assert re.search(r"[一-鿿]", texts.value(fields_of[enum.__name__], word.value))
