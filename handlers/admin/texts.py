"""What an admin reads."""

from campaign.groups import Group
from campaign.vocabulary import ChatState, DigestState
from handlers.admin.actions import Invited, Unknown
from handlers.texts import by_day, esc, short

NAME_WANTED = "请写上名单里的姓名或部门，例如：/invite 演示财务部部长"
STOP = "停用"
DECISIONS = {
    ChatState.WAITING: "等待批准",
    ChatState.APPROVED: "已批准",
    ChatState.REFUSED: "未批准，不会向这个群发送任何内容",
    ChatState.STOPPED: "已停用，不再向这个群发送任何内容",
    ChatState.LEFT: "机器人已不在这个群",
}


def invitation(invited: Invited, username: str) -> str:
    """A message to hand on to the person invited."""
    link = f"https://t.me/{username}?start={invited.code}"
    return (
        f"{esc(invited.name)}，您好！请点击链接绑定账号，之后发一句话就能登记联系情况：\n{link}\n"
        f"打不开时，请向 @{esc(username)} 发送 <code>/start {invited.code}</code>\n"
        f"{esc(invited.campaign)}。仅限本人使用一次，{by_day(invited.last_day)}有效。"
    )


def unknown(name: Unknown) -> str:
    """A name that is not on the roster, and what may be meant."""
    if name.near:
        near = "、".join(esc(known) for known in name.near)
        return f"名单上没有“{short(name.name, 40)}”，相近的有：{near}。请写全称再发一次。"
    return f"名单上没有“{short(name.name, 40)}”。请核对后再发；还没有列入的，请先更新对口联系安排表。"


def bound_already(invited: Invited) -> str:
    """A word to the admin alone: the person invited uses the bot already."""
    return f"{esc(invited.name)}已绑定账号，可正常使用。只有更换账号时，才需把上面的邀请转给本人。"


def decided(group: Group) -> str:
    """What was decided about a group."""
    return f"群“{short(group.title, 200)}”：{DECISIONS[group.state]}。"


def decision(state: ChatState) -> str:
    """The decision in a word or two."""
    return DECISIONS[state]


def offer_decided(state: DigestState) -> str:
    """What became of a digest that was offered; plain text."""
    return "已补发到群里。" if state is DigestState.POSTED else "不补发。"
