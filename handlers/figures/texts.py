"""Words for the figures of a digest and the lists behind them. User text is escaped; all results are HTML."""

from collections.abc import Mapping, Sequence
from datetime import date

from campaign.listing import UNSAID, Later
from campaign.vocabulary import Channel, Resolver
from digests.beside.texts import OTHERS, SOLVERS
from digests.beside.texts import UNSAID as NOBODY_SAID
from digests.clipping import clip
from digests.facts import DigestFacts
from digests.opened.figures import Figure, Opened, category_of, cities
from digests.opened.rows import Behind
from digests.texts import CHANNELS, SPANS, STATUS_TITLE, digest_title, marked, short_day
from handlers.texts import DOT, esc

BACK = "返回"
REACHED_BY = {
    "own": "本级联系过",
    "others": "只有其他级",
    "nobody": "各级都没有",
    "unpaired": "没有安排人",
}
# The button's label, the list's head, what is counted.
FIGURES: Mapping[Figure, tuple[str, str, str]] = {
    Figure.CONTACTED: ("已登记", "已登记联系", "个县"),
    Figure.UNCOVERED: ("未登记", "未登记联系", "个县"),
    Figure.CONTACTS: ("联系次数", "登记联系", "次"),
    Figure.CONTACTED_BEFORE: ("上期已登记", "上期已登记联系", "个县"),
    Figure.BEFORE: ("上期次数", "上期登记联系", "次"),
    Figure.LATE: ("补登", "补登此前联系", "次"),
    Figure.CORRECTED: ("改正", "更正：改正的联系", "次"),
    Figure.WITHDRAWN: ("撤销", "更正：撤销的联系", "次"),
    Figure.RAISED: ("提出问题", "提出问题", "个"),
    Figure.CLOSED: ("解决问题", "解决问题", "个"),
    Figure.PRACTICES: ("经验", "总结经验", "条"),
    Figure.MESSAGES: ("给县发消息", "给县级工会发消息", "条"),
    Figure.MET: ("次数已完成", "已完成规定次数", "个"),
    Figure.UNMET: ("次数未完成", "未完成规定次数", "个"),
    Figure.SHORT: ("预计完不成", "按现在进度期末完不成", "个县"),
    Figure.OPEN: ("未解决", "未解决问题", "个"),
    Figure.OVERDUE: ("超期", "超期未解决问题", "个"),
    Figure.NEVER: ("从未登记", "专项工作开展以来未登记联系", "个县"),
    Figure.TIER: ("", "各级合计：", "个县"),
    Figure.SAME: ("共性问题", "共性问题", "个县"),
    Figure.DUTY: ("未办", "未办", "个"),
    Figure.DUTY_DONE: ("已办", "已办", "个"),
    Figure.CITY: ("各市", "各市", "个"),
}
LATER = {
    Later.CORRECTED: "更正",
    Later.WITHDRAWN: "撤回",
    Later.CLOSED: "解决",
    Later.REOPENED: "重新打开",
}
NAME = 6
SENT_IN_PRIVATE = "清单已私聊发给您。"
ALREADY_SENT = "已在私聊中。"
TOO_MANY = "现在发的消息太多，请过几分钟再按。"
NOT_BOUND = "清单只给已绑定的同志看。请先打开与机器人的私聊，按提示绑定。"
NOT_REACHED = "机器人没法给您发私聊。请打开与机器人的私聊，发 /start，再回来按一次。"
OPENS = "点一个数字，看它的名单；都是截止时的情况。"
NO_FIGURES = "这一期没有可以打开的数字。"
GONE = "这个数字已没有名单。"


def label(facts: DigestFacts, opened: Opened, number: int) -> str:
    """The button of a figure: what it is, and its number."""
    figure, of = opened.figure, opened.of
    words, _, _ = FIGURES[figure]
    if figure is Figure.TIER:
        words = REACHED_BY[of]
    elif figure in {Figure.DUTY, Figure.DUTY_DONE}:
        words = f"{clip(facts.duties[int(of)].name, NAME)} {words}"
    elif of and figure is not Figure.SAME:
        words = part_words(facts, opened)
    window = SPANS[facts.sections[opened.section].kind].removesuffix("内") + DOT if opened.section else ""
    return f"{window}{words} {number}"


def part_words(facts: DigestFacts, opened: Opened) -> str:
    """The channel, the resolver or the city that a part of a figure is of."""
    if opened.figure is Figure.CONTACTS:
        return CHANNELS[Channel(opened.of)]
    if opened.figure is Figure.CITY:
        return list(cities(facts))[int(opened.of)]
    if (place := category_of(opened)) is not None:
        return facts.categories[place].name or OTHERS
    return NOBODY_SAID if opened.of == UNSAID else SOLVERS[Resolver(opened.of)]


def menu(facts: DigestFacts, *, some: bool) -> str:
    """The head of a digest's figures."""
    return f"<b>{esc(_title(facts))}</b>（{_as_of(facts)}）\n{OPENS if some else NO_FIGURES}"


def head(found: Behind) -> str:
    """What a list is of, how long it is, and what changed since."""
    facts, opened = found.facts, found.opened
    _, words, unit = FIGURES[opened.figure]
    if opened.figure in {Figure.DUTY, Figure.DUTY_DONE}:
        words = f"{facts.duties[int(opened.of)].name}{words}"
    elif opened.figure is Figure.TIER:
        words += REACHED_BY[opened.of]
    elif opened.of and opened.figure is not Figure.SAME:
        words += f"（{part_words(facts, opened)}）"
    window = f"{SPANS[facts.sections[opened.section].kind]}：" if opened.section else ""
    lines = [
        f"<b>{esc(window + words)} {found.number} {unit}</b>",
        f"{esc(_title(facts))}，{_as_of(facts)}",
        *_changed(found),
    ]
    return "\n".join(lines)


def _changed(found: Behind) -> Sequence[str]:
    """What is not as it was any more, in one line."""
    if found.total != found.number:
        return [f"后来有改动：截止时 {found.number}，现在只能列出 {found.total}。"]
    told = "、".join(f"{LATER[kind]} {number} 条" for kind, number in found.later)
    return [f"后来有改动：{told}；下面是截止时的样子。"] if told else []


def _title(facts: DigestFacts) -> str:
    return marked(STATUS_TITLE if facts.live else digest_title(facts.kinds), demo=facts.demo)


def _as_of(facts: DigestFacts) -> str:
    return f"截至{short_day(facts.cut_off.date())} {facts.cut_off:%H:%M}"


def page(found: Behind) -> str:
    """Which page it is."""
    pages = -(-found.total // found.leaf.size)
    return f"第 {found.leaf.place // found.leaf.size + 1}/{pages} 页" if pages > 1 else ""


def day(value: date, facts: DigestFacts) -> str:
    """A day, with its year when that is not the digest's."""
    year = "" if value.year == facts.cut_off.year else f"{value.year}年"
    return year + short_day(value)
