"""/uncovered, /my and /status over 300,000 contacts against SQL by hand, and over ten times as many."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks import world
from benchmarks.by_hand import INDEXES, ByHand
from benchmarks.questions import FIGURES, PERSON, QUESTIONS, my, my_figures
from benchmarks.ratio import Ratio, in_turns
from benchmarks.world_rows import BOT_ID, CAMPAIGN, NOW, Size
from campaign.actions.views import windows_now
from campaign.days import DAY
from storage import Database, Unit, open_database
from storage.columns import Day, UTCDateTime
from tests.postgres import start_postgres

AIMS = {"/uncovered": 1.6, "/my": 1.6, "/status": 1.5}
TIMES = 10


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """SQLite; ten times the contacts on SQLite; PostgreSQL, which is reported only."""
    size = replace(Size(), contacts=30_000) if quick else Size()
    rounds = 15 if quick else 31
    plain, hand, large = (f"sqlite:///{folder / name}.sqlite3" for name in ("plain", "hand", "large"))
    world.build(plain, size)
    world.copy(plain, hand)
    yield from against_hand("SQLite", plain, hand, AIMS, rounds)
    world.copy(plain, large)
    world.multiply(large, size, TIMES)
    yield from _growth(plain, large, rounds)
    server = start_postgres()
    try:
        name = server.create_database()
        world.build(server.url(name), size)
        copied = server.create_database(template=name)
        yield from against_hand("PostgreSQL", server.url(name), server.url(copied), {}, rounds)
    finally:
        server.stop()


def against_hand(kind: str, plain: str, hand: str, aims: Mapping[str, float], rounds: int) -> Iterator[Ratio]:
    """Ours over one database, SQL by hand over a copy with indexes of its own; the figures must be equal."""
    with opened(plain) as ours, opened(hand) as base:
        world.run(base, *map(text, (*INDEXES, world.ANALYZE[base.kind])))
        params = {name: stored(base, value) for name, value in ours.read(_params, NOW).items()}
        pooled = base.engine.raw_connection()
        by_hand = ByHand(pooled.driver_connection, params)
        for name, question in QUESTIONS.items():
            ask, answer = partial(ours.read, question, NOW), getattr(by_hand, name[1:])
            assert in_one_form(base, FIGURES[name](ask())) == in_one_form(base, answer()), name
            yield in_turns(f"{name}, {kind}, against SQL by hand (ms)", aims.get(name), ask, answer, rounds)
        pooled.close()


def _growth(plain: str, large: str, rounds: int) -> Iterator[Ratio]:
    """The same questions over ten times the contacts against themselves."""
    with opened(plain) as before, opened(large) as after:
        contacts = (sum(row[2] for row in my_figures(side.read(my, NOW))) for side in (after, before))
        assert next(contacts) == TIMES * next(contacts)
        for name, question in QUESTIONS.items():
            ours, base = (partial(database.read, question, NOW) for database in (after, before))
            yield in_turns(f"{name}, SQLite, {TIMES} × the contacts (ms)", 2.0, ours, base, rounds)


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """Open a database for a while."""
    database = open_database(url, bot_id=BOT_ID)
    try:
        yield database
    finally:
        database.close()


def _params(store: Unit) -> dict[str, Any]:
    """What the SQL by hand is told: the same windows that the program counts in."""
    windows = windows_now(store, CAMPAIGN)
    definition = store.campaigns.plan(CAMPAIGN).definition
    since = datetime.combine(windows.period.first - DAY, definition.digests.time, definition.tz)
    return {
        "campaign": CAMPAIGN,
        "person": PERSON,
        "first": windows.period.first,
        "after": windows.period.after,
        "quota_first": windows.quota.days.first,
        "quota_after": windows.quota.days.after,
        "required": windows.quota.required,
        "today": windows.today,
        "since": since,
    }


def stored(database: Database, value: Any) -> Any:
    """Return a value as the database keeps it."""
    if isinstance(value, date):
        type_ = UTCDateTime() if isinstance(value, datetime) else Day()
        bind: Callable[[Any], Any] | None = type_.bind_processor(database.engine.dialect)
        return bind(value) if bind else value
    return value


def in_one_form(database: Database, figures: Any) -> Any:
    """Return figures in one form, whichever side they come from."""
    if isinstance(figures, list | tuple):
        return [in_one_form(database, part) for part in figures]
    return {str(k): v for k, v in figures.items()} if isinstance(figures, dict) else stored(database, figures)
