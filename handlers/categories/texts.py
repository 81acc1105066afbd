"""What is said about categories. User text is escaped; all results are HTML."""

from handlers.categories.actions import CategoryChoice
from handlers.texts import OTHER_CATEGORY, esc, short

OTHERS = OTHER_CATEGORY
BACK = "不改"
ALL = "返回清单"
WHICH = "<b>未解决的问题</b>\n看哪一类？"
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
