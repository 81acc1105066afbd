"""How big tiles may be. A unit is a pixel of a phone 390 pixels wide."""

from typing import NamedTuple

WIDTH = 390
MARGIN = 12
ROOM = WIDTH - 2 * MARGIN


class Style(NamedTuple):
    """How big tiles are: so many in a row, at least so high, sizes of letter and name, room for the label."""

    columns: int
    high: float
    letter: float
    name: float
    gap: float
    pad: float
    label: float

    @property
    def tile_width(self) -> float:
        """How wide a tile is."""
        beside = self.label + self.gap * 1.5 if self.label else 0
        return (ROOM - beside - self.gap * (self.columns - 1)) / self.columns

    @property
    def left(self) -> float:
        """Where the first tile of a row begins."""
        return WIDTH - MARGIN - self.columns * self.tile_width - (self.columns - 1) * self.gap

    @property
    def number_room(self) -> float:
        """How wide a number may be beside the letter."""
        return self.tile_width - 2 * self.pad - self.letter * 1.4 - 1

    @property
    def line(self) -> float:
        """How high the line of letter and number is: a disc round the letter must not touch the name."""
        return self.letter * 1.28


PLAIN = (Style(4, 58, 15, 19, 6, 6, 0), Style(5, 50, 13, 16, 5, 4, 0), Style(6, 38, 12, 14, 4, 3, 0))
LABELLED = (
    Style(4, 48, 13, 16, 5, 4, 66),
    Style(5, 38, 12, 14, 4, 3, 62),
    Style(6, 31, 11, 12, 3, 2, 54),
    Style(7, 28, 11, 12, 2.5, 1.5, 46),
)
FLOWING = Style(7, 30, 11, 12, 3, 1.5, 0)
