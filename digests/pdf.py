"""Pages with text, lines and filled squares as a PDF that carries its own font; ISO 32000-1.

Lengths are points, 72 to the inch, from a page's upper left corner.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from digests.glyphs import Font, thinned

A4 = (595.0, 842.0)
_CATALOG, _PAGES, _FONT, _DESCENDANT, _DESCRIPTOR, _FILE, _UNICODE = range(1, 8)
_FIRST_PAGE = 8
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n{}endcmap end end"
)


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


def pdf(pages: Sequence[Page], title: str) -> bytes:
    """Return the document of at least one page; all pages use the font of the first."""
    font = pages[0].font
    used = {glyph: code for page in pages for glyph, code in page.used.items()}
    kids = " ".join(f"{_FIRST_PAGE + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        _words(f"<< /Type /Catalog /Pages {_PAGES} 0 R >>"),
        _words(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"),
        *_fonts(font, used),
    ]
    for n, page in enumerate(pages):
        objects += _page(page, _FIRST_PAGE + 2 * n)
    return _file(objects, title)


def _fonts(font: Font, used: dict[int, int]) -> list[bytes]:
    wide = " ".join(f"{g} [{font.widths[min(g, len(font.widths) - 1)]}]" for g in sorted(used))
    name = "/AAAAAA+NotoSansSC"
    mapped = "".join(f"1 beginbfchar <{g:04X}> <{_utf16(c)}> endbfchar\n" for g, c in sorted(used.items()))
    return [
        _words(
            f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H"
            f" /DescendantFonts [{_DESCENDANT} 0 R] /ToUnicode {_UNICODE} 0 R >>"
        ),
        _words(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity /DW 1000"
            f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {_DESCRIPTOR} 0 R /W [{wide}] >>"
        ),
        _words(
            f"<< /Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [-1000 -300 3000 1200]"
            f" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 /FontFile2 {_FILE} 0 R >>"
        ),
        _stream(thinned(font, used)),
        _stream(_TO_UNICODE.format(mapped).encode()),
    ]


def _page(page: Page, number: int) -> list[bytes]:
    width, height = page.size
    return [
        _words(
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width:.0f} {height:.0f}]"
            f" /Resources << /Font << /F {_FONT} 0 R >> >> /Contents {number + 1} 0 R >>"
        ),
        _stream("\n".join(page.drawn).encode()),
    ]


def _file(objects: Sequence[bytes], title: str) -> bytes:
    info = _words(f"<< /Title <FEFF{''.join(_utf16(ord(letter)) for letter in title)}> >>")
    parts, places = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], []
    for number, body in enumerate([*objects, info], start=1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start, count = sum(map(len, parts)), len(places) + 1
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size {count} /Root {_CATALOG} 0 R /Info {count - 1} 0 R >>"
    ending = f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n"
    return b"".join([*parts, ending.encode()])


def _words(text: str) -> bytes:
    return text.encode("ascii")


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data, 6)
    head = f"<< /Length {len(packed)} /Length1 {len(data)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
