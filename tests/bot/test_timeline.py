"""Campaign time runs beside real time, is moved on by the journal, and never goes back."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.starting import start_clock
from bot.timeline import CampaignClock, Journal, Timeline, entry_for
from storage import open_database
from storage.migrate import upgrade

REAL = datetime(2026, 11, 22, 12, tzinfo=UTC)
START = datetime(2023, 2, 20, 0, 30, tzinfo=UTC)
SECONDS = st.floats(0.001, 40 * 86400.0)


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """Entries in the order of time, each moving the campaign on."""
    steps = draw(st.lists(st.tuples(SECONDS, SECONDS), min_size=1, max_size=6))
    first = draw(st.floats(-2e8, 2e8))
    reals = accumulate((step for step, _ in steps), initial=0.0)
    offsets = accumulate((step for _, step in steps), initial=first)
    return [(REAL + timedelta(seconds=r), o) for r, o in zip(reals, offsets, strict=True)]


@given(journals(), st.lists(st.floats(-1e6, 1e7), min_size=2))
def test_later_is_never_earlier(journal: Journal, seconds: list[float]) -> None:
    timeline = Timeline(journal)
    moments = [timeline.at(REAL + timedelta(seconds=s)) for s in sorted(seconds)]
    assert all(before <= after for before, after in pairwise(moments))


@given(journals(), st.lists(st.integers(-(10**6), 10**7), min_size=2))
def test_message_dates_keep_their_order_too(journal: Journal, seconds: list[int]) -> None:
    timeline = Timeline(journal)
    moments = [timeline.within(REAL + timedelta(seconds=s)) for s in sorted(seconds)]
    assert all(before <= after for before, after in pairwise(moments))


@given(journals(), st.floats(-1e6, 1e7))
def test_a_message_is_dated_within_a_second_of_its_moment(journal: Journal, seconds: float) -> None:
    # Unless the clock was moved within that second: then it counts as written after the move.
    real = REAL + timedelta(seconds=seconds)
    second = real.replace(microsecond=0)
    timeline = Timeline(journal)
    moved = any(second < at <= second + timedelta(seconds=1) for at, _ in journal)
    assert moved or timedelta() <= timeline.at(real) - timeline.within(second) < timedelta(seconds=1)


def test_without_a_journal_it_is_the_real_clock() -> None:
    clock = CampaignClock(Timeline(), lambda: REAL)
    assert clock.now() == REAL


def test_what_the_clock_said_before_its_journal_was_known_does_not_hold_it() -> None:
    clock = CampaignClock(Timeline(), lambda: REAL)
    assert clock.now() == REAL
    clock.start([(REAL, (START - REAL).total_seconds())])
    assert clock.now() == START


def test_a_move_within_a_message_s_second_dates_it_at_the_move() -> None:
    moved_at = REAL + timedelta(milliseconds=300)
    timeline = Timeline([(REAL - timedelta(days=1), 0.0), (moved_at, 86400.0)])
    assert timeline.within(REAL) == moved_at + timedelta(days=1)
    assert timeline.within(REAL - timedelta(seconds=1)) == REAL - timedelta(seconds=1)


def test_what_was_written_before_the_first_entry_is_shifted_like_the_rest() -> None:
    offset = (START - REAL).total_seconds()
    assert Timeline([(REAL, offset)]).at(REAL - timedelta(hours=1)) == START - timedelta(hours=1)


def test_the_clock_stands_rather_than_going_back() -> None:
    timeline = Timeline([(REAL, 100.0)])
    clock = CampaignClock(timeline, lambda: REAL)
    later = clock.now()
    timeline.replace([(REAL, 40.0)])
    assert clock.now() == later


@pytest.mark.parametrize(
    ("wanted", "moves"),
    [(None, False), (START, True), (START - timedelta(days=1), False), (START + timedelta(days=1), True)],
)
def test_a_start_moves_the_clock_on_but_never_back(wanted: datetime | None, moves: bool) -> None:
    journal: Journal = [(REAL - timedelta(hours=2), (START - REAL).total_seconds() - 3600.0)]
    entry = entry_for(wanted, journal, REAL)
    assert (entry is not None) is moves
    if entry is not None:
        assert Timeline([*journal, entry]).at(REAL) == wanted


def test_the_kept_clock_goes_on_after_a_restart(database_url: str) -> None:
    upgrade(database_url)
    database = open_database(database_url)
    first = database.write(lambda unit: start_clock(unit, START, REAL), REAL)
    assert (Timeline(first.journal).at(REAL), first.moved_from) == (START, None)
    hour = timedelta(hours=1)
    again = database.write(lambda unit: start_clock(unit, START, REAL + hour), REAL)
    assert (Timeline(again.journal).at(REAL + hour), again.moved_from) == (START + hour, None)
    unset = database.write(lambda unit: start_clock(unit, None, REAL + hour), REAL)
    assert Timeline(unset.journal).at(REAL + hour) == START + hour
    week = timedelta(days=7)
    moved = database.write(lambda unit: start_clock(unit, START + week, REAL + hour), REAL)
    assert (Timeline(moved.journal).at(REAL + hour), moved.moved_from) == (START + week, START + hour)
    database.close()


def test_an_install_without_a_set_moment_lives_in_real_time(sqlite_url: str) -> None:
    upgrade(sqlite_url)
    database = open_database(sqlite_url)
    assert database.write(lambda unit: start_clock(unit, None, REAL), REAL).journal == []
    database.close()
