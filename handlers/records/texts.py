"""What is said about records that are looked up. User text is escaped; all results are HTML."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from campaign.corrections import Change, What
from campaign.drafts import DraftContact
from campaign.records import Contact, Practice, SavedRecord
from handlers.overview.texts import county_lines
from handlers.records.actions import MOST_ISSUES, ContactPage, CountyBook, Opened, OwnRecords, PracticeList
from handlers.records.corrections import Proposal
from handlers.report.texts import CORRECT, LEADER, UNSAID, people, record_text
from handlers.screen import fit
from handlers.texts import (
    BY_NUMBER,
    DOT,
    channel_words,
    chosen_mark,
    day_words,
    esc,
    further,
    more_items,
    more_lines,
    resolver_words,
    short,
    short_day,
)

WITHDRAW = "撤回"
LONGEST = 400
TAKE = CORRECT
LEAVE = "不改"
MISTYPED = "录入有误"
BY_MESSAGE = "按消息更正"
CORRECTED = "已更正"
LEFT = "没有改动"
ASK_WHY = (
    "为什么更正？请写一句原因，发出后即更正；只是写错了，点“录入有误”。"
    "编号不变，改前的内容、谁改的、为什么都留底。"
)
ASK_TAKE = "记录还没有改动。按这样更正吗？"
ADD = "补充"
LEAVE_OUT = "不补充"
ASK_ADD = "记录还没有改动。补充进去吗？"
TAKE_BACK = "说的是这条吗？要撤回请点下面的按钮。"
WHAT_TO_CORRECT = "说的是这条吗？要改哪里，请点“更正”，或直接说改成什么。"
SHOWN_BELOW = "这张卡片已改动，请看下面新的一张。"
FIELDS = {
    "county_id": "县",
    "day": "日期",
    "channel": "方式",
    "participants": "人数",
    "attendees": "谁去的",
    "leader_present": "联系领导",
    "due": "期限",
    "resolver": "由谁解决",
}
WORDS: dict[str, Callable[[Any], str]] = {
    "channel": channel_words,
    "participants": people,
    "leader_present": lambda present: LEADER[present],
    "resolver": resolver_words,
}
ITEMS = {What.CONTACT: "联系", What.ISSUE: "问题", What.PRACTICE: "经验"}
NUMBERED = {What.CONTACT: "", What.ISSUE: "问题", What.PRACTICE: "经验"}
NO_RECORDS = "您还没有登记。联系之后发一句话即可，或用 /log 按表填写。"
NO_PRACTICES = "还没有登记经验。写联系情况时提到的经验做法会列在这里。"
NO_COUNTY = "请写县名，例如：<code>/county 修水县</code>"
NO_FILES = "没有保存照片或文件。"
WHICH_COUNTY = "请选县："
ASK_REASON = "为什么撤回？请写一句原因，发出后即撤回，不再计入统计，谁撤回、为什么都留底。不撤回发 /cancel。"


def own_records(own: OwnRecords) -> str:
    """A person's latest records, numbered for their buttons."""
    if not own.records:
        return NO_RECORDS
    lines = [f"{place}. {_summary(record, own.today)}" for place, record in enumerate(own.records, start=1)]
    return fit(f"<b>我的最近 {len(lines)} 条登记</b>", lines, "按序号打开。", more_lines)


def _summary(record: SavedRecord, today: date) -> str:
    parts = [
        f"{short_day(c.day, today)} {esc(c.county_name)} {channel_words(c.channel)}（第 {c.number} 号）"
        for c in record.contacts
    ]
    parts += [f"问题第 {i.number} 号 {esc(i.county_name)}：{short(i.text, 40)}" for i in record.issues]
    parts += [f"经验第 {p.number} 号 {esc(p.county_name)}：{short(p.text, 40)}" for p in record.practices]
    return "；".join(parts[:5])


def record(opened: Opened) -> str:
    """One record, and who logged it."""
    contacts = opened.kept.record.contacts
    who = f"\n录入：{esc(contacts[0].author_name)}" if contacts else ""
    often = f"\n更正过 {opened.corrected} 次" if opened.corrected else ""
    return f"{record_text(opened.kept)}{who}{often}"


def which_contact(contacts: int) -> str:
    """That a reply must name the county, since several contacts stand together."""
    return f"这里有 {contacts} 次联系，没有改动。请写明是哪个县的，例如“修水县15人”，或点“修改”“更正”按钮。"


def proposal(proposed: Proposal) -> str:
    """What a correction would change, before and after."""
    alone = len(proposed.record.contacts) == 1
    told = [change for change in proposed.changes if not _follows(change, proposed)]
    lines = [_change(change, proposed, alone=alone) for change in told]
    ask = ASK_ADD if proposed.adds else ASK_TAKE
    return fit(_head(proposed), lines, ASK_WHY if proposed.wants_reason else ask, more_items)


def _head(proposed: Proposal) -> str:
    numbers = "、".join(str(contact.number) for contact in proposed.record.contacts)
    what = ADD if proposed.adds else CORRECT
    return f"<b>{what}第 {numbers} 号</b>" if numbers else f"<b>{what}这条记录</b>"


def _follows(change: Change, proposed: Proposal) -> bool:
    """Tell whether an item merely goes along with its contact to another county."""
    moved = {c.after for c in proposed.changes if c.what is What.CONTACT and c.field == "county_id"}
    return change.what is not What.CONTACT and change.field == "county_id" and change.after in moved


def _change(change: Change, proposed: Proposal, *, alone: bool) -> str:
    if change.number is None:
        return f"新增{ITEMS[change.what]}：{_whole(change.after, proposed)}"
    which = f"{NUMBERED[change.what]}第 {change.number} 号"
    if change.field is None:
        return f"去掉{which}：{_whole(change.before, proposed)}"
    if change.what is What.CONTACT and alone:
        which = ""
    name = " ".join(part for part in (which, FIELDS.get(change.field, "")) if part)
    before, after = (_value(change.field, value, proposed) for value in (change.before, change.after))
    return f"{name}：{before} → {after}"


def _whole(value: Any, proposed: Proposal) -> str:
    if not isinstance(value, Contact | DraftContact):
        return short(str(value), 200)
    parts = (_value(name, getattr(value, name), proposed) for name in ("county_id", "day", "channel"))
    return DOT.join(parts)


def _value(field: str, value: Any, proposed: Proposal) -> str:
    if value is None:
        return UNSAID
    match field:
        case "county_id":
            return esc(proposed.names.get(value, ""))
        case "day" | "due":
            return day_words(value, proposed.today)
        case _:
            return WORDS.get(field, short)(value)


def county_book(book: CountyBook) -> str:
    """What was logged of a county."""
    view = replace(book.one.view, issues=book.one.view.issues[:MOST_ISSUES])
    head, lines = county_lines(replace(book.one, view=view))
    if book.practices:
        lines += ["经验：", *(f"· {_practice(practice)}" for practice in book.practices)]
    return fit(
        head, lines, "按编号打开。" if book.one.view.contacts or book.one.view.issues else "", more_lines
    )


def practice_list(found: PracticeList) -> str:
    """The latest practices."""
    place = esc(found.county.name) if found.county else ""
    if not found.practices:
        return f"{place}{NO_PRACTICES}"
    lines = [
        _practice(p) if found.county else f"{esc(p.county_name)}：{_practice(p)}" for p in found.practices
    ]
    return fit(f"<b>{place}经验做法</b>（共 {found.total} 条）", lines, further(found.left, "条"), more_lines)


def contact_list(page: ContactPage) -> str:
    """A page of a county's contacts."""
    lines = [
        f"第 {c.number} 号 {short_day(c.day, page.today)} {channel_words(c.channel)}" for c in page.contacts
    ]
    head = f"<b>{esc(page.county.name)}的联系</b>（共 {page.total} 次）"
    return fit(head, lines, further(page.left, "条") or BY_NUMBER, more_lines)


def all_contacts(count: int) -> str:
    """A button that lists a county's contacts."""
    return f"全部联系 {count} 次"


def all_issues(count: int) -> str:
    """A button that lists a county's open issues."""
    return f"全部问题 {count} 个"


def all_practices(count: int) -> str:
    """A button that lists a county's practices."""
    return f"全部经验 {count} 条"


def contact_label(number: int) -> str:
    """A button that opens a contact."""
    return f"联系 {number}"


def issue_label(number: int) -> str:
    """A button that opens an issue."""
    return f"问题 {number}"


def choose(number: int) -> str:
    """A button that chooses a practice for promotion."""
    return f"选用 {number}"


def release(number: int) -> str:
    """A button that takes the choice back."""
    return f"不选 {number}"


def _practice(practice: Practice) -> str:
    return f"第 {practice.number} 号 {chosen_mark(practice)}{short(practice.text, LONGEST)}"
