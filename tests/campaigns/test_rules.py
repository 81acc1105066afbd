"""What the shipped rules ask for on some days, and when digests are due: typed by hand from the documents."""

from datetime import date

import pytest

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from campaign.days import DAY
from campaign.definition import Definition
from campaign.plan import Plan
from campaign.quota_rules import QuotaRule
from campaign.quotas import owed, term
from campaign.tags import walk
from campaign.vocabulary import Channel

# On which day: the window's first and last day, and how many each county is owed.
QUOTAS = [
    ("national-2022", "2022-09-01", "2022-09-01", "2023-09-30", 1),
    ("national-2022", "2023-09-30", "2022-09-01", "2023-09-30", 1),
    ("anhui-2022", "2022-12-31", "2022-09-13", "2023-09-30", 1),
    ("anhui-2022", "2023-01-01", "2022-09-13", "2023-09-30", 1),
    ("sichuan-2022", "2022-09-01", "2022-09-01", "2022-12-31", 1),
    ("sichuan-2022", "2022-12-31", "2022-09-01", "2022-12-31", 1),
    ("sichuan-2022", "2023-03-15", "2022-09-01", "2022-12-31", 1),
    ("jiujiang-2022", "2022-11-15", "2022-11-15", "2022-12-31", 1),
    ("jiujiang-2022", "2022-12-31", "2022-11-15", "2022-12-31", 1),
    ("jiujiang-2022", "2023-01-01", "2023-01-01", "2023-12-31", 2),
    ("jiujiang-2022", "2023-12-31", "2023-01-01", "2023-12-31", 2),
    ("guangan-2022", "2023-02-01", "2022-09-01", "2023-09-30", 1),
    ("guangyuan-2022", "2022-09-30", "2022-09-01", "2022-09-30", 1),
    ("guangyuan-2022", "2022-10-01", "2022-10-01", "2022-12-31", 2),
    ("guangyuan-2022", "2023-03-31", "2023-01-01", "2023-03-31", 2),
    ("guangyuan-2022", "2023-04-01", "2023-04-01", "2023-06-30", 2),
    ("guangyuan-2022", "2023-09-30", "2023-07-01", "2023-09-30", 2),
    ("aba-2022", "2023-05-01", "2022-09-01", "2023-09-30", 1),
    ("bazhong-2022", "2022-10-10", "2022-09-01", "2023-09-30", 1),
    ("dazhou-2022", "2023-01-01", "2022-09-01", "2023-09-30", 1),
    ("meishan-2022", "2023-09-01", "2022-09-01", "2023-09-30", 1),
]
DUTIES = [
    ("anhui-2022 joint-meeting", "2022-10-01", "2022-09-13", "2022-12-31", 1),
    ("anhui-2022 joint-meeting", "2023-02-01", "2023-01-01", "2023-09-30", 1),
    ("anhui-2022 openness-meeting", "2023-09-30", "2023-01-01", "2023-09-30", 1),
    ("anhui-2022 tripartite", "2022-09-20", "2022-09-13", "2022-09-30", 0),
    ("anhui-2022 tripartite", "2022-10-01", "2022-10-01", "2022-12-31", 1),
    ("anhui-2022 tripartite", "2023-06-30", "2023-04-01", "2023-06-30", 1),
    ("anhui-2022 half-year-report", "2022-12-31", "2022-09-13", "2022-12-31", 1),
    ("anhui-2022 half-year-report", "2023-06-30", "2023-01-01", "2023-06-30", 1),
    ("anhui-2022 half-year-report", "2023-07-01", "2023-07-01", "2023-09-30", 1),
    ("anhui-2022 pledge", "2022-11-01", "2022-09-13", "2023-01-31", 1),
    ("jiujiang-2022 party-report", "2022-12-01", "2022-11-15", "2022-12-31", 1),
    ("jiujiang-2022 party-report", "2023-07-01", "2023-07-01", "2023-12-31", 1),
    ("guangan-2022 training", "2023-01-01", "2022-09-01", "2023-09-30", 1),
    ("bazhong-2022 joint-meeting-issues", "2023-01-01", "2022-09-01", "2023-09-30", 2),
    ("bazhong-2022 chair-issues", "2022-12-31", "2022-09-01", "2022-12-31", 1),
    ("bazhong-2022 chair-issues", "2023-01-01", "2023-01-01", "2023-09-30", 2),
    ("dazhou-2022 two-secretaries", "2022-12-31", "2022-09-01", "2022-12-31", 1),
    ("dazhou-2022 two-secretaries", "2023-01-01", "2023-01-01", "2023-09-30", 1),
    ("meishan-2022 online-events", "2023-01-01", "2022-09-01", "2023-09-30", 3),
    ("meishan-2022 benefit-events", "2023-01-01", "2022-09-01", "2023-09-30", 5),
]
# The 27th, or the last working day before it: 27 August 2023 is a Sunday.
FROM_SEPTEMBER = (
    "2022-09-27 quarter",
    "2022-10-27 two_month",
    "2022-12-27 two_month quarter half_year",
    "2023-02-27 two_month",
    "2023-03-27 quarter",
    "2023-04-27 two_month",
    "2023-06-27 two_month quarter half_year",
    "2023-08-25 two_month",
    "2023-09-27 quarter",
)
DIGESTS = dict.fromkeys(
    ("national", "anhui", "guangan", "guangyuan", "aba", "bazhong", "dazhou", "meishan"), FROM_SEPTEMBER
) | {
    "sichuan": (*FROM_SEPTEMBER, "2023-10-27 two_month"),
    "jiujiang": (
        "2022-12-27 two_month quarter half_year party",
        *FROM_SEPTEMBER[3:6],
        "2023-06-27 two_month quarter half_year party",
        *FROM_SEPTEMBER[7:],
        "2023-10-27 two_month",
        "2023-12-27 two_month quarter half_year party",
    ),
}


def _rules(campaign: str) -> Definition:
    return read_campaign(campaign)[0]


def _quota(campaign: str) -> QuotaRule:
    (rule,) = _rules(campaign).quotas
    return rule


@pytest.mark.parametrize(("campaign", "day", "first", "last", "required"), QUOTAS)
def test_what_a_quota_asks_for(campaign: str, day: str, first: str, last: str, required: int) -> None:
    rules = _rules(campaign)
    found = term(rules.quota, rules.span, date.fromisoformat(day))
    assert (str(found.days.first), str(found.days.after - DAY), found.required) == (first, last, required)


@pytest.mark.parametrize(("duty", "day", "first", "last", "required"), DUTIES)
def test_what_a_duty_asks_for(duty: str, day: str, first: str, last: str, required: int) -> None:
    campaign, _, rule_id = duty.partition(" ")
    rules = _rules(campaign)
    (rule,) = (each for each in rules.duties if each.id == rule_id)
    days, asked = owed(rule, rules.span, date.fromisoformat(day))
    assert (str(days.first), str(days.after - DAY), asked) == (first, last, required)


def test_every_duty_stands_above() -> None:
    shipped = {f"{name}-2022 {duty.id}" for name in DIGESTS for duty in _rules(f"{name}-2022").duties}
    assert shipped == {duty for duty, *_ in DUTIES}


@pytest.mark.parametrize("campaign", DIGESTS)
def test_the_digests_of_a_year(campaign: str) -> None:
    cut_offs = Plan(_rules(f"{campaign}-2022"), work_calendar()).rhythm.cut_offs
    found = tuple(f"{cut.at.date()} {' '.join(kind.value for kind in cut.kinds)}" for cut in cut_offs)
    assert found == DIGESTS[campaign]
    assert {f"{cut.at:%H:%M}" for cut in cut_offs} == {"09:00"}


def test_which_channels_count_and_who_must_be_there() -> None:
    onsite = [name for name in DIGESTS if _quota(f"{name}-2022").channels == (Channel.ONSITE,)]
    assert sorted(DIGESTS.keys() - set(onsite)) == ["sichuan"]
    assert _quota("sichuan-2022").channels == (Channel.ONSITE, Channel.VIDEO)
    assert [name for name in DIGESTS if _quota(f"{name}-2022").leader_present] == ["guangan"]
    assert not [name for name in DIGESTS if _quota(f"{name}-2022").carry_over]


def test_anhui_has_three_phases_one_deadline_and_sixteen_tasks() -> None:
    rules = _rules("anhui-2022")
    assert [(str(phase.first), str(phase.last)) for phase in rules.phases] == [
        ("2022-09-13", "2022-09-30"),
        ("2022-10-01", "2023-07-31"),
        ("2023-08-01", "2023-09-30"),
    ]
    assert [(one.level, str(one.due)) for one in rules.report_deadlines] == [("city", "2023-09-10")]
    assert [task.number for task in rules.tasks] == list(range(1, 17))
    sections = [task.section for task in rules.tasks]
    assert [sections.count(name) for name in dict.fromkeys(sections)] == [2, 2, 2, 7, 3]
    leads = {task.number: task.lead for task in rules.tasks}
    assert leads[2] == ("宣传部", "网络工作部")
    assert leads[11] == ("办公室", "组织部")
    assert leads[16] == ("财务和资产管理部",)


def test_sichuan_has_two_meetings_and_the_four_batches() -> None:
    rules = _rules("sichuan-2022")
    assert [(one.name, str(one.first), str(one.last)) for one in rules.milestones] == [
        ("现场推进会", "2023-03-01", "2023-04-30"),
        ("总结会", "2023-09-01", "2023-10-31"),
    ]
    assert [tag.name for tag in rules.tags[0].tags] == [
        "充实工作力量一批",
        "倾斜资源加强一批",
        "建强活动阵地一批",
        "加强指导提升一批",
    ]


def test_jiujiang_has_four_groups_and_fifteen_measures() -> None:
    rules = _rules("jiujiang-2022")
    assert [group.name for group in rules.groups] == ["综合组", "推进组", "宣传组", "监督组"]
    assert [len(group.members) for group in rules.groups] == [2, 11, 1, 1]
    (tree,) = rules.tags
    assert [len(tag.children) for tag in tree.tags] == [1, 2, 3, 4, 5]
    assert len([tag for tag, _ in walk(tree.tags) if not tag.children]) == 15
    assert (rules.limits.least, rules.limits.most, rules.limits.cover_all) == (1, 2, True)


def test_tiers_lead_to_shipped_campaigns_and_back() -> None:
    linked = {name: _rules(f"{name}-2022").linked for name in DIGESTS}
    assert {other for others in linked.values() for other in others} <= {f"{name}-2022" for name in DIGESTS}
    assert all(
        f"{name}-2022" in linked[other.removesuffix("-2022")] for name in DIGESTS for other in linked[name]
    )
    assert (linked["jiujiang"], linked["aba"]) == ((), ("sichuan-2022",))
