"""Which columns of a spreadsheet compute something: what they show is only as good as their last saving."""

import re
from io import BytesIO
from zipfile import ZipFile

_CELL_WITH_FORMULA = re.compile(rb'<c r="([A-Z]+)\d+"[^>]*>\s*<f[ >/]')
_FIRST_SHEET = re.compile(rb'<(?:\w+:)?sheet [^>]*?\br:id="([^"]+)"')


def formulas(data: bytes) -> frozenset[int]:
    """Return the columns, from 0, in which the first sheet computes something."""
    with ZipFile(BytesIO(data)) as archive:
        sheet = _first_sheet(archive)
        text = archive.read(sheet) if sheet in archive.namelist() else b""
    return frozenset(_column(letters) for letters in set(_CELL_WITH_FORMULA.findall(text)))


def _first_sheet(archive: ZipFile) -> str:
    names = set(archive.namelist())
    book, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    first = _FIRST_SHEET.search(archive.read(book)) if book in names else None
    if first and links in names:
        for link in re.findall(rb"<Relationship [^>]*>", archive.read(links)):
            if b'Id="' + first[1] + b'"' in link and (target := re.search(rb'Target="([^"]+)"', link)):
                path = target[1].decode()
                return path.lstrip("/") if path.startswith("/") else f"xl/{path}"
    return "xl/worksheets/sheet1.xml"


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
