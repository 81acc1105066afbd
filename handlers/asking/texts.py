"""What questions are answered with. User text is escaped; all results are HTML."""

import re
from collections.abc import Sequence
from datetime import date

from campaign.days import Days
from campaign.issues import overdue_days
from campaign.records import Contact, Issue
from campaign.vocabulary import Channel, IssueState
from digests.beside.texts import SOLVERS
from digests.texts import digest_title, full_day, span
from handlers.asking.actions import LISTED, Coming, Latest, Listed, Paired, Without
from handlers.report.texts import people
from handlers.screen import fit
from handlers.texts import DOT, bold, channel_words, day_words, esc, more_items, more_lines, short, short_day
from understanding import Wanted

NO_RANKING = (
    "本助手不排名，也不比谁多谁少。可以问：总体进度怎么样、"
    "还有哪些县没联系、我还差几次，或者某个县今年联系了几次、由谁负责。"
)
OF_CATEGORY = re.compile(
    r"([一-龥]{2,8}?)(?:方面|这方面|类|这类|这块|领域)的?[^，。；]{0,6}问题"
    r"|(?:关于|有关|涉及)([一-龥]{2,8}?)的[^，。；]{0,4}问题"
)
ASKS_SHARED = re.compile(
    r"(?:现在|目前|各县)?(?:还)?(?:有|有没有)?(?:哪些|什么|几个|多少)?共性的?问题"
    r"(?:还)?(?:有|是)?(?:哪些|哪几个|什么|几个|多少)?(?:呢|吗)?[？?。]?"
    r"|哪(?:些|几个)(?:县|地方)(?:都)?有(?:同样|相同|一样|类似)的问题[？?。]?"
)
NO_DIGEST = "专项工作期内没有下一次调度了。"
ISSUES = {
    Wanted.OPEN: "未解决的问题",
    Wanted.RAISED: "提出的问题",
    Wanted.CLOSED: "已解决的问题",
    Wanted.DUE: "将到期的未解决问题",
    Wanted.OVERDUE: "超期未解决的问题",
}
OWN = "我和我联系的县"
OWN_COUNTIES = "我联系的县"
ALONE = "我"
SOON = "两周内"
FULL = "完整清单用 /export"
OPEN = "按编号打开。"
IN_A_LINE = 8


def cannot(county: str) -> str:
    """What can be asked instead, with a county of one's own."""
    name = esc(county)
    return (
        f"这个我答不上来。可以问：还有哪些县没联系、{name}的问题办到哪了、我还差几次、上次谁去的{name}、"
        f"本月新增几个问题、哪些快到期了、谁负责{name}。\n完整台账用 /export。"
    )


def contacts(answer: Listed[Contact]) -> str:
    """How many contacts, and the latest of them."""
    query = answer.query
    channel = channel_words(query.channel) if query.channel else ""
    place = bold(answer.county.name) if answer.county else ""
    own = (ALONE if place else OWN) if query.own else ""
    head = _head(f"登记{channel}联系 {answer.found.total} 次", own, place, _when(answer.days, answer.today))
    lines = [f"· {_contact(contact, answer.today)}" for contact in answer.found.first]
    return _listed(head, lines, answer.found.total)


def issues(answer: Listed[Issue]) -> str:
    """How many issues, and the first of them."""
    wanted = answer.query.state or Wanted.RAISED
    place = bold(answer.county.name) if answer.county else OWN_COUNTIES if answer.query.own else ""
    when = SOON if wanted is Wanted.DUE and answer.days is None else _when(answer.days, answer.today)
    by_whom = f"由{SOLVERS[answer.query.resolver]}解决" if answer.query.resolver else ""
    head = _head(f"{ISSUES[wanted]} {answer.found.total} 个", by_whom, place, when)
    lines = [f"· {_issue(issue, answer.today)}" for issue in answer.found.first]
    return _listed(head, lines, answer.found.total)


def latest(answer: Latest) -> str:
    """When a county was contacted last, and visited last."""
    if answer.contact is None:
        return f"{bold(answer.county.name)}还没有登记过联系。"
    ago = (answer.today - answer.contact.day).days
    near = f"（{ago} 天前）" if ago else ""
    lines = [f"<b>最近一次联系{near}</b>", _contact(answer.contact, answer.today)]
    if answer.visit:
        lines += ["<b>最近一次实地</b>", _contact(answer.visit, answer.today)]
    elif answer.contact.channel is not Channel.ONSITE:
        lines.append("还没有登记过实地联系。")
    return "\n".join(lines)


def without(answer: Without) -> str:
    """Which counties have no contact of some days."""
    channel = channel_words(answer.channel) if answer.channel else ""
    number = f"未登记{channel}联系的县 {len(answer.counties)} 个，共 {answer.total} 个"
    names = [esc(county.name) for county in answer.counties]
    rows = ["、".join(names[place : place + IN_A_LINE]) for place in range(0, len(names), IN_A_LINE)]
    return fit(_head(number, _when(answer.days, answer.today)), rows, "", more_lines)


def paired(answer: Paired) -> str:
    """Who is paired with a county, or which counties a person has."""
    if answer.county:
        lines = [
            f"联系领导 {esc(p.liaison.name)}"
            + (f"，联系人 {esc(p.contact_person.name)}" if p.contact_person else "")
            for p in answer.pairings
        ]
        return f"{bold(answer.county.name)}：{'；'.join(lines) or '还没有安排联系领导'}。"
    if not answer.pairings:
        names = "、".join(map(esc, answer.names[:LISTED]))
        nobody = f"没有叫“{short(answer.who, 40)}”的联系领导或联系人，请核对姓名。"
        return f"名单上有多位：{names}。请写全。" if names else nobody
    counties = "、".join(dict.fromkeys(esc(p.county.name) for p in answer.pairings))
    return f"{bold(answer.names[0])}联系：{counties}。"


def coming(answer: Coming) -> str:
    """When the next digest is due."""
    if answer.cut_off is None:
        return NO_DIGEST
    at, today = answer.cut_off.at, answer.plan.today(answer.now)
    left = (at.date() - today).days
    kinds = digest_title(answer.cut_off.kinds)
    near = f"还有 {left} 天" if left else "就是今天"
    return f"下一次{kinds}：{day_words(at.date(), today)} {at:%H:%M}，{near}。此前登记的都会计入。"


def _listed(head: str, lines: Sequence[str], total: int) -> str:
    if not total:
        return head
    left = total - len(lines)
    foot = f"……另有 {left} 项，{FULL}\n{OPEN}" if left else OPEN
    return fit(head, lines, foot, more_items)


def _head(what: str, *of: str) -> str:
    return DOT.join((f"<b>{what}</b>", *(part for part in of if part)))


def _when(days: Days | None, today: date) -> str:
    if days is None:
        return ""
    if len(days) == 1:
        return full_day(days.first)
    if days.first <= today < days.last:
        return f"{full_day(days.first)}至今"
    return span(days.first, days.last)


def _contact(contact: Contact, today: date) -> str:
    parts = (
        short_day(contact.day, today),
        esc(contact.county_name),
        channel_words(contact.channel),
        people(contact.participants),
        esc(contact.attendees or contact.author_name),
        f"第 {contact.number} 号",
    )
    return DOT.join(part for part in parts if part)


def _issue(issue: Issue, today: date) -> str:
    late = overdue_days(issue, today) if issue.state is IssueState.OPEN else 0
    due = f"{short_day(issue.due, today)}到期" if issue.due else ""
    state = "已解决" if issue.state is IssueState.CLOSED else f"超期 {late} 天" if late else due
    told = f"第 {issue.number} 号 {esc(issue.county_name)}：{short(issue.text, 80)}"
    return f"{told}（{state}）" if state else told
