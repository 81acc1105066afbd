"""A page of a PDF: text, frames and filled squares.

Lengths are points, 72 to the inch, from the page's upper left corner.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from digests.glyphs import Font

A4 = (595.0, 842.0)


@dataclass(slots=True)
class Page:
    """One page, drawn on from the top; `used` gathers which glyphs stand for which characters."""

    font: Font
    size: tuple[float, float] = A4
    drawn: list[str] = field(default_factory=list)
    used: dict[int, int] = field(default_factory=dict)

    def text(self, x: float, y: float, words: str, size: float, grey: float = 0.0) -> None:
        """Write one line whose foot is at y."""
        codes = ((letter, self.font.glyphs.get(ord(letter), 0)) for letter in words)
        found = [(glyph, ord(letter)) for letter, glyph in codes if glyph]
        self.used.update(found)
        ids = "".join(f"{glyph:04X}" for glyph, _ in found)
        at = f"1 0 0 1 {x:.2f} {self.size[1] - y:.2f} Tm"
        self.drawn.append(f"BT {grey:.2f} g /F {size:.1f} Tf {at} <{ids}> Tj ET")

    def squares(self, x: float, y: float, rows: Iterable[Sequence[int]], side: float) -> None:
        """Fill the squares that are 1 in rows of 0 and 1; (x, y) is the upper left corner of them all."""
        parts = ["0 g"]
        for n, row in enumerate(rows):
            foot = self.size[1] - y - (n + 1) * side
            parts += [
                f"{x + c * side:.3f} {foot:.3f} {side:.3f} {side:.3f} re" for c, on in enumerate(row) if on
            ]
        self.drawn.append(" ".join([*parts, "f"]))

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a thin dashed frame, to cut along."""
        foot = self.size[1] - y - height
        self.drawn.append(f"0.7 G 0.5 w [3 3] 0 d {x:.2f} {foot:.2f} {width:.2f} {height:.2f} re S [] 0 d")
