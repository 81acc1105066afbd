"""Refusals as sentences, by type; and what is said to stale buttons and unknown commands."""

from functools import singledispatch

from campaign.errors import (
    AlreadyBound,
    Changed,
    DayInFuture,
    DayOutsideCampaign,
    DraftGone,
    Incomplete,
    NameTaken,
    NotAllowed,
    NotFound,
    NothingToUndo,
    Refusal,
    Shared,
    TooLate,
)
from campaign.permissions import Action
from handlers.texts import esc, short

STALE = "这个按钮已失效。已登记的用 /records 查看；没有登记的，发一句话即可。"
FORM_OVER = "这份表已结束或已过期。已登记的用 /records 查看；没有登记的，用 /log 重新填写。"
NOT_YOURS = "这是别人正在填的，您不能操作。"
SENSITIVE = (
    "这条消息含有密级标志、身份证号或银行卡号，按规定不收，没有登记，也没有保存。"
    "请从聊天中删除它，去掉这些内容后再发一次。"
)
IN_A_GROUP = "您在群里发的一条消息含有密级标志、身份证号或银行卡号，没有登记，也没有保存。请到群里把它删除。"
DELETE = "删除那条消息"
DELETED = "含有密级标志、身份证号或银行卡号的消息已删除，没有登记，也没有保存。去掉这些内容后可以再发一次。"
NOT_DELETED = "Telegram 不让机器人删除这条消息，请长按它，自己删除。"
UNKNOWN_COMMAND = "没有这个命令。发送 /help 查看使用说明。"
PRIVATE_ONLY = "这个命令请在这里（私聊）使用，群里可用 /status 和 /uncovered。"
ELSEWHERE = "这个群属于另一项工作，要由那项工作的管理员操作。您管理的工作，请在这里（私聊）查看。"
NOT_FOUND = {
    "draft": "这张卡片不是您的，或已不存在。需要登记时，请发一句话。",
    "duty": "这张卡片不是您的，或已不存在。发送 /duties 查看常设事项。",
    "duty_rule": "规则里已没有这一项。发送 /duties 查看现在的常设事项。",
    "duty_holder": "名单里已没有，或不归您登记。发送 /duties 重新选择。",
    "task": "任务台账里没有这一项。发送 /tasks 查看。",
    "record": "这条记录不是您的，或已不存在。",
    "digest": "这期调度已经处理过，或已不存在。",
    "planned": "这个计划不是您的，或已不存在。",
    "reminder": "这条提醒不是您的，或已不存在。",
    "digest_list": "这份清单已打不开。请在私聊里发送 /uncovered 或 /issues 查看现在的。",
    "practice": "这条经验已撤回，或已不存在。发送 /practices 查看现在的。",
    "category": "规则里已没有这一类，没有改动。请重新打开这个问题再改。",
    "group": "机器人已不在这个群，不必再处理。",
    "member": "名单里已没有这个人。发送 /people 查看最新名单。",
}


CHANGED = {
    "record": "这条记录刚刚被更正过，本次没有改动。请用 /records 重新打开再更正。",
    "roster_edit": "情况刚有变化，没有改动。请在 /people 里重新点一次。",
    "roster": "安排表刚有改动，没有导入。请把表格再发一次。",
    "invite": "这个人的邀请刚有变化，或已绑定，没有另发邀请。发送 /people 查看后再操作。",
    "invites": "邀请的情况刚有变化，没有重新邀请。请再发一次 /invites。",
    "newcomer": "名单里刚有了这个人，没有增加。请在 /people 里打开，按“角色”。",
    "member": "这个人的情况刚有变化，没有改动。发送 /people 查看后再操作。",
}

NOT_DONE = {
    "last_admin": "至少要有一位已绑定、不限期的管理员，没有改动。请先让另一位管理员绑定账号。",
    "by_roster": "联系领导和联系人随对口联系安排表变动，不在这里改。",
}
WHOSE = {
    Action.ADMINISTER: "管理员",
    Action.CORRECT: "录入的人和管理员",
    Action.WRITE: "联系领导、联系人和推进组",
    Action.RAISE: "联系领导、联系人和推进组",
    Action.FOLLOW: "提出人、该县的联系领导和联系人、管理员",
    Action.LOG_DUTY: "该县的联系领导和联系人、承办的部门或本人、管理员",
    Action.NOTE_TASK: "牵头部门、推进组、管理员",
    Action.CHOOSE: "宣传组和管理员",
    Action.EXPORT: "有对口联系县的同志和管理员",
    Action.AUDIT: "监督组和管理员",
    Action.OWN_COUNTY: "县级工会的同志",
    Action.READ_FIGURES: "上级工会的同志",
    Action.READ_RECORDS: "联系领导、联系人和专班各组",
    "oneself": "另一位管理员",
}


@singledispatch
def sentence(_refusal: Refusal) -> str:
    """Say what a refusal means and what can be done; HTML."""
    return "这一步现在不能做。发送 /help 查看使用说明。"


@sentence.register
def _(refusal: NotAllowed) -> str:
    if refusal.wanted in NOT_DONE:
        return NOT_DONE[refusal.wanted]
    if refusal.wanted == "elsewhere":
        return ELSEWHERE
    who = WHOSE.get(refusal.wanted, "联系领导和联系人")
    return f"这项操作只有{who}可以做。"


@sentence.register
def _(refusal: NotFound) -> str:
    if refusal.what in NOT_FOUND:
        return NOT_FOUND[refusal.what]
    if refusal.what == "issue":
        return f"没有第 {short(refusal.key, 40)} 号问题。发送 /issues 查看清单。"
    return f"没有找到“{short(refusal.key, 40)}”，请核对后再试。"


@sentence.register
def _(refusal: Changed) -> str:
    return CHANGED[refusal.what]


@sentence.register
def _(_refusal: Shared) -> str:
    return "别的同志已补充到这条记录，不能直接撤销。确要撤回，请用 /records 打开这条记录，写明理由。"


@sentence.register
def _(refusal: NameTaken) -> str:
    return f"名单上已有“{short(refusal.name, 40)}”，没有改动。请加上部门或职务区分，再改一次。"


@sentence.register
def _(_refusal: Incomplete) -> str:
    return "还缺必填的内容，请补上后再保存。"


@sentence.register
def _(refusal: DayInFuture) -> str:
    return f"{refusal.day.month}月{refusal.day.day}日还没到，只登记已经发生的联系。"


@sentence.register
def _(refusal: DayOutsideCampaign) -> str:
    first, last = refusal.first, refusal.last
    return (
        f"日期不在本次工作期间（{first.year}年{first.month}月{first.day}日至"
        f"{last.year}年{last.month}月{last.day}日）。"
    )


@sentence.register
def _(_refusal: DraftGone) -> str:
    return "这张卡片已放弃，没有登记。需要登记时，再发一句话即可。"


@sentence.register
def _(refusal: TooLate) -> str:
    return f"已超过 {refusal.minutes} 分钟，不能直接撤销。请用 /records 打开这条，写明原因撤回。"


@sentence.register
def _(_refusal: NothingToUndo) -> str:
    return "没有可撤销的记录。"


@sentence.register
def _(refusal: AlreadyBound) -> str:
    return f"您的账号已绑定为{esc(refusal.name)}，不必再用邀请码。"
