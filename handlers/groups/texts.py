"""What is said about groups. User text is escaped; all results are HTML."""

from campaign.vocabulary import ChatState
from handlers.groups.actions import GroupCard, GroupPage
from handlers.screen import fit
from handlers.texts import BY_NUMBER, DOT, bold, further, short, short_day

BACK = "返回清单"
APPROVE = "批准"
REFUSE = "拒绝"
STOP = "停用"
CONFIRM_STOP = "确认停用"
CANCEL = "不改了"
TO_GROUP = "调度改发在总话题"
STATES = {
    ChatState.WAITING: "等待批准",
    ChatState.APPROVED: "已批准",
    ChatState.REFUSED: "未批准",
    ChatState.STOPPED: "已停用",
    ChatState.LEFT: "机器人不在群里",
}
MEANING = {
    ChatState.WAITING: "批准以前，群里收不到任何内容。批准以前已到期的调度不补发。",
    ChatState.APPROVED: "调度按时发到群里；群里可用 /status 和 /uncovered。",
    ChatState.REFUSED: "机器人在群里不发任何内容，也不回答。随时可以批准。",
    ChatState.STOPPED: "机器人在群里不发任何内容，也不回答。随时可以再批准。",
    ChatState.LEFT: "要恢复，请把机器人重新拉进群，会再请您批准。",
}
NO_GROUPS = "还没有群。请把机器人拉进专班群，这里会收到批准请求。"
NOT_A_FORUM = "这个群没有分话题，调度就发在群里，不用设置。"
IN_GROUP = "/topic 请在群里用：到要发调度的那个话题里发 /topic。各群情况见 /groups。"
TOPIC_TAKEN = "好的，以后的调度发在这个话题里。"
GENERAL_TAKEN = "好的，以后的调度发在总话题里。"


def groups(page: GroupPage) -> str:
    """A page of the groups."""
    if not page.total:
        return NO_GROUPS
    counted = "，".join(f"{STATES[state]} {count}" for state, count in page.counts.items() if count)
    foot = further(page.left, "个") or BY_NUMBER
    rows = [
        f"{number}. {short(group.title, 100)}{DOT}{STATES[group.state]}"
        for number, group in enumerate(page.groups, start=page.place + 1)
    ]
    return fit(f"<b>群</b>（共 {page.total} 个：{counted}）", rows, foot, _more)


def card(shown: GroupCard) -> str:
    """One group."""
    group = shown.group
    since = f"（{short_day(shown.decided, shown.today)}）" if shown.decided and _was_decided(shown) else ""
    lines = [bold(group.title), f"{STATES[group.state]}{since}", MEANING[group.state]]
    if group.state is ChatState.APPROVED and group.topic_id is not None:
        lines.append("调度发在指定的话题里。要换话题，请到那个话题里发 /topic。")
    return "\n".join(lines)


def asking_stop(shown: GroupCard) -> str:
    """Ask before a group is stopped."""
    return f"停用群“{short(shown.group.title, 200)}”？停用后不再向群里发调度，群里的命令也不回答。"


def _was_decided(shown: GroupCard) -> bool:
    return shown.group.state in {ChatState.APPROVED, ChatState.REFUSED, ChatState.STOPPED}


def _more(count: int) -> str:
    return f"……另有 {count} 个未列出"
