"""Formatted text: characters and spans over them. Telegram counts in UTF-16 units, spans in characters."""

import re
from dataclasses import dataclass, field, replace

from bot.rehearsal.store import Json

_KINDS = ("pre", "code", "text_link", "text_mention", "blockquote", "expandable_blockquote", "bold", "italic",
          "underline", "strikethrough", "spoiler", "custom_emoji")  # fmt: skip
_OPAQUE = {"pre", "code", "text_link", "text_mention"}
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_FOUND = {
    "url": re.compile(r"(?:https?://|(?<![\w@.])t\.me/)[^\s<>\"',.;:!?\uff0c\u3002\uff1b]"
                      r"(?:[^\s<>\"\uff0c\u3002\uff1b]*[^\s<>\"',.;:!?)\uff0c\u3002\uff1b])?"),
    "email": re.compile(r"(?<![\w.@])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII),
    "mention": re.compile(r"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#(?!\d+(?!\w))\w+"),
    "bot_command": re.compile(r"(?<![\w/<])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
}  # fmt: skip


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (not included) are of a kind; `facts` are the entity's further fields."""

    kind: str
    start: int
    end: int
    facts: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Formatted:
    """A text with its spans."""

    text: str
    spans: tuple[Span, ...] = ()

    @property
    def length(self) -> int:
        """UTF-16 units, as Telegram counts."""
        return utf16(self.text)


def utf16(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le")) // 2


def from_entities(text: str, entities: list[Json]) -> Formatted:
    """A text with the entities a bot gave explicitly.

    Raises:
        IndexError: an entity does not lie within the text.
    """
    starts = _character_starts(text)
    spans = []
    for entity in entities:
        facts = {k: v for k, v in entity.items() if k not in {"type", "offset", "length"}}
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start not in starts or end not in starts or end <= start:
            raise IndexError(start)
        spans.append(Span(entity["type"], starts[start], starts[end], facts))
    return Formatted(text, tuple(spans))


def _character_starts(text: str) -> dict[int, int]:
    starts, units = {0: 0}, 0
    for index, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        starts[units] = index + 1
    return starts


def tidy(formatted: Formatted) -> Formatted:
    """What Telegram makes of it: control characters become spaces, ends are trimmed, empty spans vanish."""
    text = _CONTROL.sub(" ", formatted.text.replace("\r", ""))
    removed = _carriage_returns(formatted.text)
    left = len(text) - len(text.lstrip())
    kept = text.strip()
    moved = (
        replace(
            s, start=_moved(s.start, removed, left, len(kept)), end=_moved(s.end, removed, left, len(kept))
        )
        for s in formatted.spans
    )
    return Formatted(kept, tuple(_allowed([span for span in moved if span.end > span.start])))


def _carriage_returns(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if character == "\r"]


def _moved(at: int, removed: list[int], left: int, length: int) -> int:
    return min(max(at - sum(index < at for index in removed) - left, 0), length)


def _allowed(spans: list[Span]) -> list[Span]:
    """Sorted as Telegram sorts; nothing inside code."""
    code = [span for span in spans if span.kind in {"pre", "code"}]
    kept = [s for s in spans if not any(c is not s and c.start <= s.start and s.end <= c.end for c in code)]
    return sorted(kept, key=lambda s: (s.start, -s.end, _KINDS.index(s.kind) if s.kind in _KINDS else 99))


def with_found(formatted: Formatted) -> Formatted:
    """Add what Telegram finds by itself: links, addresses, mentions, hashtags, commands."""
    taken = [span for span in formatted.spans if span.kind in _OPAQUE]
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(formatted.text):
            if all(match.end() <= span.start or span.end <= match.start() for span in taken):
                taken.append(Span(kind, match.start(), match.end()))
    found = [span for span in taken if span.kind in _FOUND and span not in formatted.spans]
    return Formatted(formatted.text, tuple(_allowed([*formatted.spans, *found])))


def entities(formatted: Formatted) -> list[Json]:
    """The spans as MessageEntity objects."""
    return [
        {
            "type": span.kind,
            "offset": utf16(formatted.text[: span.start]),
            "length": utf16(formatted.text[span.start : span.end]),
            **span.facts,
        }
        for span in formatted.spans
    ]


def split(text: str, limit: int) -> list[str]:
    """Cut a long text as Telegram's clients do: at most `limit` UTF-16 units, at a line or word end."""
    pieces = []
    rest = text.strip()
    while utf16(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest else pieces


def _cut(text: str, limit: int) -> int:
    end = limit
    while utf16(text[:end]) > limit:
        end -= (utf16(text[:end]) - limit + 1) // 2
    for mark in ("\n", " "):
        at = text.rfind(mark, end // 2, end)
        if at > 0:
            return at
    return end
