"""What is said about invites for many, in chat and on the printed sheet."""

from collections.abc import Iterator
from datetime import date

from digests.chat_text import units
from handlers.invites.actions import InviteLine, InviteList, Waiting
from handlers.screen import LIMIT
from handlers.texts import by_day, esc, short

AGAIN = "全部重新邀请（旧的作废）"
ALL_BOUND = "名单上的人都已绑定，不用邀请。"
ALL_INVITED = "没有绑定的人手里都有未过期的邀请。"
MADE = "邀请已写好"
SHEET_HEAD = "扫码绑定登记助手"
SCAN = "手机扫码打开，点“启动”"
SHEET_NAME = "邀请单.pdf"


def ask_again(waiting: Waiting) -> str:
    """Ask before codes that were handed out are ended."""
    return (
        f"未绑定 {waiting.unbound} 人，其中 {waiting.invited} 人手里的邀请还没用、没过期。"
        "全部重新邀请的，手里的旧邀请就作废。"
    )


def only_new(count: int) -> str:
    """A button that leaves the codes alone that were handed out."""
    return f"只邀请其余 {count} 人"


def invitations(made: InviteList, username: str) -> list[str]:
    """One message, or more for a long list: a line for each person, with his link."""
    head = f"<b>绑定邀请</b>（{len(made.lines)} 人，{until(made.last_day)}，各限本人使用一次）"
    texts, text = [], "\n".join([head, *_notes(made)])
    for line in made.lines:
        row = f"{short(line.person.name, 100)}：{link(line, username)}"
        if units(text) + units(row) + 1 > LIMIT:
            texts.append(text)
            text = row
        else:
            text = f"{text}\n{row}"
    return [*texts, text]


def _notes(made: InviteList) -> Iterator[str]:
    yield f"{esc(made.title)}。请把各人的链接转给本人；打印的见下面的邀请单。"
    if made.revoked:
        yield f"其中 {made.revoked} 人以前发的邀请已作废，以这次的为准。"
    if made.left:
        yield f"一次写 {len(made.lines)} 人，另有 {made.left} 人没有列入，请再发一次 /invites。"


def sheet_caption(made: InviteList) -> str:
    """The words below the sheet."""
    return f"邀请单（{len(made.lines)} 人），可打印、裁开发给本人。{until(made.last_day)}。"


def until(last_day: date) -> str:
    """How long an invite binds."""
    return f"7 天内有效，{by_day(last_day)}"


def printed_until(last_day: date) -> str:
    """How long an invite binds, on paper."""
    return f"{last_day.year}年{by_day(last_day)}有效（7 天），仅限本人使用一次"


def printed_code(line: InviteLine, username: str) -> str:
    """What to type where nothing can be scanned."""
    return f"或向 @{username} 发送 /start {line.code}"


def page_number(number: int, total: int) -> str:
    """Which page of the sheet."""
    return f"第 {number} 页，共 {total} 页"


def link(line: InviteLine, username: str) -> str:
    """The link that binds."""
    return f"https://t.me/{username}?start={line.code}"
