"""A setting that cannot be: one sentence that names it and says what to write, and exit code 2."""

import pytest
from sqlalchemy import create_engine, text

from tests.bot.cli.conftest import Liaison


@pytest.mark.parametrize(
    ("name", "value", "instead"),
    [
        ("LIAISON_DATABASE_URL", "sqlite:///", "sqlite:///var/liaison.sqlite3"),
        ("LIAISON_DATABASE_URL", "postgresql://u@h:port/x", "端口是数字"),
        ("LIAISON_API_URL", "http://127.0.0.1:port", "http://127.0.0.1:8081"),
        ("LIAISON_PROXY", "socks5://127.0.0.1:port", "socks5://127.0.0.1:1080"),
        ("LIAISON_NOW", "0001-01-01", "2023-02-20T08:30"),
    ],
)
def test_it_is_named(
    liaison: Liaison, monkeypatch: pytest.MonkeyPatch, name: str, value: str, instead: str
) -> None:
    monkeypatch.setenv(name, value)
    said = liaison("run")
    assert said.code == 2
    assert name in said.err
    assert instead in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("command", [["run"], ["coverage"], ["db", "upgrade"], ["db", "check"]])
def test_a_database_of_a_newer_version_is_left_alone(
    at_work: Liaison, monkeypatch: pytest.MonkeyPatch, filled_sqlite: str, command: list[str]
) -> None:
    monkeypatch.setenv("LIAISON_BOT_TOKEN", "123456:AAxyz")
    engine = create_engine(filled_sqlite)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
    said = at_work(*command)
    assert said.code == 2
    assert "LIAISON_DATABASE_URL 指的数据库已被更新的一版程序改过" in said.err
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "r9999"
    engine.dispose()
