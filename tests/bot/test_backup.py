"""A database as one file, and back, on both kinds."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.backup import BackupError, backup, restore
from storage.migrate import check
from tests.bot.stores import CAMPAIGN, ask
from tests.postgres import PostgresServer


def kind(caught: pytest.ExceptionInfo[BackupError]) -> str:
    return caught.value.kind


def test_sqlite_while_somebody_writes(filled_sqlite: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled_sqlite.removeprefix("sqlite:///"))) as writer:
        writer.execute("BEGIN IMMEDIATE")
        backup(filled_sqlite, tmp_path / "copy")
        writer.rollback()
    url = f"sqlite:///{tmp_path / 'deep' / 'restored.sqlite3'}"
    restore(url, tmp_path / "copy")
    assert check(url)
    assert ask(url, lambda unit: unit.campaigns.all()) == [CAMPAIGN]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "deep"]


def test_nothing_is_overwritten(filled_sqlite: str, tmp_path: Path) -> None:
    backup(filled_sqlite, tmp_path / "copy")
    with pytest.raises(BackupError) as caught:
        backup(filled_sqlite, tmp_path / "copy")
    assert kind(caught) == "file_exists"
    with pytest.raises(BackupError) as caught:
        restore(filled_sqlite, tmp_path / "copy")
    assert kind(caught) == "not_empty"


def test_a_damaged_backup_is_refused(filled_sqlite: str, tmp_path: Path) -> None:
    backup(filled_sqlite, tmp_path / "copy")
    data = bytearray((tmp_path / "copy").read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    (tmp_path / "copy").write_bytes(data)
    with pytest.raises(BackupError) as caught:
        restore(f"sqlite:///{tmp_path / 'new.sqlite3'}", tmp_path / "copy")
    assert kind(caught) == "no_backup"


def test_postgresql_by_its_own_tools(
    filled_postgres: str,
    postgres_url: str,
    postgres_server: PostgresServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(postgres_server.binaries))
    backup(filled_postgres, tmp_path / "copy")
    restore(postgres_url, tmp_path / "copy")
    assert check(postgres_url)
    assert ask(postgres_url, lambda unit: unit.campaigns.all()) == [CAMPAIGN]
    with pytest.raises(BackupError) as caught:
        restore(postgres_url, tmp_path / "copy")
    assert kind(caught) == "not_empty"


def test_a_tool_that_fails_says_why(
    postgres_url: str, postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(postgres_server.binaries))
    (tmp_path / "copy").write_bytes(b"no backup")
    with pytest.raises(BackupError) as caught:
        restore(postgres_url, tmp_path / "copy")
    assert kind(caught) == "tool_failed"
    assert "pg_restore" in caught.value.fact


def test_a_tool_that_is_not_there(
    filled_postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupError) as caught:
        backup(filled_postgres, tmp_path / "copy")
    assert (kind(caught), caught.value.fact) == ("no_tool", "pg_dump")
