"""One line of a list behind a figure. User text is escaped; all results are HTML."""

from datetime import date

from campaign.listing import AmendedRow, ContactRow, IssueRow, Later, PracticeRow, SentRow
from campaign.vocabulary import Channel
from digests import texts
from digests.beside.texts import SOLVERS
from digests.clipping import clip
from digests.facts import DigestFacts
from digests.opened.figures import Figure
from digests.opened.rows import Behind, CountyRow, NameRow, Row
from handlers.figures.texts import LATER, day
from handlers.texts import DOT, esc

WORDS = 120
"""So much of an issue or a practice is shown."""
FIELDS = {"county_id": "县", "day": "日期", "channel": "方式", "leader_present": "领导到场"}
YES_NO = {None: "未写", True: "是", False: "否"}
NOT_ANY_MORE = "已不在名单的县"


def line(row: Row, found: Behind) -> str:
    """A row as a line."""
    return f"· {_words(row, found)}"


def _words(row: Row, found: Behind) -> str:
    facts = found.facts
    if isinstance(row, ContactRow):
        return _contact(row, facts)
    if isinstance(row, IssueRow):
        return _issue(row, facts)
    if isinstance(row, PracticeRow):
        return f"{_place(row, facts)}：{_clipped(row.text)}（第 {row.number} 号）{_later(row.later)}"
    if isinstance(row, AmendedRow):
        return _amended(row, facts)
    if isinstance(row, CountyRow):
        return _county(row, found)
    return _other(row, facts)


def _other(row: SentRow | NameRow, facts: DigestFacts) -> str:
    if isinstance(row, SentRow):
        at = row.at.astimezone(facts.cut_off.tzinfo)
        return f"{day(at.date(), facts)} {at:%H:%M}{DOT}{esc(row.county or NOT_ANY_MORE)}"
    done = f" {row.done}/{row.required} 次" if row.required else ""
    return f"{_place(row, facts)}{done}"


def _contact(row: ContactRow, facts: DigestFacts) -> str:
    parts = [
        _place(row, facts),
        day(row.day, facts),
        texts.CHANNELS[row.channel],
        esc(row.liaison or ""),
        f"{esc(row.author)}登记",
        f"第 {row.number} 号",
    ]
    return DOT.join(part for part in parts if part) + _later(row.later)


def _issue(row: IssueRow, facts: DigestFacts) -> str:
    due = f"{day(row.due, facts)}前" if row.due else ""
    parts = [f"第 {row.number} 号", _place(row, facts), SOLVERS[row.resolver] if row.resolver else "", due]
    return f"{DOT.join(part for part in parts if part)}：{_clipped(row.text)}{_later(row.later)}"


def _amended(row: AmendedRow, facts: DigestFacts) -> str:
    parts = [_place(row, facts), day(row.day, facts), texts.CHANNELS[row.channel], f"第 {row.number} 号"]
    changes = [
        f"{FIELDS[name]} {_value(name, before, facts)} → {_value(name, after, facts)}"
        for name, before, after in row.changes
        if name in FIELDS
    ]
    return DOT.join(parts) + (f"：{'，'.join(changes)}" if changes else "")


def _value(name: str, value: object, facts: DigestFacts) -> str:
    if name == "leader_present":
        return YES_NO[value if isinstance(value, bool) else None]
    if name == "channel":
        return texts.CHANNELS[Channel(str(value))]
    return esc(str(value)) if name == "county_id" else _day(str(value), facts)


def _county(row: CountyRow, found: Behind) -> str:
    facts, county = found.facts, row.county
    words = esc(texts.county_item(facts.place(county), county, facts.quota))
    owed = county.required - county.done
    figure = found.opened.figure
    if figure is Figure.SHORT:
        return f"{words}，预计差 {row.missing} 次"
    if figure is Figure.UNMET:
        return f"{words}，还需 {owed} 次"
    return words + (_how_long(row, facts) if figure is Figure.UNCOVERED else "")


def _how_long(row: CountyRow, facts: DigestFacts) -> str:
    """For how long nothing is logged of a county, or that nothing is asked of it."""
    if row.county.paused:
        return f"，{texts.PAUSED_LEAD}"
    if row.place in facts.never:
        return "，从未登记"
    long = [section for section in facts.sections[1:] if row.place in section.uncovered]
    return f"，{texts.SPANS[long[-1].kind]}未登记" if long else ""


def _day(text: str, facts: DigestFacts) -> str:
    return day(date.fromisoformat(text), facts)


def _place(row: ContactRow | IssueRow | PracticeRow | AmendedRow | NameRow, facts: DigestFacts) -> str:
    name = row.county if not isinstance(row, NameRow) else row.name
    return esc(row.prefecture + name if facts.several_prefectures else name)


def _clipped(text: str) -> str:
    return esc(clip(" ".join(text.split()), WORDS))


def _later(later: Later | None) -> str:
    return f"（后来{LATER[later]}）" if later else ""
