"""No statement reads through a whole table of records: SQLite is asked how it would go about each."""

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import Delete, Insert, Select, Update

import storage
from campaign.vocabulary import Channel
from storage import Database, count_queries, report_queries
from storage.statements import Statement, Statements, Upsert
from storage.tables import metadata

# A few rows each: groups, digests, and the invites of the roster's people.
FEW = {
    ("storage.groups", "chat"),
    ("storage.invites", "invite"),
    ("storage.moved_chats", "digest"),
    # Four times a day; who speaks for a county, of all campaigns, is asked there.
    ("storage.county_messages", "membership"),
    ("storage.sweeping", "draft"),
    ("storage.sweeping", "invite_tries"),
    ("storage.sweeping", "membership"),
    ("storage.sweeping", "outbox"),
}
# Reading all of such an index reads the rows of its condition alone: what is owed, what stands.
PARTIAL = {
    index.name
    for table in metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"]["where"] is not None
}


def _statements() -> Iterator[tuple[str, Statement]]:
    for module in pkgutil.iter_modules(storage.__path__, "storage."):
        if not module.ispkg:
            for value in vars(import_module(module.name)).values():
                for statement in _in(value):
                    yield module.name, statement


def _in(value: object) -> Iterable[Statement]:
    if isinstance(value, Select | Insert | Update | Delete | Upsert):
        return [value]
    if isinstance(value, count_queries.Sides):
        return value.every().values()
    if isinstance(value, dict):
        return [found for item in value.values() for found in _in(item)]
    if isinstance(value, tuple | list):
        return [found for item in value for found in _in(item)]
    return []


def _plan(database: Database, statement: Statement) -> list[str]:
    prepared = Statements(database.engine.dialect).prepared(statement)
    driver: Any = database.engine.raw_connection()
    values = [None] * len(prepared.order or ())
    plan = driver.cursor().execute(f"EXPLAIN QUERY PLAN {prepared.text}", values).fetchall()
    driver.close()
    return [row[3] for row in plan]


def test_no_statement_scans_a_table(sqlite_database: Database) -> None:
    names = {"known", "taken", "period", "quota", "liaison", "admin", *metadata.tables}
    scans = {
        (module, line.split()[1])
        for module, statement in _statements()
        if _narrowed(statement)
        for line in _plan(sqlite_database, statement)
        if line.startswith("SCAN ") and line.split()[1] in names and line.split()[-1] not in PARTIAL
    }
    assert scans == FEW


def _narrowed(statement: Statement) -> bool:
    """Whether it says which rows it means: an insert needs none, and a part of a query says it later."""
    return not isinstance(statement, Insert | Upsert) and statement.whereclause is not None


def test_there_are_statements_to_look_at() -> None:
    assert len(list(_statements())) > 100


@pytest.mark.parametrize("as_of", [False, True])
def test_counts_touch_no_table_of_records(sqlite_database: Database, *, as_of: bool) -> None:
    questions = [value for value in vars(count_queries).values() if isinstance(value, count_queries.Sides)]
    assert len(questions) == 6
    every = [found for question in questions for found in question.every().items()]
    for statement in (statement for sides, statement in every if sides[0] is as_of):
        for line in _plan(sqlite_database, statement):
            if line.startswith("SEARCH ") and line.split()[1] in {"contact", "issue", "experience"}:
                assert "COVERING INDEX" in line


@pytest.mark.parametrize("leader_present", [False, True])
def test_a_digest_reads_contacts_from_an_index_alone(
    sqlite_database: Database, *, leader_present: bool
) -> None:
    statement = report_queries.contacts(3, 6, (Channel.ONSITE,), leader_present=leader_present)
    (read,) = (line for line in _plan(sqlite_database, statement) if " contact " in line)
    assert "COVERING INDEX" in read


def test_without_a_moment_counties_are_counted_from_tallies_alone(sqlite_database: Database) -> None:
    for sides, statement in count_queries.BY_COUNTY.every().items():
        lines = " ".join(_plan(sqlite_database, statement))
        assert ("contact " in lines.replace("ix_contact", "")) is sides[0]
