"""A table that somebody sent in chat: judged before it is opened, so that no file can do harm."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from bot.file_faults import UnusableFileError
from bot.formulas import formulas
from bot.tables import SPREADSHEETS, TEXTS, table_in
from handlers.tables import SentTable, TableTrouble

# What a sheet of some thousand rows needs, ten times over.
MOST_UNPACKED = 30_000_000
MOST_ROWS = 5_000
_MACROS = {".xlsm", ".xlsb", ".xltm"}
# The container of old Office files: with a new file's name it holds a new file under a password.
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0"
_TROUBLES = {"encoding": TableTrouble.ENCODING, "csv_broken": TableTrouble.BROKEN_TEXT}


def sent_table(name: str, data: bytes) -> SentTable:
    """Return the cells of a table, of a spreadsheet its first sheet, or what is wrong with the file."""
    kind = Path(name).suffix.lower()
    trouble = _trouble(kind, data)
    if trouble:
        return SentTable(trouble=trouble)
    try:
        rows = table_in(Path(name), data)
    except UnusableFileError as error:
        return SentTable(trouble=_TROUBLES.get(error.faults[0].kind, TableTrouble.BROKEN))
    if len(rows) > MOST_ROWS:
        return SentTable(trouble=TableTrouble.HUGE)
    return SentTable(rows, formulas(data) if kind == ".xlsx" else frozenset())


def _trouble(kind: str, data: bytes) -> TableTrouble | None:
    if kind in _MACROS:
        return TableTrouble.MACROS
    if kind not in SPREADSHEETS | TEXTS:
        return TableTrouble.KIND
    if kind != ".xlsx":
        return None
    if data.startswith(_OLD_CONTAINER):
        return TableTrouble.LOCKED
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _packed_trouble(archive)
    except (BadZipFile, EOFError):
        return TableTrouble.BROKEN


def _packed_trouble(archive: ZipFile) -> TableTrouble | None:
    if sum(item.file_size for item in archive.infolist()) > MOST_UNPACKED:
        return TableTrouble.HUGE
    if any(item.filename.endswith("vbaProject.bin") for item in archive.infolist()):
        return TableTrouble.MACROS
    return None
