"""Where everything in the picture stands: plain geometry, no drawing. A sheet is `WIDTH` units wide."""

from dataclasses import dataclass
from math import ceil, sqrt

WIDTH = 1080
MARGIN = 48
HEADER = 330
FOOTER = 104
# Tiles are a little wider than high; this many columns make a picture that a phone shows upright.
COLUMN_SHARE = 0.72
FEWEST_COLUMNS = 4
# Pixels a unit: many small tiles are drawn finer, and Telegram keeps pictures of up to 2560 pixels a side.
FINENESS = ((60, 1.0), (250, 4 / 3))
FINEST = 20 / 9
PLAIN_RATIO = 0.72
LABELLED_RATIO = 0.84
GAP_RATIO = 0.07
NARROW = 0.56
SMALLEST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture's height, its tiles row by row, where the lines below them begin, and pixels a unit."""

    height: int
    tiles: tuple[Box, ...]
    foot: float
    fineness: float


def lay_out(count: int, ratio: float = PLAIN_RATIO) -> Sheet:
    """Return the sheet for so many tiles of that height to width; with none it holds head and foot alone."""
    columns = max(FEWEST_COLUMNS, round(sqrt(count * COLUMN_SHARE)))
    side = (WIDTH - 2 * MARGIN) / (columns + GAP_RATIO * (columns - 1))
    gap, high = side * GAP_RATIO, side * ratio
    tiles = tuple(
        Box(MARGIN + n % columns * (side + gap), HEADER + n // columns * (high + gap), side, high)
        for n in range(count)
    )
    foot = HEADER + ceil(count / columns) * (high + gap)
    fineness = next((fine for most, fine in FINENESS if count <= most), FINEST)
    return Sheet(ceil(foot + FOOTER), tiles, foot, fineness)


def text_width(text: str, size: float) -> float:
    """Estimate how wide a text is drawn: ideographs are as wide as high, Latin about half."""
    return size * sum(1.0 if ord(letter) > 0x2E7F else NARROW for letter in text)


def fitting_size(text: str, size: float, room: float) -> float:
    """Return the largest size, at most `size`, at which a text keeps within `room`."""
    return min(size, size * room / max(text_width(text, size), 1))


def in_lines(name: str, size: float, room: float) -> tuple[str, ...]:
    """Return a name in one line, or in two halves when it would become too small in one."""
    if len(name) < 2 or fitting_size(name, size, room) >= size * SMALLEST_SHARE:
        return (name,)
    half = ceil(len(name) / 2)
    return (name[:half], name[half:])
