"""The database server that the tests bring along."""

from pathlib import Path

import psycopg
from sqlalchemy import create_engine, text

from tests.postgres import PostgresServer, start_postgres


def _fill(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE filled (n int)"))
    engine.dispose()


def _one(url: str, statement: str) -> object:
    engine = create_engine(url)
    with engine.connect() as connection:
        value: object = connection.execute(text(statement)).scalar_one()
    engine.dispose()
    return value


def test_both_kinds_answer(database_url: str) -> None:
    assert _one(database_url, "SELECT 42") == 42


def test_a_database_keeps_chinese(postgres_url: str) -> None:
    assert _one(postgres_url, "SELECT char_length('共青城市')") == 4


def test_copies_of_a_template_do_not_share(postgres_server: PostgresServer) -> None:
    template = postgres_server.template("filled", _fill)
    assert postgres_server.template("filled", _fill) == template
    first, second = postgres_server.create_database(template), postgres_server.create_database(template)
    with psycopg.connect(postgres_server.dsn(first)) as connection:
        connection.execute("INSERT INTO filled VALUES (1)")
    assert _one(postgres_server.url(first), "SELECT count(*) FROM filled") == 1
    assert _one(postgres_server.url(second), "SELECT count(*) FROM filled") == 0
    for name in (first, second):
        postgres_server.drop_database(name)


def test_a_stopped_server_leaves_nothing_behind() -> None:
    server = start_postgres()
    folder: Path = server.folder
    assert (folder / "data").is_dir()
    server.stop()
    assert not folder.exists()
