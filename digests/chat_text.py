"""A report as chat messages: HTML, everything escaped, none longer than Telegram takes, cut between items."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from campaign.figures import Figures
from campaign.plan import Plan
from digests import texts
from digests.clipping import clip, units
from digests.edits import Edits, edited
from digests.facts import DigestFacts
from digests.gathering import compose
from digests.report import Block, ItemList, Report, digest_report, status_report
from digests.shortening import shortened

__all__ = [
    "MESSAGE_LIMIT",
    "SCREEN",
    "chat_texts",
    "clip",
    "digest_texts",
    "status_text",
    "units",
]

MESSAGE_LIMIT = 4096
LINE_LIMIT = 1000
SCREEN = 900
"""What a phone shows without much scrolling."""
# Marks that turn the direction of writing would reach beyond the name that somebody typed them in.
DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Line(NamedTuple):
    """One line of plain text; `tied` keeps it in the same message as the line that follows."""

    text: str
    bold: bool = False
    tied: bool = False

    @property
    def html(self) -> str:
        """The line as Telegram's HTML."""
        return f"<b>{escape(self.text, quote=False)}</b>" if self.bold else escape(self.text, quote=False)

    @property
    def size(self) -> int:
        """Its length after parsing, with its line break."""
        return units(self.text) + 1


def digest_texts(facts: DigestFacts, limit: int = MESSAGE_LIMIT, *, edits: Edits | None = None) -> list[str]:
    """Return the HTML messages of a digest, as it was edited: one screen, then lists that had no room."""
    report = digest_report(facts)
    return chat_texts(edited(report, edits) if edits else report, limit, min(SCREEN, limit))


def status_text(plan: Plan, figures: Figures, now: datetime) -> str:
    """Return this two-month window in numbers as one HTML message, in the words of the digest."""
    facts = compose(plan, now, [(plan.definition.digests.period, figures)], listed=False)
    return chat_texts(status_report(facts, len(figures.standing.never)))[0]


def chat_texts(report: Report, limit: int = MESSAGE_LIMIT, screen: int | None = None) -> list[str]:
    """Return a report as HTML messages of at most `limit` UTF-16 units each after parsing.

    screen: if all of it is longer than that, the first message has only the beginnings of its lists, at need
    without its last sections; what was cut follows whole if one message takes it, else its beginning does.
    """
    if screen is None:
        return _messages(report.title, list(_lines(report)), limit)
    short = shortened(report, screen, _size)
    first = _messages(report.title, list(_lines(short.report)), limit)
    if not short.following:
        return first
    lines = [line for block in short.following for line in (Line("", tied=True), *_block(block))]
    return [*first, *_some(texts.following(report.title), lines, short.items, limit)]


def _size(report: Report) -> int:
    return sum(line.size for line in (Line(report.title), *_lines(report)))


def _some(title: str, lines: Sequence[Line], items: int, limit: int) -> list[str]:
    """Return one message of lists, and say how to read the rest: who wants it opens it in private."""
    parts = _messages(title, lines, limit - units(texts.unlisted(10**6)))
    if len(parts) == 1:
        return parts
    head = clip(title, LINE_LIMIT)
    first = parts[0].replace(escape(texts.part_title(head, 1, len(parts))), escape(head), 1)
    shown = first.count("\n" + texts.item(""))
    return [f"{first}\n{texts.unlisted(items - shown)}"]


def _messages(title: str, lines: Sequence[Line], limit: int) -> list[str]:
    """Return lines under a title, in as many messages as they need."""
    head = clip(title, LINE_LIMIT)
    room = limit - units(texts.part_title(head, 999, 999)) - 2
    most = min(LINE_LIMIT, room // 4)
    lines = [_clipped(line, most) for line in lines]
    # No character is more than two units: what is short enough so is not measured.
    parts = [lines] if 2 * sum(len(line.text) + 1 for line in lines) <= room else _packed(lines, room)
    titles = [texts.part_title(head, n, len(parts)) if len(parts) > 1 else head for n in _count(parts)]
    return [
        "\n".join(line.html for line in (Line(title, bold=True), *part))
        for title, part in zip(titles, parts, strict=True)
    ]


def _count(parts: Sequence[object]) -> range:
    return range(1, len(parts) + 1)


def _lines(report: Report) -> Iterable[Line]:
    for subtitle in report.subtitles:
        yield Line(subtitle)
    for block in report.blocks:
        yield Line("", tied=True)
        yield from _block(block)
    yield Line("", tied=True)
    for note in report.notes:
        yield Line(texts.note(note))


def _block(block: Block) -> Iterable[Line]:
    if block.heading:
        yield Line(block.heading, bold=True, tied=True)
    for text in block.lines:
        yield Line(text)
    for part in block.lists:
        yield from _list(part)


def _list(part: ItemList) -> Iterable[Line]:
    yield Line(part.lead, tied=True)
    for words in part.items:
        yield Line(texts.item(words))


def _clipped(line: Line, most: int) -> Line:
    text = line.text
    if not text.isprintable() or text.strip(" ") != text or "  " in text:
        text = " ".join(DIRECTION_MARKS.sub("", text).split())
    text = clip(text, most)
    return line if text is line.text else Line(text, line.bold, line.tied)


def _packed(lines: Iterable[Line], room: int) -> list[list[Line]]:
    """Fill messages with whole groups: a line with all that is tied to it."""
    parts: list[list[Line]] = [[]]
    taken = 0
    for group in _groups(lines):
        size = sum(line.size for line in group)
        if parts[-1] and taken + size > room:
            parts.append(_without_leading_blank(group))
            taken = sum(line.size for line in parts[-1])
        else:
            parts[-1] += group
            taken += size
    return parts


def _groups(lines: Iterable[Line]) -> Iterable[list[Line]]:
    group: list[Line] = []
    for line in lines:
        group.append(line)
        if not line.tied:
            yield group
            group = []
    if group:
        yield group


def _without_leading_blank(group: list[Line]) -> list[Line]:
    return group[1:] if group and not group[0].text else group
