"""What reminders say. User text is escaped; all results are HTML."""

from collections.abc import Sequence
from datetime import date

from campaign.definition import ReminderRhythm
from campaign.reminders import Call, Matters, ReminderState, Wish
from handlers.screen import fit
from handlers.texts import DOT, esc, more_items, person_words, short, short_day

MOST_NAMES = 200
TO_TOMORROW = "明天再提醒"
TO_MONDAY = "下周一再提醒"
MUTE = "本期不再提醒"
NEVER = "不再提醒我"
SWITCH_ON = "打开提醒"
SWITCH_OFF = "关闭提醒"
CALLS_HEAD = "以下同志没有绑定账号，或已屏蔽机器人，提醒发不到，请电话提醒。打过的，点一下姓名。"
CALLED = "（已打电话）"
NOTED = "已记下，本期不再列出"
SWITCHED_OFF = "不再提醒您。想恢复时，发送 /reminders。"
SWITCHED_ON = "提醒已打开"
NO_RHYTHM = "本次工作没有设置提醒。"


def late_form(county: str) -> str:
    """The button that opens the form on a county."""
    return f"补登 {county}"


def issue_button(number: int) -> str:
    """The button that opens an issue."""
    return f"问题第 {number} 号"


def call_button(name: str) -> str:
    """The button that notes a call."""
    return f"已打电话：{name}"


def reminder(matters: Matters) -> str:
    """What one person is reminded of."""
    lines = []
    if matters.counties:
        lines.append(f"本期{_ends(matters)}，未登记联系的县：")
        lines += [f"· {esc(county.name)}" for county in matters.counties]
    if matters.issues:
        lines.append("期限将到或已过的问题：")
        lines += [f"· {line}" for line in _issues(matters)]
    foot = "联系过的，点“补登”即可；没有登记，不等于没有联系。" if matters.counties else ""
    return fit("<b>提醒</b>", lines, foot, more_items)


def put_off_until(day: date) -> str:
    """When a reminder comes back."""
    return f"好的，{day.month}月{day.day}日以前不再提醒"


def muted(matters: Matters) -> str:
    """Until when these matters are not told again."""
    return f"好的，这些事{_day(matters.last)}以前不再提醒"


def calls(listed: Sequence[Call]) -> str:
    """Who is to be telephoned, and what about."""
    lines = [f"{_name(call)}：{_open(call.reminder.matters)}" for call in listed]
    return fit(f"<b>电话提醒</b>\n{CALLS_HEAD}", lines, "", more_items)


def state(wish: Wish, rhythm: ReminderRhythm | None, today: date) -> str:
    """Whether a person is reminded, and when."""
    if rhythm is None:
        return NO_RHYTHM
    if wish.off_since:
        return "提醒：已关闭。想恢复，点“打开提醒”，或以后发送 /reminders。"
    later = ""
    if wish.not_before and wish.not_before > today:
        later = f"\n{_day(wish.not_before)}以前不提醒。"
    ends = "、".join(map(str, rhythm.before_end))
    return (
        f"提醒：已打开。每个工作日 {rhythm.at:%H:%M} 最多一条，没有事就不发：\n"
        f"· 本期截止前 {ends} 个工作日，还未登记联系的县\n"
        f"· 期限还有 {rhythm.before_due} 个工作日的问题；过期的提醒一次，以后每周一次{later}"
    )


def _name(call: Call) -> str:
    done = CALLED if call.reminder.state is ReminderState.CALLED else ""
    return f"{person_words(call.person)}{done}"


def _open(matters: Matters) -> str:
    names = "、".join(county.name for county in matters.counties)
    parts = [f"{short(names, MOST_NAMES)}本期未登记联系（{_day(matters.last)}截止）"] if names else []
    parts += _issues(matters)
    return DOT.join(parts)


def _ends(matters: Matters) -> str:
    return f"{_day(matters.last)}截止，还有 {matters.left} 个工作日"


def _issues(matters: Matters) -> list[str]:
    return [
        f"问题第 {issue.number} 号 {esc(issue.county)}：{esc(issue.text)}"
        f"（期限{short_day(issue.due, matters.day)}{_late(issue.due, matters.day)}）"
        for issue in matters.issues
    ]


def _late(due: date, today: date) -> str:
    return f"，超期 {(today - due).days} 天" if today > due else ""


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
