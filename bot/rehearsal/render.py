"""Formatted text as HTML for the page. What people or the bot wrote is escaped here, and only here."""

from html import escape

from bot.rehearsal.spans import Span, from_entities
from bot.rehearsal.store import Json

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code",
         "blockquote": "blockquote"}  # fmt: skip
_BLOCKS = {"blockquote", "expandable_blockquote", "pre"}
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def to_html(text: str, entities: list[Json]) -> str:
    """Safe HTML of a message's text."""
    return _inside(text, 0, len(text), list(from_entities(text, entities).spans))


def _inside(text: str, start: int, end: int, spans: list[Span]) -> str:
    """The characters from `start` to `end`, with the spans that begin there (outermost first)."""
    if not spans:
        return escape(text[start:end])
    first, rest = spans[0], spans[1:]
    close = min(first.end, end)
    inner = [span for span in rest if span.start < close]
    later = [span for span in rest if span.start >= close]
    after = close + 1 if first.kind in _BLOCKS and text[close : close + 1] == "\n" and close < end else close
    wrapped = _wrap(first, text[first.start : close], _inside(text, first.start, close, inner))
    return escape(text[start : first.start]) + wrapped + _inside(text, after, end, later)


def _wrap(span: Span, plain: str, html: str) -> str:
    if span.kind in _TAGS:
        return f"<{_TAGS[span.kind]}>{html}</{_TAGS[span.kind]}>"
    if span.kind == "expandable_blockquote":
        return f'<blockquote class="expandable" tabindex="0">{html}</blockquote>'
    if span.kind == "pre":
        return f"<pre><code>{html}</code></pre>"
    if span.kind == "spoiler":
        return f'<span class="spoiler" role="button" tabindex="0">{html}</span>'
    if span.kind == "bot_command":
        return f'<a href="#" class="command" data-command="{escape(plain)}">{html}</a>'
    return _link(_target(span, plain), html)


def _target(span: Span, plain: str) -> str:
    if span.kind == "text_link":
        return str(span.facts.get("url", ""))
    if span.kind == "url":
        return plain if "://" in plain else f"https://{plain}"
    return f"mailto:{plain}" if span.kind == "email" else ""


def _link(target: str, html: str) -> str:
    if not target.lower().startswith(_SCHEMES):
        return f'<span class="mark">{html}</span>'
    return f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer">{html}</a>'
