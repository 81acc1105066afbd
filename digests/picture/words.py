"""How words fit into a place: widths as the font draws them, or a little more; lines; cuts. Pure."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

SMALLEST = 11.0
LEADING = 1.16
CUT = "\u2026"
# Shares of an em in the bold font, rounded up; other signs below the ideographs are as wide as those.
_NARROW, _WIDE, _WIDEST = 0.62, 0.76, 0.95
_WIDEST_LETTERS = frozenset("MW@%mw&")


class Lines(NamedTuple):
    """Words as they are to be drawn: line by line, and the size of their letters."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.size * LEADING


def text_width(text: str, size: float) -> float:
    """Return how wide a text is drawn at most: ideographs are as wide as high, Latin letters by kind."""
    return size * sum(map(_share, text))


def _share(letter: str) -> float:
    if letter > "~":
        return 1.0
    if letter in _WIDEST_LETTERS:
        return _WIDEST
    return _WIDE if letter.isupper() else _NARROW


def in_one_line(text: str, size: float, room: float) -> Lines:
    """Return a text in one line, smaller where it must be, and cut where it would be too small to read."""
    fitted = min(size, size * room / max(text_width(text, size), 1))
    if fitted >= SMALLEST:
        return Lines((text,), fitted)
    return Lines((_cut(text, SMALLEST, room),), SMALLEST)


def in_lines(text: str, size: float, room: float, most: int = 3) -> Lines:
    """Return a text in as few lines as can be read, of about the same length, and cut behind `most`."""
    for count in range(1, most + 1):
        lines = _broken(text, count)
        fitted = min(size, size * room / max(widest(lines, size), 1))
        if fitted >= SMALLEST:
            return Lines(lines, fitted)
    rows = list(_filled(text, SMALLEST, room))
    return Lines((*rows[: most - 1], _cut("".join(rows[most - 1 :]), SMALLEST, room)), SMALLEST)


def paragraph(text: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text wherever a line is full."""
    return tuple(_filled(text, size, room))


def widest(texts: Sequence[str], size: float) -> float:
    """Return the width of the widest."""
    return max((text_width(text, size) for text in texts), default=0.0)


def _broken(text: str, count: int) -> tuple[str, ...]:
    length = max(1, ceil(len(text) / count))
    return tuple(text[n : n + length] for n in range(0, max(1, len(text)), length))


def _filled(text: str, size: float, room: float) -> Iterator[str]:
    line = ""
    for letter in text:
        if line and text_width(line + letter, size) > room:
            yield line
            line = ""
        line += letter
    yield line


def _cut(text: str, size: float, room: float) -> str:
    if text_width(text, size) <= room:
        return text
    kept = next(_filled(text, size, room - text_width(CUT, size)))
    return kept + CUT
