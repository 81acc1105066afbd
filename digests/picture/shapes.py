"""What pictures are made of: few shapes, in units of a phone's pixels. They become SVG or a PNG."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class At(StrEnum):
    """Which end of a line of words stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Rect(NamedTuple):
    """A filled rectangle; its border lies within."""

    box: Box
    fill: str
    radius: float = 0.0
    border: str = ""
    line: float = 0.0


class Disc(NamedTuple):
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


class Words(NamedTuple):
    """A line of words; `y` is where letters stand, `size` their height, `halo` the colour round them."""

    x: float
    y: float
    words: str
    size: float
    ink: str
    at: At = At.START
    bold: bool = False
    halo: str = ""


class Area(NamedTuple):
    """What rings enclose, evenly and oddly: what a second one holds is outside; its border is half within."""

    data: Mapping[str, str]
    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    border: str = ""
    line: float = 0.0


class Plate(NamedTuple):
    """Areas that touch, with a thin line round each and `strong` ones over them.

    Their points count from the box's corner.
    """

    box: Box
    areas: tuple[Area, ...]
    strong: tuple[tuple[tuple[float, float], ...], ...]
    thin_ink: str
    strong_ink: str
    thin: float = 0.5
    thick: float = 1.2


# The width of a halo, as a share of the words' size.
HALO = 0.12


class Group(NamedTuple):
    """Shapes that are one thing, and what a machine would read of it."""

    data: Mapping[str, str]
    shapes: tuple["Shape", ...]


Shape = Rect | Disc | Words | Group | Plate


class Drawing(NamedTuple):
    """A page: its size, its paper, its shapes from back to front."""

    width: int
    height: int
    paper: str
    shapes: tuple[Shape, ...]
