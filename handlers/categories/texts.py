"""What is said about categories. User text is escaped; all results are HTML."""

from collections.abc import Sequence

from handlers.categories.actions import CategoryChoice, Shared
from handlers.screen import fit
from handlers.texts import OTHER_CATEGORY, bold, esc, more_lines, short

OTHERS = OTHER_CATEGORY
BACK = "不改"
ALL = "返回清单"
WHICH = "<b>未解决的问题</b>\n看哪一类？"
SHARED = "共性问题"
SHARED_LEAD = "几个县都有、都没有解决的同一个问题。"
NONE_SHARED = "没有几个县都有的问题。"
MOST_NAMED = 20
CHANGED = "已改类别"


def counted(name: str, count: int) -> str:
    """A button that lists the open issues of a category."""
    return f"{name} {count}"


def asking(found: CategoryChoice) -> str:
    """Ask which category an issue is of."""
    issue = found.dossier.issue
    now = next((one.name for one in found.categories if one.id == issue.category), OTHERS)
    told = f"<b>问题第 {issue.number} 号</b>\n{esc(issue.county_name)}：{short(issue.text, 200)}"
    return f"{told}\n现在归在“{esc(now)}”，改为："


def shared(found: Sequence[Shared]) -> str:
    """The problems that several counties have, with the counties."""
    if not found:
        return NONE_SHARED
    return fit(f"{bold(SHARED)}\n{SHARED_LEAD}", list(map(_shared, found)), "", more_lines)


def _shared(one: Shared) -> str:
    named = "、".join(map(esc, one.counties[:MOST_NAMED]))
    rest = "等" if len(one.counties) > MOST_NAMED else ""
    return f"“{short(one.text, 60)}”{len(one.counties)} 个县：{named}{rest}"
