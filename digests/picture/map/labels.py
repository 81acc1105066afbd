"""What is written into areas: as much of letter, number and name as there is room for, as big as can be."""

from collections.abc import Iterator
from typing import NamedTuple

from digests.picture.map.room import Line, Room
from digests.picture.shapes import Box
from digests.picture.sheet import Named
from digests.picture.words import SMALLEST, text_width

SIZES = (15.0, 13.0, SMALLEST)
# Of letters: a disc round one, how far the number stands from it, how high a line is.
DISC, APART, HIGH = 1.32, 0.25, 1.08
# The smallest names may reach over the border by so much of their width, on each side.
OVER = 0.2


class Label(NamedTuple):
    """Words in an area: the line of the letter, with or without the number, and the name, if any, below it.

    over: the name may reach over the border.
    """

    first: Box
    second: Box
    size: float
    name: str
    number: str
    over: bool

    def overlaps(self, other: "Label") -> bool:
        """Whether words of both would touch."""
        return any(_overlap(one, two) for one in self[:2] for two in other[:2])


def label(county: Named, room: Room, taken: list[Label], *, bare: bool, alone: bool) -> Label | None:
    """Return the best label that an area has room for; None where even the letter has none.

    taken: labels that stand already. bare: the letter stands on a disc. alone: the short name says enough.
    """
    for size, name, number, over in _choices(county, alone=alone):
        lines = measures(size, name, number, bare=bare, over=over)
        for x, top in room.places(lines):
            made = _label(lines, x, top, (size, name, number, over > 0))
            if not any(made.overlaps(other) for other in taken):
                return made
    return None


def measures(size: float, name: str, number: str, *, bare: bool, over: float = 0.0) -> list[Line]:
    """Return the lines of a label."""
    wide = size * (DISC if bare else 1)
    wide += size * APART + text_width(number, size) if number else 0
    first = Line(wide, size * (DISC if bare else HIGH))
    named = text_width(name, size)
    return [first, Line(named, size * HIGH, over * named)] if name else [first]


def _label(lines: list[Line], x: float, top: float, said: tuple[float, str, str, bool]) -> Label:
    first = Box(x - lines[0].width / 2, top, lines[0].width, lines[0].height)
    wide, high = (lines[1].width, lines[1].height) if lines[1:] else (0.0, 0.0)
    return Label(first, Box(x - wide / 2, top + first.height, wide, high), *said)


def _choices(county: Named, *, alone: bool) -> Iterator[tuple[float, str, str, float]]:
    names = dict.fromkeys([county.name, *([county.short] if alone and county.short else [])])
    for size in SIZES[:-1]:
        yield size, county.name, county.number, 0.0
    for number in (county.number, ""):
        for name in names:
            yield SMALLEST, name, number, 0.0
    for name in names:
        yield SMALLEST, name, "", OVER
    yield SMALLEST, "", "", 0.0


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
