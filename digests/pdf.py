"""Pages as a PDF that carries its own font; ISO 32000-1."""

from collections.abc import Sequence

from digests.glyphs import Font, thinned
from digests.pdf_objects import document, stream, utf16, words
from digests.pdf_page import Page

_CATALOG, _PAGES, _FONT, _DESCENDANT, _DESCRIPTOR, _FILE, _UNICODE = range(1, 8)
_FIRST_PAGE = 8
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n{}endcmap end end"
)


def pdf(pages: Sequence[Page], title: str) -> bytes:
    """Return the document of at least one page; all pages use the font of the first."""
    font = pages[0].font
    used = {glyph: code for page in pages for glyph, code in page.used.items()}
    kids = " ".join(f"{_FIRST_PAGE + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        words(f"<< /Type /Catalog /Pages {_PAGES} 0 R >>"),
        words(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"),
        *_fonts(font, used),
    ]
    for n, page in enumerate(pages):
        objects += _page(page, _FIRST_PAGE + 2 * n)
    return document(objects, _CATALOG, title)


def _fonts(font: Font, used: dict[int, int]) -> list[bytes]:
    wide = " ".join(f"{g} [{font.widths[min(g, len(font.widths) - 1)]}]" for g in sorted(used))
    name = "/AAAAAA+NotoSansSC"
    mapped = "".join(f"1 beginbfchar <{g:04X}> <{utf16(c)}> endbfchar\n" for g, c in sorted(used.items()))
    return [
        words(
            f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H"
            f" /DescendantFonts [{_DESCENDANT} 0 R] /ToUnicode {_UNICODE} 0 R >>"
        ),
        words(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity /DW 1000"
            f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor {_DESCRIPTOR} 0 R /W [{wide}] >>"
        ),
        words(
            f"<< /Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [-1000 -300 3000 1200]"
            f" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 /FontFile2 {_FILE} 0 R >>"
        ),
        stream(thinned(font, used)),
        stream(_TO_UNICODE.format(mapped).encode()),
    ]


def _page(page: Page, number: int) -> list[bytes]:
    width, height = page.size
    return [
        words(
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width:.0f} {height:.0f}]"
            f" /Resources << /Font << /F {_FONT} 0 R >> >> /Contents {number + 1} 0 R >>"
        ),
        stream("\n".join(page.drawn).encode()),
    ]
