"""What cards, records and the short answers to other messages say."""

import re
from collections.abc import Mapping
from datetime import date

from campaign.actions.records import UNDO_MINUTES
from campaign.drafts import DraftContact, DraftIssue, DraftPractice
from campaign.errors import DayInFuture
from campaign.records import Contact, Issue
from campaign.vocabulary import DraftState, Resolver
from handlers.callbacks import Asked
from handlers.duties.texts import also_lines
from handlers.hints.texts import hint, so_far
from handlers.media.texts import counts
from handlers.report.actions import Card, Kept, Unsaved
from handlers.report.alike import MOST_OTHERS
from handlers.report.questions import items_of
from handlers.screen import fit
from handlers.texts import (
    DOT,
    channel_words,
    day_words,
    esc,
    example,
    more_items,
    resolver_words,
    short,
    short_day,
)
from understanding.reading import Intent

SAVE = "保存"
EDIT = "修改"
DROP = "放弃"
UNDO = "撤销"
CORRECT = "更正"
OTHER = {
    Asked.COUNTY: "其他县",
    Asked.ITEM_COUNTY: "其他县",
    Asked.DAY: "其他日期",
    Asked.CHANNEL: "其他方式",
}
LATER = "暂不定"
SAVE_ANYWAY = "另一次，照样保存"
SAME = "是，记为进展"
DISTINCT = "不是，另记"
SAVED = "已保存"
JOINED = "已补充到第 {number} 号"
DROPPED = "已放弃"
UNDONE = "已撤销"
CHOOSE = "请先选：同一次，还是另一次"
KEPT_ASKING = "还缺一项，请先补上"
HEAD = "<b>请核对，无误请点“保存”</b>"
HEAD_ASKING = "<b>已读懂，还差一项</b>"
GONE = "这张卡片已放弃，没有登记。需要登记时，再发一句话即可。"
UNKNOWN = "？"
UNSAID = "未写"
LEADER = {True: "领导到场", False: "领导未到场", None: ""}
NOT_UNDERSTOOD = "没有读出联系情况，未登记。请把县、日期、方式写成一句话再发，或用 /log 按表填写。"
READS_ONLY = "您的角色不登记联系。可以直接问，例如：还有哪些县没联系、进度怎么样。发送 /help 查看可用的命令。"
ADDED = "已补充到上面的卡片，无误请点卡片上的“保存”。"
HAD_THAT = "上面的卡片已有这一条。"
EDIT_UNREAD = "修改后的消息没有读出联系情况，"
CARD_STAYS = "上面的卡片没有改动。不登记的，请点卡片下方的“放弃”。"
PRESS_BUTTON = "请点卡片下方的“保存”“修改”或“放弃”按钮；还没有卡片的，先发一句话。"
ON_BUTTONS = {"保存", "确认", "确定", "是", "是的", "对", "对的", "没问题", "修改", "放弃"}
# After these nothing more need be said.
POLITE = {"", "收到", "好", "好的", "行", "嗯", "嗯嗯", "谢谢", "谢谢您", "多谢", "感谢", "辛苦", "辛苦了"}
POLITE |= {"早", "早上好", "上午好", "中午好", "下午好", "晚上好", "再见"}
POLITE |= {"知道了", "明白", "了解", "ok", "okay"}
PARTICLES = "啊呀啦哈哦呢吧了呵噢喽"
WHOM = re.compile("(?:小?助手|机器人|同志们?|大家|您|你)$")
UNDONE_ALREADY = "上一条已撤销。"
POINTERS = {
    Intent.PLAN: "这是打算，还不登记。办完后发一句话即可登记。",
    Intent.CORRECTION: (
        "要更正已保存的记录：点记录下方的“更正”，或用 /records 打开后更正。卡片还没保存的，点“修改”或“放弃”。"
    ),
}


def is_polite(said: str) -> bool:
    """Tell whether bare words only greet, thank or agree, whomever and however warmly."""
    return said in POLITE or WHOM.sub("", said.rstrip(PARTICLES)).rstrip(PARTICLES) in POLITE


def card_text(card: Card, head: str = HEAD) -> str:
    """A card: what was understood, and the one thing that is still asked."""
    if card.draft.state is not DraftState.OPEN:
        return GONE
    contacts = card.draft.contacts
    lines = _fields(card, contacts[0]) if len(contacts) == 1 else _rows(card)
    lines += [_found(card, card.draft.found_on)] if card.draft.found_on and not contacts else []
    lines += [_item(card, item) for item in items_of(card.draft)]
    lines += [counts(card.files)] if card.files else []
    lines += so_far(card.so_far, card.draft.author_id, card.today, asked=bool(card.others))
    lines += [_not_own(card)] if card.foreign else []
    lines += also_lines(card.also)
    lines += [not_in_campaign(card.draft.unknown_counties)] if card.draft.unknown_counties else []
    return fit(HEAD_ASKING if card.question else head, lines, _asked(card), more_items)


def _not_own(card: Card) -> str:
    names = "、".join(_county(card.names, county) for county in card.foreign)
    return f"{names}不是您联系的县：这次联系记在该县，您联系的县次数不变。"


def _found(card: Card, day: date) -> str:
    return f"日期：{day_words(day, card.today)}"


def _fields(card: Card, contact: DraftContact) -> list[str]:
    return [
        f"县：{_county(card.names, contact.county_id)}",
        f"日期：{day_words(contact.day, card.today) if contact.day else UNKNOWN}",
        f"方式：{channel_words(contact.channel) if contact.channel else UNKNOWN}",
        f"人数：{people(contact.participants) or UNSAID}",
        f"谁去的：{_who(contact)}",
    ]


def _who(contact: DraftContact) -> str:
    leader = LEADER[contact.leader_present]
    if not contact.attendees:
        return leader or UNSAID
    return f"{short(contact.attendees)}（{leader}）" if leader else short(contact.attendees)


def _rows(card: Card) -> list[str]:
    return [f"{place}. {_row(card, contact)}" for place, contact in enumerate(card.draft.contacts, start=1)]


def _row(card: Card, contact: DraftContact) -> str:
    parts = [
        _county(card.names, contact.county_id),
        day_words(contact.day, card.today) if contact.day else UNKNOWN,
        channel_words(contact.channel) if contact.channel else UNKNOWN,
        people(contact.participants),
        short(contact.attendees or ""),
        LEADER[contact.leader_present],
    ]
    return DOT.join(part for part in parts if part)


def _item(card: Card, item: DraftIssue | DraftPractice) -> str:
    county = ""
    if len(card.draft.contacts) != 1 or item.county_id not in {None, card.draft.contacts[0].county_id}:
        county = f"{_county(card.names, card.draft.county_of(item))}，"
    if isinstance(item, DraftPractice):
        return f"经验：{county}{short(item.text)}"
    return f"问题：{county}{short(item.text)}{_terms(item.due, item.resolver, card.today)}"


def _asked(card: Card) -> str:
    if card.question:
        return f"<b>{question_words(card)}</b>"
    return "\n".join((*map(_other, card.others[:MOST_OTHERS]), *_alike(card)))


def _other(contact: Contact) -> str:
    return (
        f"<b>{esc(contact.author_name)}已登记这一天到{esc(contact.county_name)}的联系"
        f"（{channel_words(contact.channel)}，第 {contact.number} 号）。</b>"
        "是同一次吗？"
    )


def same_contact(contact: Contact) -> str:
    """A button: the card tells of a contact that somebody else logged."""
    return f"同一次，补充到第 {contact.number} 号"


def _alike(card: Card) -> list[str]:
    if card.alike is None:
        return []
    issue, mine = card.alike.issue, card.draft.issues[card.alike.place]
    known = f"{esc(issue.county_name)}还有未解决的问题第 {issue.number} 号“{short(issue.text, 60)}”"
    return [f"<b>{known}，和“{short(mine.text, 20)}”是同一个问题吗？</b>"]


def question_words(card: Card) -> str:
    """What a card asks for, and which of its items that concerns."""
    question, count = card.question, len(card.draft.contacts)
    if question is None:
        return ""
    if question.asked is Asked.ITEM_COUNTY:
        return f"{_which_item(card, question.place)}是哪个县的？"
    if question.asked is Asked.RESOLVER:
        return f"{_which_item(card, question.place)}由谁来解决？"
    which = f"第 {question.place + 1} 次" if count > 1 else ""
    if question.refusal:
        return f"{which}{day_refused(question.refusal.day, card)}请选日期："
    words = {Asked.COUNTY: "联系的是哪个县？", Asked.DAY: "联系是哪天？", Asked.CHANNEL: "联系是什么方式？"}
    return f"{which}{words[question.asked]}"


def day_refused(day: date, card: Card) -> str:
    """Why a contact cannot carry a day."""
    if card.question and isinstance(card.question.refusal, DayInFuture):
        return f"{short_day(day, card.today)}还没到，只登记已经发生的联系。"
    first, last = card.span.first, card.span.last
    return (
        f"{day.year}年{day.month}月{day.day}日不在本次工作期间"
        f"（{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日）。"
    )


def not_in_campaign(names: tuple[str, ...]) -> str:
    """Counties that were named but do not take part."""
    return f"“{'、'.join(esc(name) for name in names)}”不在本次工作的县级工会中，未列入。"


def record_text(kept: Kept) -> str:
    """A record with its numbers, and how long it can be undone."""
    record = kept.record
    lines = [_saved_contact(contact, kept.today) for contact in record.contacts]
    alone = len(record.contacts) == 1
    lines += [
        f"问题第 {issue.number} 号：{_of_county(issue.county_name, alone)}{short(issue.text)}"
        f"{_terms(issue.due, issue.resolver, kept.today)}"
        for issue in record.issues
    ]
    lines += [
        f"经验第 {practice.number} 号：{_of_county(practice.county_name, alone)}{short(practice.text)}"
        for practice in record.practices
    ]
    lines += [counts(kept.files)] if kept.files else []
    lines += also_lines(kept.also)
    if record.withdrawn:
        return fit(f"<b>{UNDONE}</b>", lines, "不再计入统计。需要时重新发一句话登记。", more_items)
    foot = [f"{UNDO_MINUTES} 分钟内可撤销。"] if kept.undoable else []
    return fit(f"<b>{SAVED}</b>", lines, "\n".join((*foot, *hint(kept.hint, kept.today))), more_items)


def _saved_contact(contact: Contact, today: date) -> str:
    parts = [
        f"第 {contact.number} 号 {esc(contact.county_name)}",
        day_words(contact.day, today),
        channel_words(contact.channel),
        people(contact.participants),
        short(contact.attendees or ""),
        LEADER[contact.leader_present],
    ]
    return DOT.join(part for part in parts if part)


def open_issue(issue: Issue, today: date) -> str:
    """One open issue of a county."""
    return f"第 {issue.number} 号：{short(issue.text, 200)}{_terms(issue.due, issue.resolver, today)}"


def saved_already(kept: Kept) -> str:
    """The answer to an edited message whose card was saved, and that would change nothing."""
    numbers = "、".join(str(contact.number) for contact in kept.record.contacts)
    name = f"第 {numbers} 号" if numbers else "记录"
    return f"这条消息已保存为{name}，修改后没有读出要改的内容。如需更正，点记录下方的“{CORRECT}”。"


def instead(unsaved: Unsaved) -> str:
    """The answer to a message that is no record: where its answer is to be had."""
    if unsaved.card:
        unread = not_in_campaign(unsaved.unknown_counties) if unsaved.unknown_counties else EDIT_UNREAD
        return f"{unread}{CARD_STAYS}"
    if unsaved.unknown_counties and unsaved.intent not in POINTERS:
        return f"{not_in_campaign(unsaved.unknown_counties)}如写错了，请修改原消息。"
    if words := POINTERS.get(unsaved.intent):
        return words
    return f"联系之后发一句话就能登记，例如：\n{example(unsaved.example_county)}"


def people(count: int | None) -> str:
    """A head-count, or nothing."""
    return "" if count is None else f"{count} 人"


def _county(names: Mapping[int, str], county_id: int | None) -> str:
    return esc(names.get(county_id, UNKNOWN)) if county_id else UNKNOWN


def _of_county(name: str, alone: bool) -> str:
    return "" if alone else f"{esc(name)}，"


def _terms(due: date | None, resolver: Resolver | None, today: date) -> str:
    parts = [f"期限{short_day(due, today)}"] if due else []
    parts += [f"{resolver_words(resolver)}解决"] if resolver else []
    return f"（{'，'.join(parts)}）" if parts else ""


def _which_item(card: Card, place: int) -> str:
    issues = card.draft.issues
    item = items_of(card.draft)[place]
    kind = "问题" if place < len(issues) else "经验"
    return f"{kind}“{short(item.text, 20)}”"
