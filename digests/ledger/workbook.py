"""A workbook written row by row: a frozen head that filters, dates as dates, text as nothing but text.

Import it when a workbook is made, not before: openpyxl would cost every start time and memory.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]  # comes without types
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]  # comes without types
from openpyxl.styles import Font  # type: ignore[import-untyped]  # comes without types
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # comes without types

from digests.ledger.table import Sheet, Value

LONGEST = 32_767
"""Characters that Excel takes in a cell."""
# What XML cannot carry or Excel not show: controls but tab and line break, halves of pairs, no characters.
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Excel reads such marks back as characters.
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# What begins so might be taken for a formula or an error, by openpyxl or by whoever copies the sheet.
SUSPECT = ("=", "+", "-", "@", "\t", "#")


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return an .xlsx file; one row at a time is in memory. Takes seconds: call it off the event loop."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(sheet.title), sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def clean(text: str) -> str:
    """Return a text as a cell can hold it."""
    return ESCAPED.sub("_x005F_", UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))[:LONGEST]


def _write(place: Any, sheet: Sheet) -> None:
    place.freeze_panes = "A2"
    for number, (_, width) in enumerate(sheet.columns, start=1):
        place.column_dimensions[get_column_letter(number)].width = width
    place.append(_heads(place, sheet))
    count = 1
    for count, row in enumerate(sheet.rows, start=2):  # noqa: B007 - the last one's number is the table's end
        place.append([_cell(place, value) for value in row])
    place.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{count}"


def _heads(place: Any, sheet: Sheet) -> list[Any]:
    heads = [WriteOnlyCell(place, head) for head, _ in sheet.columns]
    for head in heads:
        head.font = Font(bold=True)
    return heads


def _cell(place: Any, value: Value) -> Any:
    """Return what openpyxl writes: the value where that is safe, else a cell that is text in any case."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    if not text.startswith(SUSPECT):
        return text
    cell = WriteOnlyCell(place, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell
