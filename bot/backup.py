"""A whole database as one file, and back: SQLite by its own backup, PostgreSQL by its own tools."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from bot.places import sqlite_file
from storage import migrate


class BackupError(Exception):
    """A backup or a restore is not possible; `kind` names the sentence, `fact` fills it."""

    def __init__(self, kind: str, fact: str = "") -> None:
        super().__init__(f"{kind} {fact}".strip())
        self.kind = kind
        self.fact = fact


def backup(url: str, file: Path) -> None:
    """Write a consistent copy while the bot may be running; raise BackupError, OSError."""
    if file.exists():
        raise BackupError("file_exists", str(file))
    if source := sqlite_file(url):
        if not source.exists():
            raise BackupError("no_database", str(source))
        _backup_sqlite(source, file)
    else:
        _run("pg_dump", url, "--format=custom", "--no-owner", f"--file={file}")


def restore(url: str, file: Path) -> None:
    """Fill an empty database from a backup; raise BackupError, OSError."""
    if not file.is_file():
        raise BackupError("no_file", str(file))
    if target := sqlite_file(url):
        _restore_sqlite(file, target)
    elif migrate.current(url):
        raise BackupError("not_empty", str(make_url(url).database))
    else:
        _run("pg_restore", url, "--exit-on-error", "--no-owner", "--single-transaction", str(file))


def _backup_sqlite(source: Path, file: Path) -> None:
    partial = file.with_name(file.name + ".partial")
    partial.unlink(missing_ok=True)
    _copy(source, partial)
    partial.replace(file)  # a half-written backup never has the wanted name


def _restore_sqlite(file: Path, target: Path) -> None:
    if target.exists() and target.stat().st_size:
        raise BackupError("not_empty", str(target))
    if not sound(file):
        raise BackupError("no_backup", str(file))
    target.parent.mkdir(parents=True, exist_ok=True)
    _copy(file, target)


def sound(file: Path) -> bool:
    """Whether a file is an SQLite database of ours, without damage."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            well: bool = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return well and ours is not None


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _run(tool: str, url: str, *arguments: str) -> None:
    program = shutil.which(tool)
    if program is None:
        raise BackupError("no_tool", tool)
    address = make_url(url).set(drivername="postgresql")
    # Other users of the machine can see a program's arguments, so the password is none of them.
    plain = address._replace(password=None).render_as_string(hide_password=False)
    environment = os.environ | ({"PGPASSWORD": str(address.password)} if address.password else {})
    command = [program, *arguments, f"--dbname={plain}"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode:
        lines = ran.stderr.strip().splitlines()
        raise BackupError("tool_failed", lines[-1] if lines else tool)
