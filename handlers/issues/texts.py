"""What is said about issues. User text is escaped; all results are HTML."""

import re
from collections.abc import Sequence
from datetime import date

from campaign.issues import IssueEvent, overdue_days
from campaign.records import Issue
from campaign.vocabulary import IssueState, IssueStep
from handlers.callbacks import IssueWord
from handlers.issues.actions import IssueCard, IssuePage
from handlers.screen import fit
from handlers.texts import (
    ALSO,
    BY_NUMBER,
    COMMA,
    OTHER_CATEGORY,
    bold,
    esc,
    further,
    more_lines,
    resolver_words,
    short,
    short_day,
)

PROGRESS = "记进展"
CLOSE = "销号"
REOPEN = "重新打开"
BACK = "返回清单"
REFILE = "改类别"
BY_CATEGORY = "按类别看"
DONE = "已解决"
TAKE = {IssueWord.PROGRESS: "记为进展", IssueWord.RESULT: "销号"}
TAKE_NUMBERED = {
    IssueWord.PROGRESS: "第 {number} 号记为进展",
    IssueWord.RESULT: "第 {number} 号销号",
}
TAKEN = {IssueWord.PROGRESS: "已记为进展", IssueWord.RESULT: "已销号"}
KEPT_APART = "另记一个问题"
REOPENED = "已重新打开"
CANCELLED = "好的，没有记录。"
NONE_OPEN = "没有未解决的问题。"
NONE_OF_CATEGORY = "没有这一类未解决的问题。"
WHICH_SOLVED = "要销号的是哪个问题？"
WHICH_GOES_ON = "这句话记到哪个问题？"
USAGE = (
    "新增问题，请在命令后写一句话，例如：\n"
    "<code>/issue 修水县活动阵地不足，请党委政府协调，3月15日前解决</code>\n"
    "查看某个问题，发 /issue 和编号，例如 <code>/issue 12</code>。全部未解决的问题见 /issues。"
)
STEPS = {
    IssueStep.RAISE: "提出",
    IssueStep.PROGRESS: "进展",
    IssueStep.CLOSE: "销号",
    IssueStep.REOPEN: "重新打开",
    IssueStep.CORRECT: "更正，原为",
    IssueStep.WITHDRAW: "撤销",
}
ASK = {
    IssueWord.PROGRESS: "请写一句{which}的进展，直接发在这里即可。不写了发 /cancel。",
    IssueWord.RESULT: "{which}是怎么解决的？请写一句结果，发出后即销号。不销号发 /cancel。",
}
NUMBER = re.compile(r"(?:问题第 ?|Issue No\. ?)(\d{1,9})")
TOLD_OF = re.compile(
    r"(?<![月\d])(?:第 ?)?(?P<of>\d{1,9}) ?号的?问题"
    r"|问题 ?(?:第 ?)?(?P<n>\d{1,9}) ?(?:号|(?![\d个条项家件户人名年月日天次元万.%、]))"
)
ASKED_FOR = re.compile(r"(?:第|#|＃|No\.?)? ?(\d{1,9}) ?号?")
SOLVED = re.compile(
    r"解决了|已(?:经)?(?:全部)?(?:解决|办结|落实|办好|办妥)|解决好了|落实了|办好了|办妥了|销号|办结"
)
UNSOLVED = re.compile(
    r"[没未不无难][^，。；！]{0,3}(?:解决|销号|办结|落实|办好|办妥)|(?:解决|落实|办)不了|尚未|还没|吗|？|\?"
)

GOES_ON = re.compile(
    r"进展|(?:正在|正|着手|抓紧)(?:协调|对接|推进|落实|办理|处理|解决|研究|争取|跟进|沟通)"
    r"|已(?:经)?(?:协调|对接|上报|报送|汇报|列入|启动|着手|沟通|联系|安排|立项)"
)


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers of the issues that a message of the bot names."""
    return tuple(dict.fromkeys(int(found) for found in NUMBER.findall(text)))


def numbers_told(text: str) -> tuple[int, ...]:
    """Return the numbers of the issues of which a person speaks by number."""
    return tuple(dict.fromkeys(int(found["of"] or found["n"]) for found in TOLD_OF.finditer(text)))


def number_asked(text: str) -> int | None:
    """Return the number when a text is one and nothing else."""
    found = ASKED_FOR.fullmatch(text.strip())
    return int(found[1]) if found else None


def says_solved(text: str) -> bool:
    """Tell whether a text says that something is solved."""
    return bool(SOLVED.search(text)) and not UNSOLVED.search(text)


def says_progress(text: str) -> bool:
    """Tell whether a text says how something goes on, and does not add anything."""
    return bool(GOES_ON.search(text)) and not ALSO.match(text.strip())


def issue_list(page: IssuePage) -> str:
    """A page of the open issues."""
    place = f"{esc(page.county.name)}" if page.county else ""
    filed = f"：{esc(page.named or OTHER_CATEGORY)}" if page.category else ""
    if not page.total:
        return f"{place}{NONE_OF_CATEGORY if page.category else NONE_OPEN}"
    overdue = f"，其中超期 {page.overdue} 个" if page.overdue else ""
    foot = further(page.left, "个") or BY_NUMBER
    head = f"<b>{place}未解决的问题{filed}</b>（共 {page.total} 个{overdue}）"
    return fit(head, _rows(page), foot, more_lines)


def _rows(page: IssuePage) -> list[str]:
    rows = []
    for place, (issue, age) in enumerate(zip(page.issues, page.ages, strict=True), start=page.place):
        if place in {page.place, page.own} and page.county is None and page.own:
            rows.append("<b>我联系的县</b>" if place < page.own else "<b>其他县</b>")
        state = COMMA.join((f"已 {age} 天", *_terms(issue, page.today)))
        rows.append(f"第 {issue.number} 号 {esc(issue.county_name)}：{short(issue.text, 60)}（{state}）")
    return rows


def _terms(issue: Issue, today: date) -> list[str]:
    late = overdue_days(issue, today)
    due = f"期限{short_day(issue.due, today)}" if issue.due else "未定期限"
    who = f"{resolver_words(issue.resolver)}解决" if issue.resolver else "未定由谁解决"
    return [f"{due}{f'，<b>超期 {late} 天</b>' if late else ''}", who]


def issue_card(card: IssueCard) -> str:
    """One issue with its history."""
    issue = card.dossier.issue
    closed = issue.state is IssueState.CLOSED
    late = overdue_days(issue, card.today)
    state = "已销号" if closed else f"未解决，超期 {late} 天" if late else "未解决"
    head = f"<b>问题第 {issue.number} 号</b>（{state}）"
    lines = [
        f"{bold(issue.county_name)}：{short(issue.text)}",
        f"{COMMA.join(_card_terms(card, closed=closed))}",
        f"类别：{esc(card.category or OTHER_CATEGORY)}",
        "经过：",
        *(
            f"· {_event(event, day, card.today)}"
            for event, day in zip(card.dossier.events, card.days, strict=True)
        ),
    ]
    return fit(head, lines, "", more_lines)


def _card_terms(card: IssueCard, *, closed: bool) -> list[str]:
    if not closed:
        return [f"已 {max(0, (card.today - card.raised).days)} 天", *_terms(card.dossier.issue, card.today)]
    return _terms(card.dossier.issue, card.today)[1:]


def _event(event: IssueEvent, day: date, today: date) -> str:
    note = f"：{short(event.note, 200)}" if event.note else ""
    return f"{short_day(day, today)} {esc(event.actor_name)} {STEPS[event.step]}{note}"


def asking(what: IssueWord, number: int) -> str:
    """Ask for words about an issue."""
    return ASK[what].format(which=f"问题第 {number} 号")


def offer(numbers: tuple[int, ...], *, solved: bool) -> str:
    """Ask what words written in reply are for."""
    which = "、".join(str(number) for number in numbers)
    if not solved:
        return f"这句话记到问题第 {which} 号吗？"
    return f"问题第 {which} 号要销号吗？" if len(numbers) == 1 else "要销号的是哪个问题？"


def offer_of(issues: Sequence[Issue], *, solved: bool) -> str:
    """Ask which of some issues is solved, or goes on as is told."""
    if len(issues) == 1:
        issue = issues[0]
        named = f"{esc(issue.county_name)}的问题第 {issue.number} 号“{short(issue.text, 60)}”"
        return f"{named}要销号吗？" if solved else f"这句话记到{named}吗？"
    lines = [f"问题第 {i.number} 号 {esc(i.county_name)}：{short(i.text, 60)}" for i in issues]
    return "\n".join((WHICH_SOLVED if solved else WHICH_GOES_ON, *lines))


def take_label(what: IssueWord, number: int, *, alone: bool) -> str:
    """A button that takes the words for one issue."""
    return TAKE[what] if alone else TAKE_NUMBERED[what].format(number=number)
