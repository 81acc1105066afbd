"""What another form of the rules would change."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from campaign.definition import Definition
from campaign.digest_rules import DigestRhythm
from campaign.frame import Phase, YearDays
from campaign.quota_rules import QuotaRule, QuotaWindow
from campaign.rule_changes import KEYS, Fate, FieldChange, PartChange, RuleChanges, rule_changes, rules_stamp
from tests.campaign.plans import jiujiang, plan

NOW = datetime(2023, 2, 20, tzinfo=UTC)


def changes(**fields: object) -> RuleChanges:
    """What changes when Jiujiang's rules become others in February."""
    return rule_changes(plan(), jiujiang(**fields), NOW)


def test_the_same_rules_change_nothing() -> None:
    assert changes() == RuleChanges()
    assert not changes().any


def test_fields_before_and_after() -> None:
    found = changes(title="新", demo=True, aliases={"星子": "庐山市"})
    assert [(one.field, one.before, one.after) for one in found.fields] == [
        ("title", "演示专项工作", "新"),
        ("demo", False, True),
        ("aliases.星子", None, "庐山市"),
    ]


def test_days_off_are_told_year_by_year() -> None:
    days = YearDays(holidays=(date(2023, 3, 8),))
    (found,) = changes(working_days={2023: days}).fields
    assert found.field == "working_days.2023"
    assert found.after == {"holidays": ["2023-03-08"], "workdays": []}


def test_a_quota_is_changed_added_and_removed() -> None:
    (onsite,) = jiujiang().quotas
    more = onsite.model_copy(update={"count": 3})
    calls = QuotaRule(id="calls", name="电话", count=1, window=QuotaWindow.MONTH)
    found = changes(quotas=(more, calls))
    assert found.parts == (
        PartChange("quotas", "每年实地调研", Fate.CHANGED, (FieldChange("count", 2, 3),)),
        PartChange("quotas", "电话", Fate.ADDED),
    )
    assert [(one.before and one.before.required, one.after.required) for one in found.terms] == [
        (2, 3),
        (None, 1),
    ]
    assert changes(quotas=(calls,)).parts[1] == PartChange("quotas", "每年实地调研", Fate.REMOVED)


def test_digests_to_come_move_and_one_whose_new_day_is_past_comes_next() -> None:
    rhythm = DigestRhythm(day=17, time=time(9), two_month=(2, 4))
    found = changes(digests=rhythm)
    assert {cut_off.at.date() for cut_off in found.added} == {date(2023, 2, 21), date(2023, 4, 17)}
    assert date(2023, 2, 27) in {cut_off.at.date() for cut_off in found.dropped}
    assert min(cut_off.at for cut_off in found.dropped) > NOW


def test_another_day_off_moves_a_digest() -> None:
    off = {2023: YearDays(holidays=(date(2023, 4, 27),))}
    found = changes(working_days=off)
    assert [cut_off.at.date() for cut_off in found.dropped] == [date(2023, 4, 27)]
    assert [cut_off.at.date() for cut_off in found.added] == [date(2023, 4, 26)]


def test_another_order_is_a_change() -> None:
    one, two = (
        Phase(name=name, first=day, last=day) for name, day in (("一", NOW.date()), ("二", NOW.date()))
    )
    base = plan(phases=(one, two))
    assert rule_changes(base, jiujiang(phases=(two, one)), NOW).any


@pytest.mark.parametrize("field", Definition.model_fields)
def test_no_field_escapes(field: str) -> None:
    other: dict[str, Any] = {
        "id": "other",
        "title": "别的",
        "organisation": "别的",
        "tier": "province",
        "zone": "Asia/Urumqi",
        "start": date(2022, 11, 14),
        "end": date(2023, 12, 30),
        "roster": "r.csv",
        "demo": True,
        "aliases": {"甲": "乙"},
        "digests": DigestRhythm(day=26, time=time(9)),
        "reminders": None,
    }
    data = jiujiang().model_dump(mode="json", by_alias=True)
    items = {
        "quotas": data["quotas"] + [data["quotas"][0] | {"id": "more"}],
        "quiet_hours": {"from": "20:00", "to": "08:00"},
        "phases": [{"name": "一", "first": "2023-01-01", "last": "2023-01-02"}],
        "milestones": [{"name": "一", "first": "2023-01-01", "last": "2023-01-02"}],
        "report_deadlines": [{"name": "一", "level": "city", "due": "2023-01-02"}],
        "working_days": {"2023": {"holidays": ["2023-01-03"]}},
        "tags": [{"id": "a", "name": "甲", "tags": [{"id": "b", "name": "乙"}]}],
        "limits": {"most": 3},
        "duties": [{"id": "a", "name": "甲", "who": "county", "count": 1, "window": "month"}],
        "tasks": [{"number": 1, "name": "甲", "lead": ["乙"]}],
        "groups": [{"id": "general", "name": "综合组"}],
        "linked": ["upper"],
    }
    after = Definition.model_validate(data | {field: (other | items)[field]})
    assert rule_changes(plan(), after, NOW).any
    assert rules_stamp(after) != rules_stamp(jiujiang())


def test_every_list_of_named_items_is_compared_item_by_item() -> None:
    data = jiujiang().model_dump(mode="json")
    assert {name for name, value in data.items() if isinstance(value, list)} - {"linked"} == set(KEYS)
