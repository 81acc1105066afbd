"""Puts words and bars into places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digests.picture.marks import PAINTS, Mark
from digests.picture.shapes import At, Box, Rect, Words
from digests.picture.words import LEADING, Lines, in_one_line
from digests.typeface import Typeface

INK = "#1b2733"
FAINT = "#56636f"
TRACK = "#dfe5ea"
DEEP, PALE = PAINTS[Mark.DONE].fill, PAINTS[Mark.ON_TRACK].fill
# From the middle of a line of ideographs down to where letters stand.
BELOW_MIDDLE = 0.37


class Pen(NamedTuple):
    """How words look; `halo`: the colour round them where they stand on several."""

    size: float
    ink: str = INK
    at: At = At.START
    bold: bool = False
    halo: str = ""


@dataclass(frozen=True, slots=True)
class Brush:
    """Writes words into the picture; those of our own must be drawable, typed ones are made so."""

    typeface: Typeface

    def own(self, box: Box, words: str, pen: Pen) -> Iterator[Words]:
        """Write words of our own in one line, in the middle of `box`; raise TypefaceError."""
        return lines(box, in_one_line(self.typeface.require(words), pen.size, box.width), pen)

    def typed(self, box: Box, words: str, pen: Pen) -> Iterator[Words]:
        """Write words that hold something typed in one line."""
        return lines(box, in_one_line(self.typeface.drawable(words), pen.size, box.width), pen)


def lines(box: Box, fitted: Lines, pen: Pen) -> Iterator[Words]:
    """Write drawable lines below each other, together in the middle of `box`."""
    x = box.x + {At.START: 0, At.MIDDLE: box.width / 2, At.END: box.width}[pen.at]
    step = fitted.size * LEADING
    first = box.y + (box.height - fitted.height + step) / 2 + fitted.size * BELOW_MIDDLE
    for n, line in enumerate(fitted.lines):
        if line:
            yield Words(x, first + n * step, line, fitted.size, pen.ink, pen.at, pen.bold, pen.halo)


def bar(box: Box, share: float, fill: str, track: str) -> Iterator[Rect]:
    """Draw a bar, full to a share of 0 to 1; the least share shows as a dot."""
    yield Rect(box, track, box.height / 2)
    if share:
        yield Rect(box._replace(width=max(box.height, box.width * share)), fill, box.height / 2)
