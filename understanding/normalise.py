"""One plain form for text that comes in many, with the way back to the original offsets."""

import itertools
import re
from dataclasses import dataclass

from understanding.lexicon import Lexicon
from understanding.reading import Span

FULL_WIDTH = 0xFEE0
DROPPED = frozenset("\u200b\u200c\u200d\ufeff\ufe0f\u00ad\r")
IDEOGRAPHIC_SPACE = 0x3000
NARROW = {code: code - FULL_WIDTH for code in range(0xFF01, 0xFF5F)} | {IDEOGRAPHIC_SPACE: 0x20, 0xA0: 0x20}
"""The half-width twin of each full-width character."""
_PICTURES = "[\u2600-\u2775\U0001f300-\U0001faff]"
PICTURE = re.compile(f"(?<!{_PICTURES}){_PICTURES}++(?=[\\s:]*\\d)")
"""A picture before a number: it stands for a word, and parts the number from what is before it."""
WRAPPED_LINE = 16
"""Characters after which a line that ends without punctuation is taken to be wrapped, not ended."""
NARROW_LINE = 12
"""The same in a document of numbered items."""
SHORT_ITEM = 10
"""Characters of the shortest numbered item that may go on in the next line."""
CLOSING = ("\u201d", "\u300d", ")")
"""What ends a quotation or an aside, in a message of two lines the first of them."""
TWO = 2
RAGGED = 5
"""Characters by which a wrapped line may be shorter than the longest one."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain form of a text; offsets[i] is where its i-th character stands in the original."""

    original: str
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the original stretch of plain[start:end]; empty stretches stay empty."""
        if end <= start:
            return Span(0, 0)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def quote(self, start: int, end: int) -> str:
        """Return the original characters of plain[start:end]."""
        span = self.span(start, end)
        return self.original[span.start : span.end]


def normalise(text: str, lexicon: Lexicon) -> Plain:
    """Return the plain form: half-width, one kind of blank, no blanks inside dates or wrapped words."""
    clean = DROPPED.isdisjoint(text)
    places = range(len(text)) if clean else [i for i, c in enumerate(text) if c not in DROPPED]
    narrowed = (text if clean else "".join(text[i] for i in places)).translate(NARROW)
    narrowed = PICTURE.sub(lambda match: " " * len(match[0]), narrowed)
    narrowed = lexicon.pattern("already").sub(lexicon.words["already"][0], narrowed)
    for wrong, right in lexicon.table("slips").items():
        if wrong in narrowed:
            narrowed = narrowed.replace(wrong, right)
    gone = set[int]()
    for match in lexicon.pattern("blank_inside").finditer(narrowed):
        gone.update(range(match.start(), match.end()))
    gone |= wrapped(narrowed, lexicon)
    if not gone:
        return Plain(text, narrowed, tuple(places))
    rest = [(c, i) for at, (c, i) in enumerate(zip(narrowed, places, strict=True)) if at not in gone]
    return Plain(text, "".join(c for c, _ in rest), tuple(i for _, i in rest))


def wraps(before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a line break stands between two characters of running text, not before a new item."""
    if lexicon.pattern("never_first").match(after):
        return True
    joins = lexicon.pattern("wraps").fullmatch(before[-1:] + after[:1])
    return bool(joins) and not lexicon.pattern("starts_anew").match(after)


def wrapped(text: str, lexicon: Lexicon) -> set[int]:
    """Return the places of line breaks that only wrap a long line of running text of one width."""
    if "\n" not in text:
        return set()
    lines = text.split("\n")
    outline = sum(bool(lexicon.pattern("outline").match(line)) for line in lines) > 2
    least = max(NARROW_LINE if outline else WRAPPED_LINE, max(map(len, lines)) - RAGGED)
    places = set[int]()
    end = -1
    for line, after in itertools.pairwise(lines):
        end += len(line) + 1
        row = lexicon.pattern("table_row").search(line)
        item = outline and len(line) >= SHORT_ITEM and lexicon.pattern("outline").match(line)
        closed = len(lines) == TWO and line.endswith(CLOSING)
        if (len(line) >= least or item) and not (row or closed) and wraps(line, after, lexicon):
            places.add(end)
    return places
