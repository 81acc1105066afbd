"""256 colours for a picture: its own exactly, and a few steps between those that touch."""

from collections.abc import Collection, Iterable, Iterator
from itertools import product

Colour = tuple[int, int, int]
Pair = tuple[Colour, Colour]
COLOURS = 256
# Pillow looks for the nearest colour in cubes of a few steps.
NEAR = 8
AROUND = (-1, 0, 1)


def palette_of(touching: Collection[Pair]) -> list[Colour]:
    """Return the colours that touch, and steps between them, none so near that it is taken for one."""
    ends = list(dict.fromkeys(colour for pair in touching for colour in pair))
    steps = (COLOURS - len(ends)) // max(1, len(touching))
    near = {cube for end in ends for cube in _cubes_around(end)}
    return [*ends, *(step for step in _between(touching, steps) if _cube(step) not in near)][:COLOURS]


def _between(touching: Iterable[Pair], steps: int) -> Iterator[Colour]:
    for one, other in touching:
        for n in range(1, steps + 1):
            red, green, blue = (round(a + (b - a) * n / (steps + 1)) for a, b in zip(one, other, strict=True))
            yield red, green, blue


def _cube(colour: Colour) -> Colour:
    red, green, blue = colour
    return red // NEAR, green // NEAR, blue // NEAR


def _cubes_around(colour: Colour) -> Iterator[Colour]:
    red, green, blue = _cube(colour)
    return ((red + r, green + g, blue + b) for r, g, b in product(AROUND, AROUND, AROUND))
