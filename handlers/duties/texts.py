"""What is said of standing duties. User text is escaped; all results are HTML."""

from collections.abc import Sequence
from datetime import date

from campaign.duties import DutyHolder
from campaign.duty_records import DutyRecord
from campaign.duty_standing import DutyStand, DutyStanding, DutyState, Holder
from campaign.errors import DayInFuture
from digests.ledger.texts import DUTY_STATES as STATES
from digests.texts import full_day, span
from handlers.duties.actions import DutyDays, DutyList, DutyShown
from handlers.duties.cards import DutyCard
from handlers.duties.reading import Also, called
from handlers.duty_callbacks import Why
from handlers.screen import fit
from handlers.texts import COMMA, bold, day_words, esc, more_lines, short, short_day

SAVE = "保存"
SAVE_ANYWAY = "另一次，照样保存"
DROP = "放弃"
WITHDRAW = "撤回"
BACK = "返回清单"
LOG_MORE = "登记其他"
FILES = "看附件"
SAVED = "已保存"
DROPPED = "已放弃"
WITHDRAWN = "已撤回"
ASKING = "还缺一项，请先补上"
NONE = "这项工作没有常设事项。"
NO_FILES = "没有附件。"
BY_WORDS = "别的日子，直接发一句话，例如：<code>{example}</code>"
HEAD = "<b>请核对，无误请点“保存”</b>"
HEAD_ASKING = "<b>已读懂，还差一项</b>"
GONE = "这张卡片已放弃，没有登记。"
WHY = "为什么撤回？撤回后不再计数，记录仍保留。"
REASONS = {Why.MISTYPED: "登错了", Why.TWICE: "重复登记", Why.NOT_HELD: "没有办成"}
ALSO_FIRST = "请先在卡片上补齐县和日期"
WHO = {DutyHolder.COUNTY: "县", DutyHolder.CITY: "市", DutyHolder.PERSON: "承办"}
ASK_HOLDER = {
    DutyHolder.COUNTY: "是哪个县？按钮里没有的，请把县名写进句子再发一次。",
    DutyHolder.CITY: "是哪个市？",
    DutyHolder.PERSON: "是谁办的？",
}
UNITS = {DutyHolder.COUNTY: "个县", DutyHolder.CITY: "个市", DutyHolder.PERSON: "位"}
MOST_NAMES = 8


def duty_list(found: DutyList) -> str:
    """What is owed by whom in the running windows; what is missing of one's own counties first."""
    if not found.standings:
        return NONE
    lines = []
    for one in found.standings:
        lines += [f"{bold(one.rule.name)}（{_until(one, found.today)}）：{_sum(one)}"]
        lines += [_own(found.mine(one))] if found.mine(one) else []
        lines += [f"还没办：{_names(one.missing)}"] if one.missing and not found.mine(one) else []
    return fit("<b>常设事项</b>", lines, "点下面的事项登记或撤回。", more_lines)


def duty(shown: DutyShown) -> str:
    """One duty: its window, who has not done it, what was logged last."""
    one = shown.standing
    lines = [f"{span(one.days.first, one.days.last)}，{_asked(one)}，{_until(one, shown.today)}", _sum(one)]
    lines += [f"凭据：{esc(one.rule.evidence)}"] if one.rule.evidence else []
    lines += [f"还没办：{_every(one.missing)}"] if one.missing else []
    if shown.records:
        lines += ["最近登记：", *(f"· {_record(record, shown.today)}" for record in shown.records)]
    foot = "给谁登记？" if shown.holders else ""
    return fit(bold(one.rule.name), lines, foot, more_lines)


def stand(one: DutyStand) -> str:
    """How one holder stands with a duty, in a line."""
    return f"{esc(one.holder.name)}：{STATES[one.state]}（已 {one.done} 次，应 {one.required} 次）"


def days(asked: DutyDays) -> str:
    """Ask for the day."""
    example = esc(f"{asked.holder.name}{asked.today.month}月1日办了{called(asked.rule)}")
    head = f"{bold(asked.rule.name)}：{esc(asked.holder.name)}，是哪天？"
    return f"{head}\n{BY_WORDS.format(example=example)}"


def card(shown: DutyCard) -> str:
    """The lines of a card, and what it still asks; or what became of it."""
    if not shown.first.is_open:
        return _settled(shown)
    head = HEAD_ASKING if shown.asks_holder or shown.asks_day else HEAD
    note = shown.first.note
    lines = [
        f"事项：{esc(shown.rule.name)}",
        f"{WHO[shown.rule.who]}：{_holders(shown)}",
        f"日期：{day_words(note.day, shown.today) if note.day else '？'}",
    ]
    lines += [f"附件：{len(note.files)} 个"] if note.files else []
    return fit(head, lines, _question(shown), more_lines)


def record_button(record: DutyRecord, today: date) -> str:
    """A button that withdraws a record."""
    return f"{WITHDRAW}：{_whose(record)} {_day(record, today)}"


def files_button(record: DutyRecord) -> str:
    """A button that sends the files of a record."""
    return f"{FILES}：{_whose(record)}"


def undone(standings: Sequence[DutyStanding], today: date) -> list[str]:
    """The duties that one county has not done, each with its last day."""
    owed = [(one, stand) for one in standings for stand in one.missing]
    words = [f"· {esc(one.rule.name)}（{_left(one, stand, today)}）" for one, stand in owed]
    return ["还没做的常设事项：", *words] if words else []


def total(standings: Sequence[DutyStanding]) -> str:
    """All duties of a campaign in one line; "" without any that are asked."""
    parts = [
        f"{esc(called(one.rule))} {len(one.asked) - len(one.missing)}/{len(one.asked)}"
        for one in standings
        if one.required and one.asked
    ]
    return f"常设事项（本时段已办）：{COMMA.join(parts)}" if parts else ""


def also(name: str) -> str:
    """A button: the duty beside a contact."""
    return f"也记为：{name}"


def also_lines(found: Also | None) -> list[str]:
    """What the card of a contact says of the duty that was saved beside it."""
    return [f"也已记为：{esc(found.name)}"] if found and found.saved else []


def _settled(shown: DutyCard) -> str:
    first = shown.first
    if first.saved_at is None:
        return GONE
    head = f"<b>{SAVED if first.stands else WITHDRAWN}</b>：常设事项"
    lines = [f"{esc(shown.rule.name)}：{_holders(shown)}，{_day(first, shown.today)}"]
    if not first.stands:
        return fit(head, [*lines, f"原因：{short(first.reason)}。不再计数。"], "", more_lines)
    lines += [_stand(one, stand, first) for one, stand in shown.stands]
    return fit(head, lines, "", more_lines)


def _stand(one: DutyStanding, stand: DutyStand, record: DutyRecord) -> str:
    window = span(one.days.first, one.days.last)
    if record.note.day not in one.days:
        return f"不在本时段（{window}）。"
    return f"{esc(stand.holder.name)}本时段（{window}）已 {stand.done} 次，应 {stand.required} 次。"


def _question(shown: DutyCard) -> str:
    if shown.asks_holder:
        return f"<b>{ASK_HOLDER[shown.rule.who]}</b>"
    if shown.refused:
        return f"<b>{_refusal(shown)}请选日期：</b>"
    if shown.asks_day:
        return "<b>是哪天？</b>"
    if not shown.before:
        return ""
    names = "、".join(esc(holder.name) for holder in shown.before)
    return f"<b>{names}这一天的{esc(called(shown.rule))}已经登记过。是同一次的，请点“{DROP}”。</b>"


def _refusal(shown: DutyCard) -> str:
    if isinstance(shown.refused, DayInFuture):
        return f"{short_day(shown.refused.day, shown.today)}还没到，只登记已经办了的。"
    return f"不在本次工作期间（{full_day(shown.span.first)}至{full_day(shown.span.last)}）。"


def _holders(shown: DutyCard) -> str:
    names = [line.note.holder.name for line in shown.lines if line.note.holder]
    if not names:
        return "？"
    counted = ((name, names.count(name)) for name in dict.fromkeys(names))
    return "、".join(f"{esc(name)}（{often} 次）" if often > 1 else esc(name) for name, often in counted)


def _record(record: DutyRecord, today: date) -> str:
    files = f"，附件 {len(record.note.files)} 个" if record.note.files else ""
    return f"{_day(record, today)} {esc(_whose(record))}（{esc(record.author_name)}登记{files}）"


def _whose(record: DutyRecord) -> str:
    return record.note.holder.name if record.note.holder else ""


def _day(record: DutyRecord, today: date) -> str:
    return short_day(record.note.day, today) if record.note.day else ""


def _sum(one: DutyStanding) -> str:
    if not one.required:
        return "本时段不要求"
    unit = UNITS[one.rule.who]
    return f"已办 {len(one.asked) - len(one.missing)} {unit}，还没办 {len(one.missing)} {unit}"


def _asked(one: DutyStanding) -> str:
    return f"各 {one.required} 次" if one.required else "不要求"


def _until(one: DutyStanding, today: date) -> str:
    last = short_day(one.days.last, today)
    left = (one.days.after - today).days
    return f"至{last}，余 {left} 天" if left > 0 else f"至{last}，已过"


def _left(one: DutyStanding, stand: DutyStand, today: date) -> str:
    often = f"还差 {stand.needed} 次，" if stand.required > 1 else ""
    late = "，已逾期" if stand.state is DutyState.OVERDUE else ""
    return f"{often}至{short_day(one.days.last, today)}{late}"


def _own(mine: Sequence[DutyStand]) -> str:
    return f"我联系的县还没办：{'、'.join(_name(stand) for stand in mine)}"


def _names(missing: Sequence[DutyStand]) -> str:
    names = "、".join(_name(stand) for stand in missing[:MOST_NAMES])
    return f"{names}等 {len(missing)} 个" if len(missing) > MOST_NAMES else names


def _every(missing: Sequence[DutyStand]) -> str:
    """Everybody's name, those of one city together."""
    cities: dict[str, list[str]] = {}
    for stand in missing:
        cities.setdefault(stand.holder.place, []).append(_name(stand))
    if len(cities) < 2:
        return "、".join(name for names in cities.values() for name in names)
    return "；".join(f"{esc(city)}：{'、'.join(names)}" for city, names in cities.items())


def _name(stand: DutyStand) -> str:
    holder: Holder = stand.holder
    return f"{esc(holder.name)}（差 {stand.needed} 次）" if stand.required > 1 else esc(holder.name)
