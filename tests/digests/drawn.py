"""Reads a picture back from its SVG: tiles by their data, lines of words by where the font puts their ink."""

from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from fontTools.ttLib import TTFont

from digests.facts import DigestFacts
from digests.picture.drawing import drawings
from digests.picture.svg import svg_of
from digests.typeface import load_typeface
from tests.digests.sizes import sized

SVG = "{http://www.w3.org/2000/svg}"
# How far ideographs reach above and below the line that letters stand on, and digits above it, in em.
ABOVE, BELOW = 0.85, 0.10
DIGITS_ABOVE, DIGITS_BELOW = 0.74, 0.02


@dataclass(frozen=True)
class Line:
    """A line of words and the rectangle that its ink is in, in pixels of a phone 390 wide."""

    words: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Line") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.2 and down > 0.2


@cache
def _widths(bold: bool) -> tuple[dict[int, str], dict[str, float]]:
    font = TTFont(load_typeface().paths[bold])
    em = font["head"].unitsPerEm
    return font.getBestCmap(), {glyph: wide / em for glyph, (wide, _) in font["hmtx"].metrics.items()}


def svgs(facts: DigestFacts) -> list[str]:
    """Every page of a digest's picture."""
    return [svg_of(drawing) for drawing in drawings(facts, load_typeface())]


@cache
def sized_svgs(size: int) -> list[str]:
    """Every page of the picture of so many counties."""
    return svgs(sized(size))


def lines(svg: str) -> list[Line]:
    """Every line of words of a page."""
    return [_line(text) for text in _parsed(svg).iter(f"{SVG}text")]


def tiles(svg: str) -> dict[int, ET.Element]:
    """The counties' tiles of a page by their place in the facts."""
    return {
        int(place): group
        for group in _parsed(svg).iter(f"{SVG}g")
        if (place := group.get("data-county")) is not None
    }


def said(group: ET.Element) -> list[str]:
    """The words that are drawn on a tile."""
    return [text.text or "" for text in group.iter(f"{SVG}text")]


def _parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - written by ourselves


def _line(text: ET.Element) -> Line:
    words, size = text.text or "", float(text.get("font-size", 0))
    glyphs, widths = _widths("font-weight" in text.attrib)
    wide = size * sum(widths[glyphs[ord(letter)]] for letter in words)
    left = float(text.get("x", 0)) - wide * {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0)
    latin = words.isascii()
    above, below = (DIGITS_ABOVE, DIGITS_BELOW) if latin else (ABOVE, BELOW)
    y = float(text.get("y", 0))
    return Line(words, size, left, y - size * above, left + wide, y + size * below)
