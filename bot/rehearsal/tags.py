"""Telegram's HTML: a strict reader with Telegram's own error sentences (offsets in UTF-8 bytes).

Unknown &entities; and stray ampersands stay as they are, exactly as with Telegram.
"""

import re
from dataclasses import dataclass

from bot.rehearsal.refusals import cannot_parse
from bot.rehearsal.spans import Formatted, Span
from bot.rehearsal.store import Json

_SPACE = " \t\n\r\v\f\0"
_KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
          "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
          "span": "spoiler", "code": "code", "pre": "pre", "blockquote": "blockquote"}  # fmt: skip
_TAGS = {*_KINDS, "a", "tg-emoji"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_URL = re.compile(r"(?i)(?:(?:https?|tg|ton|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+\S*)$")


@dataclass
class _Open:
    tag: str
    argument: str
    start: int


def parse_html(source: str) -> Formatted:
    """Text and spans of a message written in Telegram's HTML.

    Raises:
        RefusedError: "can't parse entities", with the reason.
    """
    return _Reader(source).read()


class _Reader:
    """One pass over the source; `at` is the place, `text` what has been read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.spans: list[Span] = []
        self.open: list[_Open] = []

    def read(self) -> Formatted:
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                self._tag()
            else:
                self.text += self._character()
        if self.open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return Formatted(self.text, tuple(self.spans))

    def _character(self) -> str:
        match = _REFERENCE.match(self.source, self.at)
        meant = _referred(match) if match else ""
        if match and meant:
            self.at = match.end()
            return meant
        self.at += 1
        return self.source[self.at - 1]

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self._peek() == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _until(self, stops: str) -> str:
        begin = self.at
        while self._peek() and self._peek() not in stops:
            self.at += 1
        return self.source[begin : self.at]

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self.at += 1

    def _start_tag(self, begin: int) -> None:
        tag = self._until(_SPACE + ">").lower()
        if not self._peek():
            raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if tag not in _TAGS:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            where = self._bytes(begin)
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append(_Open(tag, argument, len(self.text)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        self._skip_space()
        while self._peek() != ">":
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
            self._skip_space()
        self.at += 1
        return argument

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self._until(_SPACE + "=>")
        if not name and self._peek():
            raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
        self._skip_space()
        if not self._peek():
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self._bytes(begin)}')
        if self._peek() != "=":
            return name, ""
        self.at += 1
        self._skip_space()
        value = self._value()
        if not self._peek():
            raise cannot_parse(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        return name, value

    def _value(self) -> str:
        quote = self._peek()
        if quote in {"'", '"'} and quote:
            self.at += 1
            return self._quoted(quote)
        begin = self.at
        match = _TOKEN.match(self.source, self.at)
        self.at = match.end() if match else self.at
        if self._peek() and self._peek() not in _SPACE + ">":
            raise cannot_parse(f"Unexpected end of name token at byte offset {self._bytes(begin)}")
        return self.source[begin : self.at].lower()

    def _quoted(self, quote: str) -> str:
        value = ""
        while self._peek() and self._peek() != quote:
            value += self._character()
        self.at += 1
        return value

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise cannot_parse(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        name = self._until(_SPACE + ">")
        self._skip_space()
        if self._peek() != ">":
            raise cannot_parse(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        opened = self.open.pop()
        if name and name != opened.tag:
            raise cannot_parse(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        inside = self.text[opened.start :]
        found = _kind(opened, inside)
        if not inside or found is None:
            return
        kind, facts = found
        if kind == "pre" and self.spans and _language_inside(self.spans[-1], opened.start, len(self.text)):
            facts = {"language": self.spans.pop().facts["language"]}
        self.spans.append(Span(kind, opened.start, len(self.text), facts))


def _referred(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _argument(tag: str, name: str, value: str) -> str:
    wanted = {"a": "href", "tg-emoji": "emoji-id", "code": "class", "span": "class"}.get(tag)
    if tag == "blockquote" and name == "expandable":
        return "expandable"
    if name != wanted:
        return ""
    prefix = {"code": "language-", "span": "tg-"}.get(tag, "")
    return value.removeprefix(prefix) if value.startswith(prefix) else ""


def _kind(opened: _Open, inside: str) -> tuple[str, Json] | None:
    if opened.tag == "a":
        return _link(opened.argument or inside)
    if opened.tag == "tg-emoji":
        return "custom_emoji", {"custom_emoji_id": opened.argument}
    if opened.tag == "code" and opened.argument:
        return "code", {"language": opened.argument}
    if opened.tag == "blockquote" and opened.argument:
        return "expandable_blockquote", {}
    return _KINDS[opened.tag], {}


def _link(url: str) -> tuple[str, Json] | None:
    if not _URL.match(url.strip()):
        return None
    full = url.strip() if ":" in url.split("/", maxsplit=1)[0] else f"http://{url.strip()}"
    return "text_link", {"url": full if "/" in full.partition("://")[2] or "://" not in full else f"{full}/"}


def _language_inside(span: Span, start: int, end: int) -> bool:
    return span.kind == "code" and "language" in span.facts and (span.start, span.end) == (start, end)
