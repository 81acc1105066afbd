"""What plans say. User text is escaped; all results are HTML."""

from datetime import date, datetime

from campaign.planned import PlannedContact, PlannedState
from handlers.planned.actions import Plans
from handlers.texts import DOT, WEEKDAYS, channel_words, day_words, esc, short_day

KEEP = "记下计划"
DROP = "放弃"
CANCEL = "取消计划"
OTHER_DAY = "改天"
STAY = "日期不变"
WENT = "去了"
NOT_THERE = "没去"
UNKNOWN = "？"
HEADS = {
    PlannedState.OFFERED: "计划：要记下吗？",
    PlannedState.OPEN: "已记下计划",
    PlannedState.DONE: "计划已办，联系已登记",
    PlannedState.MISSED: "已记下：没去",
    PlannedState.DROPPED: "没有记下这个计划",
}
CALLED_OFF = "计划已取消"
ASK_DAY = "<b>哪天去？</b>选日期即记下。"
ASK_OTHER_DAY = "<b>改到哪天？</b>"
APART = "计划不计入联系次数。"
NOT_YET = "这一天还没到，到时再登记。"
SHORT = {
    PlannedState.OPEN: "已记下计划",
    PlannedState.DROPPED: "不记了",
    PlannedState.MISSED: "已记下：没去",
}


def plans(shown: Plans) -> str:
    """One card: which counties on which days, and what comes of it."""
    lines = [f"<b>{_head(shown)}</b>"]
    lines += _fields(shown.plans[0], shown.today) if len(shown.plans) == 1 else _rows(shown)
    lines += [f"原计划：{day_words(p.day, shown.today)}，改到上面这一天。" for p in shown.former if p.day]
    return "\n".join(line for line in (*lines, _foot(shown)) if line)


def _head(shown: Plans) -> str:
    gone = shown.state is PlannedState.DROPPED and any(p.noted_at for p in shown.plans)
    return CALLED_OFF if gone else HEADS[shown.state]


def mine(plans: tuple[PlannedContact, ...], today: date) -> list[str]:
    """A person's plans, a line each."""
    return [f"计划：{_row(planned, today)}" for planned in plans]


def reminder(planned: PlannedContact, today: date) -> str:
    """What stands above the brief on the working day before."""
    return f"<b>计划提醒：</b>{_row(planned, today)}"


def question(planned: PlannedContact, today: date) -> str:
    """The one question afterwards."""
    day = _weekday(planned.day, today) if planned.day else ""
    means = f"（{channel_words(planned.channel)}）" if planned.channel else ""
    return f"计划{day}联系<b>{esc(planned.county_name)}</b>{means}，去了吗？"


def day_button(day: date, today: date) -> str:
    """A day to pick."""
    return f"{short_day(day, today)} 周{WEEKDAYS[day.weekday()]}"


def _fields(planned: PlannedContact, today: date) -> list[str]:
    day = day_words(planned.day, today) if planned.day else UNKNOWN
    means = [f"方式：{channel_words(planned.channel)}"] if planned.channel else []
    return [f"县：{esc(planned.county_name)}", f"日期：{day}", *means]


def _rows(shown: Plans) -> list[str]:
    return [f"{place}. {_row(planned, shown.today)}" for place, planned in enumerate(shown.plans, start=1)]


def _row(planned: PlannedContact, today: date) -> str:
    means = [channel_words(planned.channel)] if planned.channel else []
    day = _weekday(planned.day, today) if planned.day else UNKNOWN
    return DOT.join((day, esc(planned.county_name), *means))


def _weekday(day: date, today: date) -> str:
    """A day that reads the same whenever the message arrives."""
    return f"{short_day(day, today)}（周{WEEKDAYS[day.weekday()]}）"


def _foot(shown: Plans) -> str:
    if shown.state is PlannedState.OFFERED:
        return ASK_DAY if shown.days else f"{_reminded(shown.reminded)}{APART}"
    if shown.state is not PlannedState.OPEN:
        return ""
    return ASK_OTHER_DAY if shown.days else _reminded(shown.reminded) or APART


def _reminded(at: datetime | None) -> str:
    return f"{at.month}月{at.day}日 {at:%H:%M} 提醒您，并附该县情况。" if at else ""
