"""A made-up campaign of any size, written straight into the program's own tables."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from operator import itemgetter
from typing import Any

from sqlalchemy import Executable, Table, insert, make_url, select, text, update

from benchmarks.world_rows import BOT_ID, CAMPAIGN, ITEMS_A_CARD, LOADED, START, Rows, Size, every_row
from campaign.definition import Definition
from campaign.digest_rules import DigestRhythm
from campaign.frame import Tier
from campaign.quota_rules import FirstWindow, QuotaRule, QuotaWindow
from campaign.vocabulary import Channel
from storage import Database, open_database
from storage.migrate import upgrade
from storage.tables import contact, day_tally, numbers, tally

SMALL = Size(counties=13, pairings=13, people=400, contacts=300, issues=50, practices=10, quiet=0, never=0)
ANALYZE = {"sqlite": "ANALYZE", "postgresql": "VACUUM ANALYZE"}


def definition(title: str = "Bench") -> Definition:
    """The campaign's rules: Jiujiang's."""
    rhythm = DigestRhythm(
        day=27, time=time(9), two_month=(2, 4, 6, 8, 10, 12), quarter=(3, 6, 9, 12), half_year=(6, 12)
    )
    quota = QuotaRule(
        id="onsite-yearly",
        name="Visits",
        channels=(Channel.ONSITE,),
        count=2,
        window=QuotaWindow.CALENDAR_YEAR,
        first_window=FirstWindow.PRORATED,
    )
    return Definition(
        id=CAMPAIGN,
        title=title,
        organisation="Bench",
        tier=Tier.CITY,
        zone="Asia/Shanghai",
        start=START,
        end=date(2023, 12, 31),
        roster="roster.csv",
        quotas=(quota,),
        digests=rhythm,
    )


def build(url: str, size: Size) -> None:
    """Make the tables, fill them, and let the store count its tallies."""
    upgrade(url)
    database = open_database(url, bot_id=BOT_ID)
    try:
        database.write(lambda store: store.campaigns.load(definition("Before"), LOADED), LOADED)
        for table, rows in every_row(size):
            fill(database, table, rows)
        taken = {"contacts": size.contacts, "issues": size.issues, "practices": size.practices}
        run(database, update(numbers).values(taken))
        # A new version of the rules makes the store count every tally anew.
        database.write(lambda store: store.campaigns.load(definition(), LOADED), LOADED)
        run(database, text(ANALYZE[database.kind]))
    finally:
        database.close()


def fill(database: Database, table: Table, rows: Rows) -> None:
    """Insert rows by the driver's own way for many; values go through the columns' types."""
    dialect = database.engine.dialect
    processors = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in rows.names]
    values = _processed(rows.values, processors)
    pooled = database.engine.raw_connection()
    driver: Any = pooled.driver_connection
    if isinstance(driver, sqlite3.Connection):
        compiled = insert(table).compile(dialect=dialect, column_keys=list(rows.names))
        in_order = itemgetter(*map(rows.names.index, compiled.positiontup or ()))
        driver.execute("BEGIN")
        driver.executemany(str(compiled), map(in_order, values))
        driver.execute("COMMIT")
    else:
        with driver.cursor().copy(f"COPY {table.name} ({', '.join(rows.names)}) FROM STDIN") as copying:
            for value in values:
                copying.write_row(value)
    pooled.close()


def run(database: Database, *statements: Executable) -> None:
    """Run statements outside of any unit of work, each by itself."""
    with database.engine.connect() as connection:
        for statement in statements:
            connection.execute(statement)


def copy(source: str, target: str) -> None:
    """Copy a SQLite database, what is only in its log included."""
    database = open_database(source)
    run(database, text(f"VACUUM INTO '{make_url(target).database}'"))
    database.close()


def multiply(url: str, size: Size, times: int) -> None:
    """Make every contact of a SQLite database so many, and its tallies likewise."""
    database = open_database(url)
    same = [column for column in contact.columns if column.name not in {"id", "number", "ordinal"}]
    names = ["number", "ordinal", *(column.name for column in same)]
    step = max(size.contacts, ITEMS_A_CARD)
    indexes = [index for index in contact.indexes if not index.unique]
    for index in indexes:
        index.drop(database.engine)
    for turn in range(1, times):
        columns = (contact.c.number + turn * step, contact.c.ordinal + turn * step, *same)
        source = select(*columns).where(contact.c.number <= size.contacts)
        run(database, insert(contact).from_select(names, source))
    for table in (tally, day_tally):
        run(database, update(table).values(contacts=table.c.contacts * times))
    for index in indexes:
        index.create(database.engine)
    run(database, text(ANALYZE["sqlite"]))
    database.close()


def _processed(values: Iterable[tuple[Any, ...]], processors: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    places = [(place, process) for place, process in enumerate(processors) if process]
    for value in values:
        row = list(value)
        for place, process in places:
            row[place] = process(row[place])
        yield tuple(row)
