"""Telegram's MarkdownV2: a strict reader with Telegram's own error sentences (offsets in UTF-8 bytes)."""

import re
from dataclasses import dataclass

from bot.rehearsal.refusals import cannot_parse
from bot.rehearsal.spans import Formatted, Span
from bot.rehearsal.store import Json

_RESERVED = set("_*[]()~`>#+-=|{}.!")
_MARKS = {"**": "", "*": "bold", "__": "underline", "_": "italic", "~": "strikethrough", "||": "spoiler"}
_NAMES = {"bold": "Bold", "italic": "Italic", "underline": "Underline", "strikethrough": "Strikethrough",
          "spoiler": "Spoiler", "text_link": "TextUrl", "pre": "Pre", "code": "Code"}  # fmt: skip
_LANGUAGE = re.compile(r"([^\s`]*)\n")


@dataclass
class _Open:
    kind: str
    mark: str
    start: int
    begin: int


def parse_markdown(source: str) -> Formatted:
    """Text and spans of a message written in MarkdownV2.

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
            self._step()
        if self.open:
            raise self._no_end(self.open[-1].kind, self.open[-1].begin)
        return Formatted(self.text, tuple(self.spans))

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _no_end(self, kind: str, begin: int) -> Exception:
        where = self._bytes(begin)
        return cannot_parse(f"Can't find end of {_NAMES[kind]} entity at byte offset {where}")

    def _step(self) -> None:
        character = self.source[self.at]
        if character == "\\" and self.at + 1 < len(self.source) and ord(self.source[self.at + 1]) < 127:
            self.text += self.source[self.at + 1]
            self.at += 2
        elif character == "`":
            self._code()
        elif character == ">" and (not self.text or self.text.endswith("\n")):
            self._quote()
        elif character == "[":
            self._open("text_link", "[")
        elif character == "]" and self.open and self.open[-1].kind == "text_link":
            self._link()
        else:
            self._mark_or_text(character)

    def _mark_or_text(self, character: str) -> None:
        mark = next((m for m in ("__", "||", "*", "_", "~") if self.source.startswith(m, self.at)), "")
        if mark and self.open and self.open[-1].mark == mark:
            self._close(mark)
        elif mark:
            self._open(_MARKS[mark], mark)
        elif character in _RESERVED:
            raise cannot_parse(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            self.text += character
            self.at += 1

    def _open(self, kind: str, mark: str) -> None:
        self.open.append(_Open(kind, mark, len(self.text), self.at))
        self.at += len(mark)

    def _close(self, mark: str) -> None:
        self.at += len(mark)
        opened = self.open.pop()
        self._span(opened.kind, opened.start, {})

    def _span(self, kind: str, start: int, facts: Json) -> None:
        if len(self.text) > start:
            self.spans.append(Span(kind, start, len(self.text), facts))

    def _link(self) -> None:
        opened = self.open.pop()
        self.at += 1
        url = self.text[opened.start :]
        if self.source.startswith("(", self.at):
            end = self.source.find(")", self.at)
            if end < 0:
                raise cannot_parse(f"Can't find end of a URL at byte offset {self._bytes(self.at)}")
            url = re.sub(r"\\(.)", r"\1", self.source[self.at + 1 : end])
            self.at = end + 1
        self._span("text_link", opened.start, {"url": url})

    def _code(self) -> None:
        begin, start = self.at, len(self.text)
        mark = "```" if self.source.startswith("```", self.at) else "`"
        end = _find_unescaped(self.source, mark, begin + len(mark))
        if end < 0:
            raise self._no_end("pre" if mark == "```" else "code", begin)
        inside = self.source[begin + len(mark) : end]
        language = _LANGUAGE.match(inside) if mark == "```" else None
        inside = inside[language.end() :] if language else inside
        self.text += re.sub(r"\\([`\\])", r"\1", inside)
        self.at = end + len(mark)
        facts = {"language": language[1]} if language and language[1] else {}
        self._span("pre" if mark == "```" else "code", start, facts)

    def _quote(self) -> None:
        start = len(self.text)
        end = self.at
        while self.source.startswith(">", end):
            line_end = self.source.find("\n", end)
            end = len(self.source) if line_end < 0 else line_end + 1
        lines = re.sub(r"(?m)^>", "", self.source[self.at : end])
        inner = parse_markdown(lines)
        self.text += inner.text
        self.spans += [Span(s.kind, s.start + start, s.end + start, s.facts) for s in inner.spans]
        self.at = end
        self.spans.append(Span("blockquote", start, start + len(inner.text.rstrip("\n"))))


def _find_unescaped(source: str, mark: str, at: int) -> int:
    while at < len(source):
        if source[at] == "\\":
            at += 2
        elif source.startswith(mark, at):
            return at
        else:
            at += 1
    return -1
