"""What is said about rules. User text is escaped; all results are HTML."""

from digests.changes.lines import change_lines
from handlers.rules.actions import Preview, Taken
from handlers.screen import fit
from handlers.texts import esc

ABOUT_RULES = ("规则", "方案", "定义", "campaign")
SUFFIXES = (".yaml", ".yml")
TAKE = "更新规则"
TAKEN = "已更新"
TAKEN_BEFORE = "这份规则已更新，不用再点。"
STALE = "这份预览已过时，没有更新。请把文件再发一次。"
CHANGED_SINCE = "规则在预览之后有改动，还没有更新。请核对新的预览。"
NOT_FETCHED = "没能取到这个文件，没有更新。请再发一次。"
TOO_BIG = "文件太大，没有更新。规则文件一般不到 50 KB，请检查是不是发错了文件。"
NO_CHANGE = "与现在的规则一致，不用更新。"
FOOT = f"核对无误请点“{TAKE}”；不更新就不用管。记录都保留，已经发出的调度不改。"


def faulty(faults: tuple[str, ...]) -> str:
    """Say what is wrong with a file, line by line."""
    head = f"<b>规则里有 {len(faults)} 处要改</b>，没有更新。改好后再发一次即可："
    return fit(head, [f"· {esc(fault)}" for fault in faults], "", _more)


def preview(shown: Preview) -> str:
    """What rules would change."""
    if not shown.changes.any:
        return NO_CHANGE
    return fit("<b>规则预览</b>，还没有更新", _lines(shown), FOOT, _more)


def taken(done: Taken) -> str:
    """What was changed."""
    return fit("<b>规则已更新</b>", _lines(done), "", _more)


def _lines(found: Preview | Taken) -> list[str]:
    return [
        f"· {esc(line)}" if not line.startswith(" ") else esc(line) for line in change_lines(found.changes)
    ]


def _more(count: int) -> str:
    return f"……另有 {count} 行未列出"
