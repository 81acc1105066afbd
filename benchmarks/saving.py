"""A card and its save, from the update handed to its worker to the commit, against aiogram and raw SQLite."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import uvloop
from sqlalchemy import func, select

from benchmarks import played
from benchmarks.played import CAMPAIGN, Played
from benchmarks.ratio import Ratio, compare, tune_gc
from benchmarks.raw_rows import RawRows, card_id
from benchmarks.saving_sides import Base, Ours, Stopwatch
from bot import faults
from bot.calendars import work_calendar
from handlers.callbacks import SaveDraft
from storage import open_database
from storage.tables import (
    audit,
    contact,
    day_tally,
    draft,
    inbox,
    issue,
    issue_event,
    pair_tally,
    tally,
)

TABLES = (draft, contact, issue, issue_event, tally, pair_tally, day_tally, audit, inbox)
# A county carries an open issue or two, and as many contacts of one day: not hundreds.
_TIDY = (
    "UPDATE issue SET state = 'closed' WHERE state = 'open' AND id < (SELECT max(id) FROM issue)",
    """UPDATE contact SET withdrawn_at = saved_at
        WHERE withdrawn_at IS NULL AND id < (SELECT max(id) FROM contact)""",
)
TIDY_AFTER = 2
WARM_UP = 20
Times = tuple[float, float]
Round = tuple[Times, Times, Times, Times]


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """A card and a save, to the commit and to the end of the update."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        rounds = runner.run(_rounds(folder, 60 if quick else 500))
    for place, name in enumerate(("card", "save")):
        for end, (words, aim) in enumerate((("to the commit", 3.0), ("whole update, both commits", None))):
            ours = [times[2 * place][end] for times in rounds]
            base = [times[2 * place + 1][end] for times in rounds]
            yield compare(f"{name}, {words} (ms)", aim, ours, base)


async def _rounds(folder: Path, count: int) -> list[Round]:
    ours_file, base_file = folder / "ours.sqlite3", folder / "base.sqlite3"
    watch = Stopwatch()
    faults.install(watch.reached)
    pairing = played.fill(f"sqlite:///{ours_file}")
    played.fill(f"sqlite:///{base_file}")
    ours = Ours(
        open_database(f"sqlite:///{ours_file}", calendar=work_calendar(), bot_id=played.BOT_ID), watch
    )
    rows = RawRows(base_file, CAMPAIGN, pairing)
    try:
        await _round(ours, Base(rows, "{}", watch), watch, made := Played(played.clock()))
        rows.windows, rows.pair_windows, payload = _seen(ours_file)
        base = Base(rows, payload, watch)
        measured = []
        for turn in range(WARM_UP + count):
            if turn == WARM_UP:
                tune_gc()
            measured.append(await _round(ours, base, watch, made))
            if turn % TIDY_AFTER == 0:
                _tidy(ours_file, base_file)
        assert _counts(ours_file) == _counts(base_file), (_counts(ours_file), _counts(base_file))
        return measured[WARM_UP:]
    finally:
        faults.install(None)
        ours.threads.close()
        rows.close()


async def _round(ours: Ours, base: Base, watch: Stopwatch, made: Played) -> Round:
    times: list[Times] = []
    card = made.typed()
    press = made.pressed(SaveDraft(draft=card_id(card.update_id)).pack())
    for row in (card, press):
        for side in (ours, base):
            await side.arrive(row)
            calls = side.session.calls
            times.append(await watch.times(side.work(row)))
            assert side.session.calls - calls == (1 if row is card else 2)
    return times[0], times[1], times[2], times[3]


def _tidy(*files: Path) -> None:
    for file in files:
        with sqlite3.connect(file) as database:
            for statement in _TIDY:
                database.execute(statement)


def _seen(file: Path) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return the tallies that a save enters, of counties and of pairs, and a card's stored form."""
    with sqlite3.connect(file) as database:
        windows, pair_windows = (
            tuple(window for (window,) in database.execute(str(select(table.c.window).distinct())))
            for table in (tally, pair_tally)
        )
        (payload,) = database.execute("SELECT payload FROM draft LIMIT 1").fetchone()
    return windows, pair_windows, payload


def _counts(file: Path) -> dict[str, int]:
    """Return the rows of every table, what the tallies count, and how many contacts are credited."""
    with sqlite3.connect(file) as database:
        counts = {table.name: str(select(func.count()).select_from(table)) for table in TABLES}
        counted = {name: database.execute(count).fetchone()[0] for name, count in counts.items()}
        for table in (tally, pair_tally):
            (tallied,) = database.execute(str(select(func.sum(table.c.contacts)))).fetchone()
            counted[f"{table.name} contacts"] = tallied
        (credited,) = database.execute("SELECT count(pairing_id) FROM contact").fetchone()
    return {**counted, "credited": credited}
