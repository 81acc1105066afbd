"""Tables as people save them: CSV in the encodings of Chinese spreadsheets, and spreadsheets themselves."""

import codecs
import csv
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineWorkbook

from bot.file_faults import FileFault, UnusableFileError

SPREADSHEETS = {".xlsx", ".xls", ".ods"}
TEXTS = {".csv", ".txt", ".tsv"}


def read_table(path: Path) -> list[list[str]]:
    """Return a table's cells as text; of a spreadsheet its first sheet. Raise UnusableFileError."""
    kind = path.suffix.lower()
    if kind not in SPREADSHEETS | TEXTS:
        raise UnusableFileError(path, (FileFault(None, "table_kind", {"value": path.suffix}),))
    return table_in(path, read_bytes(path))


def table_in(path: Path, data: bytes) -> list[list[str]]:
    """Return the cells of a file's bytes; its name says how to read them. Raise UnusableFileError."""
    return _sheet(path, data) if path.suffix.lower() in SPREADSHEETS else _delimited(path, data)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise UnusableFileError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        kind = "file_missing" if isinstance(error, FileNotFoundError) else "file_unreadable"
        raise UnusableFileError(path, (FileFault(None, kind),)) from None


def _delimited(path: Path, data: bytes) -> list[list[str]]:
    text = decoded(data)
    if text is None or "\0" in text:
        raise UnusableFileError(path, (FileFault(None, "encoding"),))
    heads = text.partition("\n")[0]
    delimiter = max(",\t;", key=heads.count)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise UnusableFileError(path, (FileFault(None, "csv_broken"),)) from None


def decoded(data: bytes) -> str | None:
    """Return a text saved by a Chinese spreadsheet or editor; None when it is in no encoding they use."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _sheet(path: Path, data: bytes) -> list[list[str]]:
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        rows = workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, BadZipFile, ValueError, IndexError):
        raise UnusableFileError(path, (FileFault(None, "sheet_broken"),)) from None
    return [[_cell(value) for value in row] for row in rows]


def _cell(value: Any) -> str:
    # Spreadsheets keep every number as a float.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
