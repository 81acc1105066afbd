"""A copy of the whole database in one file, taken while it is in use, and back again. SQLite only."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import make_url

from storage.errors import NotABackup, NotOffered
from storage.faults import fault_of


def backup(url: str, to: Path) -> None:
    """Write a backup. Raises FileExistsError, NotOffered on PostgreSQL, StoreFull and StoreFault."""
    if to.exists():
        raise FileExistsError(to)
    unfinished = to.with_name(f"{to.name}.part")
    with _faults(), closing(_open(_file(url, "pg_dump"), "ro")) as live, closing(_open(unfinished)) as copy:
        live.backup(copy)
    unfinished.rename(to)


def restore(url: str, source: Path) -> None:
    """Put a backup in the database's place, all or nothing; the bot must not be running.

    Raises NotABackup when the file is none (nothing was changed then), and as `backup`.
    """
    file = _file(url, "pg_restore")
    with _faults(), closing(_open(source, "ro")) as copy:
        _check(copy, source)
        with closing(_open(file)) as live:
            copy.backup(live)


def _file(url: str, instead: str) -> Path:
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        raise NotOffered(instead)
    return Path(address.database)


def _open(file: Path, mode: str = "rwc") -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=10)


def _check(copy: sqlite3.Connection, source: Path) -> None:
    try:
        revisions = copy.execute("SELECT version_num FROM alembic_version").fetchall()
        sound = copy.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError as error:
        raise NotABackup(str(source)) from error
    if not (revisions and sound):
        raise NotABackup(str(source))


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error) from error
