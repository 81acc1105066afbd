"""What is said about records that are looked up. User text is escaped; all results are HTML."""

from datetime import date

from campaign.records import Practice, SavedRecord
from handlers.overview.texts import county_lines, more_lines
from handlers.records.actions import CountyBook, Opened, OwnRecords, PracticeList
from handlers.report.texts import record_text
from handlers.screen import fit
from handlers.texts import channel_words, esc, short, short_day

WITHDRAW = "撤回"
BACK = "返回本县"
NO_RECORDS = "您还没有登记。联系之后发一句话即可，或用 /log 按表填写。"
NO_PRACTICES = "还没有登记经验。写联系情况时提到的经验做法会列在这里。"
NO_COUNTY = "请写县名，例如：<code>/county 修水县</code>"
NO_PHOTOS = "没有保存照片。"
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
    return f"{record_text(opened.kept)}{who}"


def county_book(book: CountyBook) -> str:
    """What was logged of a county."""
    head, lines = county_lines(book.one)
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
    return fit(f"<b>{place}经验做法</b>（最近 {len(lines)} 条）", lines, "", more_lines)


def contact_label(number: int) -> str:
    """A button that opens a contact."""
    return f"联系 {number}"


def issue_label(number: int) -> str:
    """A button that opens an issue."""
    return f"问题 {number}"


def photos_label(count: int) -> str:
    """A button that sends photos."""
    return f"照片 {count} 张"


def _practice(practice: Practice) -> str:
    return f"第 {practice.number} 号 {short(practice.text, 120)}"
