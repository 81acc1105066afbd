"""What the form asks and says."""

from collections.abc import Sequence
from datetime import date

from campaign.drafts import Draft, DraftIssue
from handlers.log.form import Notice
from handlers.texts import short

SAVE = "保存"
SKIP = "跳过"
BACK = "« 上一步"
CANCEL = "取消"
YES = "到场"
NO = "未到场"
CLEAR = "清除问题"
SKIP_WORDS = {
    "跳过",
    "没有",
    "无",
    "没",
    "暂无",
    "没有问题",
    "无问题",
    "未发现问题",
    "没有发现问题",
    "不清楚",
    "不知道",
}
BACK_WORDS = {"上一步", "返回", "后退"}
COUNTY = "县"
DAY = "日期"
CHANNEL = "方式"
PEOPLE = "人数"
WHO = "谁去的"
FINDINGS = "问题"
REPLY_HERE = "（群里输入时请回复本条消息）"
ITEM_COUNTY = "选问题所在的县"
NO_DAY = "·"
WEEKDAYS = "一二三四五六日"
CANCELLED = "已取消，没有登记。需要时发一句话，或用 /log 重新填写。"
NOTHING_OPEN = "没有正在填的表。不要的卡片，请点卡片下方的“放弃”。"
NOTICES = {
    Notice.NO_SUCH_COUNTY: "没有找到这个县，请核对县名后重新输入，或点下面的按钮。",
    Notice.SEVERAL_COUNTIES: "找到多个县，请选；没有列出的，请输入更完整的县名。",
    Notice.NOT_A_NUMBER: "人数请写数字，例如 12。",
    Notice.BUTTONS_ONLY: "正在填表，这一步请点按钮；要退出请点“取消”。",
    Notice.TEXT_ONLY: "这一步请打字或点按钮。",
    Notice.FILE_KEPT: "附件已收到，和这张表一起保存。",
    Notice.DAY_REFUSED: "这一天不能选：只登记工作期间内、已经发生的联系。",
}


def correcting(draft: Draft) -> str:
    """Above the form of a saved record."""
    numbers = "、".join(str(contact.number) for contact in draft.contacts if contact.number)
    which = f"第 {numbers} 号" if numbers else "这条记录"
    return f"<b>更正{which}：点要改的一项，改好后点“保存”</b>"


def noticed(notice: Notice | None, question: str) -> str:
    """A question, below what was wrong with the last answer."""
    return f"{NOTICES[notice]}\n<b>{question}</b>" if notice else f"<b>{question}</b>"


def county_question() -> str:
    """Which county."""
    return "联系了哪个县？可点选，也可输入县名。"


def day_question() -> str:
    """Which day."""
    return "哪天联系的？"


def channel_question() -> str:
    """Which channel."""
    return "什么方式？"


def people_question() -> str:
    """How many took part."""
    return "多少人参加？可点选，也可输入数字。"


def who_question() -> str:
    """Who went."""
    return "谁去的？可点选，也可输入姓名。"


def leader_question() -> str:
    """Whether the leader took part."""
    return "联系领导到场了吗？"


def findings_question(issues: Sequence[DraftIssue]) -> str:
    """What was found; each line is a problem of its own."""
    if not issues:
        return "发现什么问题？每行写一个；没有就点“跳过”。"
    known = "\n".join(f"· {short(issue.text, 100)}" for issue in issues)
    return f"已记的问题：\n{known}\n要改请重新输入，每行一个；不改点“跳过”。"


def place_label(number: int) -> str:
    """One of several contacts of a card."""
    return f"改第 {number} 次"


def leave_out_label(number: int) -> str:
    """One of several contacts of a card, to be left out."""
    return f"去掉第 {number} 次"


def month(day: date) -> str:
    """A month with its year."""
    return f"{day.year}年{day.month}月"


def month_before(day: date) -> str:
    """The month to leaf back to."""
    return f"« {day.month}月"


def month_after(day: date) -> str:
    """The month to leaf on to."""
    return f"{day.month}月 »"


def day_label(day: date, today: date) -> str:
    """A day of the month; today is marked."""
    return f"[{day.day}]" if day == today else str(day.day)


def people_label(count: int) -> str:
    """A head-count as a button."""
    return f"{count}人"


def names(people: Sequence[str]) -> str:
    """Several names as one answer."""
    return "、".join(people)
