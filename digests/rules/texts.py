"""The words of a campaign's rules. Plain text: who shows it escapes it."""

from datetime import date, datetime

from campaign.days import Days
from campaign.definition import Definition
from campaign.duties import DutyHolder, DutyRule
from campaign.frame import Span, Tier
from campaign.quota_rules import CountRule, QuotaRule, QuotaScope, QuotaWindow
from campaign.vocabulary import Channel, DigestKind, Role
from digests.texts import CHANNELS, KINDS, full_day, span

WEEKDAYS = "一二三四五六日"
WINDOWS = {
    QuotaWindow.CAMPAIGN: "整个专项工作",
    QuotaWindow.CALENDAR_YEAR: "每年",
    QuotaWindow.HALF_YEAR: "每半年",
    QuotaWindow.QUARTER: "每季度",
    QuotaWindow.TWO_MONTH: "每两个月",
    QuotaWindow.MONTH: "每月",
    QuotaWindow.ROLLING: "最近 {days} 天",
    QuotaWindow.BY_DATE: "{by}以前",
}
SCOPES = {QuotaScope.COUNTY: "每个县", QuotaScope.PAIR: "每一对", QuotaScope.LIAISON: "每位联系领导"}
TIERS = {Tier.NATIONAL: "全国", Tier.PROVINCE: "省级", Tier.CITY: "市级", Tier.COUNTY: "县级"}
HOLDERS = {DutyHolder.COUNTY: "每个县", DutyHolder.CITY: "每个市", DutyHolder.PERSON: "写明的人"}
ROLES = {
    Role.ADMIN: "管理员（综合组）",
    Role.PROMOTION: "推进组",
    Role.PUBLICITY: "宣传组",
    Role.SUPERVISION: "监督组",
    Role.LEADER: "联系领导",
    Role.DEPARTMENT: "部门",
    Role.CONTACT_PERSON: "联系人",
    Role.COUNTY: "县级工会",
    Role.OBSERVER: "观察员",
}
LEADER_PRESENT = "领导到场"
ALL_CHANNELS = "各种方式"
DIGESTS = "调度（{} 次）"
PERIODS = {DigestKind.TWO_MONTH: "双月时段", DigestKind.MONTH: "月度时段"}
PHASES = "阶段"
MILESTONES = "重要节点"
REPORTS = "报送时限"
MOVED = "（{} 日休息，提前）"
DRAFTED = "，草稿 {}月{}日"
NO_DIGEST = "（这几天之后不再有{}）"
ROLLING = "天天往前移，{} 次"
TIMES = "{} 次"
YEAR_UNKNOWN = "{}年的节假日安排还没有公布，按周一至周五计算，到时可能提前或推后。"
FOOT = "以上日子请先商定，再载入。已经发出的调度不会因为改规则而改写。"


def window(rule: CountRule) -> str:
    """Say over which span a rule counts."""
    return WINDOWS[rule.window].format(days=rule.days, by=full_day(rule.by) if rule.by else "")


def channels(of: tuple[Channel, ...]) -> str:
    """Name the channels that count."""
    return ALL_CHANNELS if set(of) == set(Channel) else "、".join(CHANNELS[channel] for channel in of)


def moment(at: datetime, kinds: tuple[DigestKind, ...]) -> str:
    """Say when a digest is due, and which."""
    names = "、".join(KINDS[kind] for kind in kinds)
    return f"{full_day(at.date())}（周{WEEKDAYS[at.weekday()]}）{at:%H:%M}  {names}"


def quota(rule: QuotaRule) -> str:
    """Say whose contacts a quota counts, over what, and which."""
    parts = [SCOPES[rule.scope], window(rule), channels(rule.channels)]
    parts += [LEADER_PRESENT] if rule.leader_present else []
    return f"次数要求“{rule.name}”（{'，'.join(parts)}）"


def duty(rule: DutyRule) -> str:
    """Say who owes a duty, and over what."""
    who = "、".join(rule.persons) if rule.who is DutyHolder.PERSON else HOLDERS[rule.who]
    return f"常设事项“{rule.name}”（{who}，{window(rule)}）"


def title(definition: Definition) -> str:
    """Name a campaign, and its days."""
    return f"{definition.title}（{definition.id}），{days(definition.span)}"


def period_head(definition: Definition) -> str:
    """Name the windows of lists and reminders."""
    return PERIODS[definition.digests.period]


def no_digest(definition: Definition) -> str:
    """Say that no digest covers the days after the last one."""
    return NO_DIGEST.format(KINDS[definition.digests.period])


def days(of: Days) -> str:
    """Say a span of days."""
    return span(of.first, of.last)


def part(of: Span) -> str:
    """Name a phase or a milestone, and its days."""
    return f"{of.name}：{span(of.first, of.last)}"


def due(level: Tier, name: str, day: date) -> str:
    """Say up to when a level hands in a report."""
    return f"{TIERS[level]}“{name}”：{full_day(day)}以前"
