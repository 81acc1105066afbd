"""Every sentence and label of digests, of /status and of pictures. Plain text: the renderer escapes it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from campaign.progress import Progress
from campaign.quota_rules import QuotaScope
from campaign.standing import CountyState
from campaign.vocabulary import Channel, DigestKind
from digests.facts import CountyFacts, QuotaFacts, SectionFacts

KINDS = {
    DigestKind.WEEK: "周报",
    DigestKind.MONTH: "月调度",
    DigestKind.TWO_MONTH: "双月调度",
    DigestKind.QUARTER: "季度小结",
    DigestKind.HALF_YEAR: "半年总结",
    DigestKind.PARTY: "党组汇报",
}
EACH = {QuotaScope.COUNTY: "每县", QuotaScope.PAIR: "每对", QuotaScope.LIAISON: "每位联系领导"}
SPANS = {
    DigestKind.WEEK: "周内",
    DigestKind.MONTH: "月内",
    DigestKind.TWO_MONTH: "双月内",
    DigestKind.QUARTER: "季度内",
    DigestKind.HALF_YEAR: "半年内",
    DigestKind.PARTY: "汇报期内",
}
CHANNELS = {
    Channel.ONSITE: "实地",
    Channel.VIDEO: "视频",
    Channel.PHONE: "电话",
    Channel.MEETING: "会面",
    Channel.OTHER: "其他",
}
STATES = {
    CountyState.DONE: "已完成规定次数",
    CountyState.CONTACTED: "本期已登记联系",
    CountyState.QUIET: "本期未登记联系",
    CountyState.NEVER: "从未登记联系",
}
MOST_NAMED = 5
PROGRESS = {
    Progress.PAUSED: "暂停",
    Progress.DONE: "已完成",
    Progress.ON_TRACK: "按期",
    Progress.NEW: "新建",
    Progress.BEHIND: "落后",
    Progress.NEVER: "未登记",
    Progress.OVERDUE: "逾期",
}
NUMERALS = (*"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")
DEMO = "演示"
LIVE = "实时"
NOT_DUE = "这是管理员随时查看的实时情况，不是定期调度，以后登记的会使数字变化。"
STATUS_TITLE = "进展情况"
THIS_WINDOW = "本期情况"
OVERALL = "总体情况"
UNCOVERED = "未登记联系的县级工会"
NEVER_LEAD = "专项工作开展以来未登记联系"
QUIET_LEAD = "本期未登记联系"
PAUSED_LEAD = "暂停联系"
ALL_BELOW = "名单见下一条"
ALL_COVERED = "本期各县级工会均已登记联系。"
NO_COUNTIES = "还没有导入对口联系安排表。"
MEANING = "“未登记联系”指系统中没有登记，不等于没有联系；各级联系合并计算。"
MORE = "…"
PICTURE_TITLE = "县级工会联系情况图"
PHOTO_NAME = "lianxi-qingkuang.png"


def full_day(day: date) -> str:
    """A day with its year."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_day(day: date) -> str:
    """A day without its year."""
    return f"{day.month}月{day.day}日"


def span(first: date, last: date) -> str:
    """Two days as a span; the year is said once when it is the same."""
    return f"{full_day(first)}至{short_day(last) if first.year == last.year else full_day(last)}"


def as_of(moment: datetime) -> str:
    """The moment at which the figures were taken; `moment` is in the campaign's zone."""
    return f"截至{full_day(moment.date())} {moment:%H:%M}"


def digest_title(kinds: tuple[DigestKind, ...]) -> str:
    """The name of a digest that answers these rhythms."""
    return "、".join(KINDS[kind] for kind in kinds)


def marked(title: str, *, demo: bool, live: bool = False) -> str:
    """A title, marked when everything under it is made up, and when it is no digest that is due."""
    marks = [*([DEMO] if demo else []), *([LIVE] if live else [])]
    return "".join(f"【{mark}】" for mark in marks) + title


def part_title(title: str, number: int, total: int) -> str:
    """The head of one of several messages."""
    return f"{title}（{number}/{total}）"


def heading(number: int, words: str) -> str:
    """A numbered heading; `number` counts from 1."""
    return f"{NUMERALS[number - 1]}、{words}"


def window_heading(words: str, section: SectionFacts) -> str:
    """A heading that names its window."""
    return f"{words}（{span(section.first, section.last)}）"


def coverage(section: SectionFacts, paused: int = 0) -> str:
    """How many counties were contacted in the window; of those that were not, how many are paused."""
    told = f"（其中暂停联系 {paused} 个）" if paused else ""
    return (
        f"县级工会 {section.counties} 个：已登记联系 {section.contacted} 个，"
        f"未登记联系 {len(section.uncovered)} 个{told}。"
    )


def change(section: SectionFacts) -> Iterator[str]:
    """What the window before had; nothing of the first window."""
    if before := section.before:
        yield (
            f"比上期：已登记联系 {before.contacted} → {section.contacted} 个县，"
            f"登记联系 {before.contacts} → {section.contacts} 次。"
        )


def contacts_alone(section: SectionFacts) -> str:
    """How many contacts there were."""
    return f"登记联系 {section.contacts} 次。"


def missing(times: int, counties: int) -> str:
    """What will be missing of the quota at the end of its window."""
    if not times:
        return "按现在进度，期末各县都能完成。"
    return f"按现在进度期末差 {times} 次，涉及 {counties} 个县。"


def contacts(section: SectionFacts) -> str:
    """How many contacts there were, by channel; channels without any are left out."""
    counted = [
        f"{CHANNELS[channel]} {section.channels[channel]} 次"
        for channel in Channel
        if section.channels.get(channel)
    ]
    words = f"登记联系 {section.contacts} 次"
    return f"{words}：{'，'.join(counted)}。" if counted else f"{words}。"


def late(section: SectionFacts) -> str:
    """Contacts of earlier windows that were typed in this one."""
    return f"另补登此前联系 {section.late} 次，不计入本期。"


def findings(section: SectionFacts) -> str:
    """Issues raised and closed, practices found within the window."""
    return f"提出问题 {section.raised} 个，解决问题 {section.closed} 个；总结经验 {section.practices} 条。"


def open_issues(section: SectionFacts) -> str:
    """Issues that still want work."""
    late = f"，其中超期 {section.overdue} 个" if section.overdue else ""
    return f"未解决问题 {section.open} 个{late}。"


def quota(facts: QuotaFacts) -> str:
    """How far the quota is."""
    window = quota_window(facts)
    if not facts.required:
        return f"{facts.name}：{window}不作次数要求。"
    counties = facts.owed // facts.required if facts.counties is None else facts.counties
    if facts.scope is QuotaScope.LIAISON and not facts.counties:
        return f"{facts.name}：{window}，{EACH[facts.scope]} {facts.required} 次。"
    whom = "位联系领导" if facts.scope is QuotaScope.LIAISON else "个县级工会"
    needed = f"，还需 {facts.owed - facts.done} 次" if facts.owed > facts.done else ""
    return (
        f"{facts.name}（{window}，{EACH[facts.scope]} {facts.required} 次）：已完成 {facts.met} {whom}，"
        f"未完成 {counties - facts.met} {whom[0]}；应有 {facts.owed} 次，已有 {facts.done} 次{needed}。"
        f"期限{full_day(facts.last)}，余 {facts.days_left} 天。"
    )


def quota_window(facts: QuotaFacts) -> str:
    """The quota's window."""
    if facts.first:
        return span(facts.first, facts.last)
    return f"{facts.year}年" if facts.year else "专项工作期间"


def praise(names: Sequence[str]) -> str:
    """Counties whose quota is done, as many as a line has room for; in the roster's order."""
    more = "等" if len(names) > MOST_NAMED else ""
    return f"已完成规定次数：{'、'.join(names[:MOST_NAMED])}{more}。"


def never(count: int) -> str:
    """Counties with nothing logged in the whole campaign."""
    return f"{NEVER_LEAD} {count} 个。"


def uncovered_lead(words: str, count: int) -> str:
    """The line above a list of counties."""
    return f"{words}（{count} 个）："


def span_lead(kinds: tuple[DigestKind, ...]) -> str:
    """The words above the counties with nothing logged in the window of these rhythms."""
    return f"{'、'.join(SPANS[kind] for kind in kinds)}未登记联系"


def county_item(place: str, county: CountyFacts, facts: QuotaFacts) -> str:
    """One county of a list: who is paired with it, what is done of what is required."""
    who = county.liaison or "联系领导未安排"
    if county.contact_person:
        who += f"，联系人 {county.contact_person}"
    if not facts.required:
        return f"{place}（{who}）"
    return f"{place}（{who}）{tile_number(county, facts)} 次"


def item(words: str) -> str:
    """One line of a list."""
    return f"· {words}"


def rest(count: int) -> str:
    """What of a list is told elsewhere."""
    return f"另 {count} 个见下一条"


def following(title: str) -> str:
    """The head of the message with what had no room."""
    return f"{title}（附）"


def below(headings: Sequence[str]) -> str:
    """The sections that follow in another message; headings are numbered."""
    return f"{'、'.join(heading.partition('、')[2] for heading in headings)}见下一条。"


def unlisted(count: int) -> str:
    """Items that are listed nowhere."""
    return item(f"另有 {count} 个没有列出，可发 /uncovered 查看")


def note(words: str) -> str:
    """A remark below everything."""
    return f"注：{words}"


def holidays_unknown(year: int) -> str:
    """The year's holidays are not known."""
    return f"{year}年放假安排尚未载入，工作日暂按周一至周五计算。"


def tile_number(county: CountyFacts, facts: QuotaFacts) -> str:
    """Done and required of one county."""
    required = facts.required if facts.counties is None else county.required
    return f"{county.done}/{required}" if required else f"{county.done}"


def number_meaning(facts: QuotaFacts) -> str:
    """What the number on a tile means."""
    window = quota_window(facts)
    if not facts.required:
        return f"数字为{facts.name}（{window}）已有次数"
    return f"数字为{facts.name}（{window}）已有次数/应有次数"


def picture_subtitle(kinds: tuple[DigestKind, ...], moment: datetime) -> str:
    """The line of the picture that names the digest and its moment."""
    return f"{digest_title(kinds)}　{as_of(moment)}"


def caption(title: str, moment: datetime, place: str = "") -> str:
    """The words below the picture in the chat; `place`: a province that it is of."""
    return f"{title}：{place}{PICTURE_TITLE}，{as_of(moment)}"


def offer(title: str, moment: datetime, group: str) -> str:
    """A digest that is too late to be posted unasked."""
    return (
        f"{title}（{as_of(moment)}）未能按时发出，已超过 3 个工作日，没有自动补发到“{group}”。\n"
        "是否补发？数字为截止时的情况。"
    )


OPEN_UNCOVERED = "未登记名单"
OPEN_FIGURES = "数字明细"
OPEN_PROVINCES = "看各省的图"
OFFER_POST, OFFER_DROP = "补发", "不补发"
