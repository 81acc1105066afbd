"""The committed font for a document that carries its own: glyphs by character, widths, thinned out.

Tables `cmap` (format 4), `head`, `hhea`, `hmtx`, `loca` and `glyf`: Microsoft's OpenType specification. The
committed fonts have long offsets and no glyphs made of others.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from struct import pack_into, unpack_from

# The tables without which a document's reader cannot draw.
KEPT = (b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")


@dataclass(frozen=True, slots=True)
class Font:
    """A font's file, its glyphs by code point, and their widths in thousandths of the size."""

    data: bytes
    glyphs: Mapping[int, int]
    widths: tuple[int, ...]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is; what the font cannot draw takes no room."""
        drawn = (self.glyphs.get(ord(letter)) for letter in text)
        return sum(self.widths[min(glyph, len(self.widths) - 1)] for glyph in drawn if glyph) * size / 1000


def read_font(path: str) -> Font:
    """Read a font with 1000 units to its size."""
    data = Path(path).read_bytes()
    tables = _tables(data)
    count = unpack_from(">H", data, tables[b"hhea"][0] + 34)[0]
    start = tables[b"hmtx"][0]
    widths = tuple(unpack_from(">H", data, start + 4 * n)[0] for n in range(count))
    return Font(data, _glyphs(data, tables[b"cmap"][0]), widths)


def thinned(font: Font, used: Collection[int]) -> bytes:
    """Return the font with the outlines of the used glyphs alone: compressed, it is a fiftieth."""
    tables = _tables(font.data)
    loca, glyf = tables[b"loca"][0], tables[b"glyf"][0]
    outlines = bytearray(tables[b"glyf"][1])
    for glyph in used:
        first, after = unpack_from(">II", font.data, loca + 4 * glyph)
        outlines[first:after] = font.data[glyf + first : glyf + after]
    bodies = {tag: font.data[at : at + length] for tag, (at, length) in tables.items() if tag in KEPT}
    return _assembled(font.data[:4], bodies | {b"glyf": bytes(outlines)})


def _assembled(version: bytes, bodies: Mapping[bytes, bytes]) -> bytes:
    head = bytearray(12 + 16 * len(bodies))
    head[:4] = version
    pack_into(">H", head, 4, len(bodies))
    parts, at = [], len(head)
    for n, (tag, body) in enumerate(sorted(bodies.items())):
        pack_into(">4sIII", head, 12 + 16 * n, tag, 0, at, len(body))
        parts.append(body + bytes(-len(body) % 4))
        at += len(parts[-1])
    return bytes(head) + b"".join(parts)


def _tables(data: bytes) -> dict[bytes, tuple[int, int]]:
    rows = (unpack_from(">4sIII", data, 12 + 16 * n) for n in range(unpack_from(">H", data, 4)[0]))
    return {tag: (at, length) for tag, _, at, length in rows}


def _glyphs(data: bytes, table: int) -> dict[int, int]:
    for n in range(unpack_from(">H", data, table + 2)[0]):
        start = table + unpack_from(">I", data, table + 8 + 8 * n)[0]
        if unpack_from(">H", data, start)[0] == 4:
            return _runs(data, start)
    return {}


def _runs(data: bytes, start: int) -> dict[int, int]:
    """Format 4: runs with an end, a beginning, a difference, and for some a way to a list of glyphs."""
    doubled = unpack_from(">H", data, start + 6)[0]
    words, found = f">{doubled // 2}H", {}
    ends, firsts, deltas, ways = (
        unpack_from(words, data, start + at) for at in (14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled)
    )
    for n, (first, last, delta, way) in enumerate(zip(firsts, ends, deltas, ways, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if way:
                place = start + 16 + 3 * doubled + 2 * n + way + 2 * (code - first)
                glyph = unpack_from(">H", data, place)[0]
            if glyph or not way:
                found[code] = (glyph + delta) & 0xFFFF
    return found
