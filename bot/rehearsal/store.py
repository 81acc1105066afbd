"""The state directory's SQLite file: one connection, one writer, every change of state in one transaction.

Write-ahead logging keeps the file whole when the process is killed. The file is locked for the server's life:
two servers never work in one directory.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.rehearsal.errors import StateInUseError

Json = dict[str, Any]

_SCHEMA = """
create table if not exists note (key text primary key, value text not null);
create table if not exists person (
    id integer primary key, name text not null, role text not null, note text not null, username text,
    started integer not null, blocked integer not null default 0);
create table if not exists room (
    id integer primary key, title text not null, kind text not null, bot_status text not null,
    upgraded_to integer);
create table if not exists member (
    room_id integer not null, person_id integer not null, owner integer not null,
    primary key (room_id, person_id));
create table if not exists message (
    chat_id integer not null, message_id integer not null, body text not null,
    deleted integer not null default 0,
    primary key (chat_id, message_id));
create table if not exists pending (
    update_id integer primary key autoincrement, kind text not null, body text not null);
create table if not exists settled (update_id integer primary key);
create table if not exists file (
    unique_id text primary key, name text not null, mime text not null, path text not null unique,
    size integer not null, width integer, height integer);
create table if not exists press (
    callback_id text primary key, person_id integer not null, chat_id integer not null,
    message_id integer not null, at real not null, answered integer not null default 0);
create table if not exists journal (
    version integer primary key autoincrement, real_ts real not null, offset_s real not null);
"""


class Store:
    """The open SQLite file.

    Raises:
        StateInUseError: another server holds the file.
    """

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._depth = 0
        self._connection = sqlite3.connect(directory / "rehearsal.sqlite3", isolation_level=None, timeout=0)
        self._connection.row_factory = sqlite3.Row
        try:
            self._prepare()
        except sqlite3.OperationalError as error:
            self._connection.close()
            if "locked" in str(error):
                raise StateInUseError(directory) from error
            raise

    def _prepare(self) -> None:
        self._connection.execute("pragma locking_mode=exclusive")
        self._connection.execute("pragma journal_mode=wal")
        self._connection.execute("pragma synchronous=normal")
        self._connection.executescript(_SCHEMA)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction; an inner one joins the outer."""
        if self._depth:
            yield
            return
        self._connection.execute("begin immediate")
        self._depth = 1
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        else:
            self._connection.execute("commit")
        finally:
            self._depth = 0

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """All rows of a query."""
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row of a query."""
        found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def run(self, sql: str, *values: Any) -> int:
        """Execute one statement; the id of an inserted row."""
        return self._connection.execute(sql, values).lastrowid or 0

    def note(self, key: str, default: Any = None) -> Any:
        """A small value kept under a name."""
        found = self.row("select value from note where key = ?", key)
        return default if found is None else json.loads(found["value"])

    def keep(self, key: str, value: Any) -> None:
        """Keep a small JSON value under a name."""
        self.run("insert or replace into note (key, value) values (?, ?)", key, json.dumps(value))

    def count(self, key: str, start: int = 1) -> int:
        """The next number of a counter."""
        number = int(self.note(key, start - 1)) + 1
        self.keep(key, number)
        return number

    def close(self) -> None:
        """Fold the log into the file and release it."""
        self._connection.close()
