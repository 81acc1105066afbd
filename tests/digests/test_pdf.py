"""A document that carries its font: what was written can be read out of it again."""

import re
import zlib

from digests.glyphs import read_font, thinned
from digests.pdf import pdf
from digests.pdf_page import Page
from digests.typeface import load_typeface

WORDS = "演示工会 A1"


def _streams(document: bytes) -> list[bytes]:
    found = re.findall(rb"/Length (\d+) [^\n]*>>\nstream\n", document)
    starts = [match.end() for match in re.finditer(rb">>\nstream\n", document)]
    pairs = zip(starts, found, strict=True)
    return [zlib.decompress(document[start : start + int(length)]) for start, length in pairs]


def _page() -> Page:
    page = Page(read_font(load_typeface().paths[0]))
    page.text(10, 20, WORDS, 12)
    page.squares(10, 30, [[1, 0], [0, 1]], 2)
    page.frame(5, 5, 100, 100)
    return page


def test_what_was_written_can_be_read_out_again() -> None:
    document = pdf([_page(), _page()], "名单")
    assert document.startswith(b"%PDF-1.7")
    assert b"/Count 2" in document
    font, names, drawn, again = _streams(document)
    pairs = re.findall(r"<(\w{4})> <(\w{4})> endbfchar", names.decode())
    letters = {glyph: chr(int(code, 16)) for glyph, code in pairs}
    (written,) = re.findall(r"<(\w+)> Tj", drawn.decode())
    assert "".join(letters[written[at : at + 4]] for at in range(0, len(written), 4)) == WORDS
    assert drawn == again
    assert drawn.count(b" re") == 3
    assert font[:4] == b"\0\1\0\0"


def test_every_object_lies_where_the_table_says() -> None:
    document = pdf([_page()], "名单")
    start = int(document.rsplit(b"startxref\n", 1)[1].split()[0])
    rows = document[start:].splitlines()[3:-5]
    places = [int(row.split()[0]) for row in rows if row.endswith(b"n ")]
    assert [document[place:].split(b" ", 1)[0] for place in places] == [
        str(number).encode() for number in range(1, len(places) + 1)
    ]


def test_the_font_is_thinned_to_what_is_used() -> None:
    font = read_font(load_typeface().paths[0])
    glyph = font.glyphs[ord("工")]
    small = thinned(font, {glyph})
    assert len(zlib.compress(small)) < len(font.data) / 20
    assert font.width("工", 10) == 10
    assert 0 < font.width("i", 10) < 5
    assert font.width("\U0001f600", 10) == 0
