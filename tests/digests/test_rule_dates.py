"""The dates that rules come to, one a line."""

from datetime import date

from campaign.duties import DutyHolder, DutyRule
from campaign.frame import Milestone, Phase, ReportDeadline, Tier
from campaign.quota_rules import QuotaRule, QuotaScope, QuotaWindow
from campaign.vocabulary import Channel
from digests.rules.dates import date_lines
from tests.campaign.plans import jiujiang, plan


def rule(window: QuotaWindow, **more: object) -> QuotaRule:
    """A rule of two video calls."""
    base = {"id": "calls", "name": "视频", "count": 2, "channels": (Channel.VIDEO,), "window": window}
    return QuotaRule.model_validate(base | more)


def part(lines: list[str], head: str) -> list[str]:
    """The lines under a head."""
    place = next(n for n, line in enumerate(lines) if line.startswith(head))
    below = [line.startswith("  ") for line in lines[place + 1 :]]
    return lines[place : place + 1 + below.index(False)]


def test_windows_of_quarters() -> None:
    lines = date_lines(plan(quotas=(rule(QuotaWindow.QUARTER, scope=QuotaScope.PAIR, leader_present=True),)))
    assert part(lines, "次数要求")[:3] == [
        "次数要求“视频”（每一对，每季度，视频，领导到场）",
        "  2022年11月15日至12月31日  2 次",
        "  2023年1月1日至3月31日  2 次",
    ]


def test_a_rolling_window_and_one_up_to_a_date() -> None:
    lines = date_lines(plan(quotas=(rule(QuotaWindow.ROLLING, days=60),)))
    assert part(lines, "次数要求") == ["次数要求“视频”（每个县，最近 60 天，视频）", "  天天往前移，2 次"]
    lines = date_lines(plan(quotas=(rule(QuotaWindow.BY_DATE, by=date(2022, 12, 31)),)))
    assert part(lines, "次数要求")[0] == "次数要求“视频”（每个县，2022年12月31日以前，视频）"


def test_everything_else_that_has_a_date() -> None:
    duty = DutyRule(
        id="talk",
        name="见面",
        who=DutyHolder.PERSON,
        persons=("演示甲",),
        count=1,
        window=QuotaWindow.HALF_YEAR,
    )
    first, last = date(2023, 3, 1), date(2023, 4, 30)
    lines = date_lines(
        plan(
            duties=(duty,),
            phases=(Phase(name="实施", first=first, last=last),),
            milestones=(Milestone(name="推进会", first=first, last=last),),
            report_deadlines=(ReportDeadline(level=Tier.CITY, name="综合报告", due=last),),
        )
    )
    assert part(lines, "常设事项")[0] == "常设事项“见面”（演示甲，每半年）"
    assert part(lines, "阶段") == ["阶段", "  实施：2023年3月1日至4月30日"]
    assert part(lines, "重要节点") == ["重要节点", "  推进会：2023年3月1日至4月30日"]
    assert part(lines, "报送时限") == ["报送时限", "  市级“综合报告”：2023年4月30日以前"]


def test_days_that_no_digest_covers_are_told() -> None:
    assert (
        part(date_lines(plan()), "双月时段")[-1] == "  2023年12月28日至12月31日（这几天之后不再有双月调度）"
    )
    assert "不再有" not in "\n".join(date_lines(plan(end=date(2023, 12, 27))))


def test_a_year_whose_holidays_are_unknown_says_so() -> None:
    later = plan(start=date(2030, 1, 1), end=date(2030, 12, 31))
    assert "2030年的节假日安排还没有公布" in date_lines(later)[-2]
    assert jiujiang().title in date_lines(later)[0]
