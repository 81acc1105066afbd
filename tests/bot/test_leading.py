"""Two processes with one token and one database: one works, the other waits for its end, or is sent away."""

import asyncio
import io
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.leading import AlreadyRunning, Leading, Replaced
from bot.pauses import Pauses
from tests.bot.cli.test_run import PATIENCE, started
from tests.bot.stubborn import Stubborn
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ANNA, small_world


async def says(process: Process, words: bytes) -> None:
    assert process.stderr
    said = b""
    while words not in said:
        said += (line := await process.stderr.readline())
        assert line, said


@asynccontextmanager
async def bots(rehearsal: Rehearsal, url: str) -> AsyncIterator[tuple[Process, Process]]:
    """Two processes, the second begun once the first has started."""
    first = await started(rehearsal.url, url, small_world().token)
    processes = [first]
    try:
        await says(first, b"campaign_time")
        processes.append(second := await started(rehearsal.url, url, small_world().token))
        yield first, second
    finally:
        for process in processes:
            with suppress(ProcessLookupError):
                process.kill()
            await process.communicate()


async def test_the_second_takes_over_when_the_first_dies(tmp_path: Path, filled_postgres: str) -> None:
    async with (
        rehearsing(tmp_path, small_world(flood=False)) as rehearsal,
        asyncio.timeout(PATIENCE),
        bots(rehearsal, filled_postgres) as (first, second),
    ):
        await says(second, b"standing_by")
        anna = Stubborn(rehearsal.player(ANNA))
        await anna.says("/my", "我联系的县")
        first.kill()
        await says(second, b"taking_over")
        await anna.says("/uncovered", "未登记联系的县")


async def test_a_second_one_on_a_file_says_so_and_ends(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, small_world(flood=False)) as rehearsal,
        asyncio.timeout(PATIENCE),
        bots(rehearsal, filled_sqlite) as (_, second),
    ):
        _, said = await second.communicate()
        assert second.returncode == 1
        assert "另一个 liaison run 正在用这个数据库" in said.decode()
        assert "Traceback" not in said.decode()
        await Stubborn(rehearsal.player(ANNA)).says("/my", "我联系的县")


class Played:
    """A lease that answers as it is told: whether it is got, or that nobody can tell."""

    def __init__(self, *answers: bool | DBAPIError, shared: bool = True) -> None:
        self.shared = shared
        self._answers = list(answers)

    def take(self) -> bool:
        answer = self._answers.pop(0)
        if isinstance(answer, DBAPIError):
            raise answer
        return answer

    def held(self) -> bool:
        return False

    def close(self) -> None:
        self._answers.clear()


AWAY = OperationalError("", None, Exception())
AT_ONCE = Pauses(0.0, 0.0)


async def test_who_stands_by_outlasts_a_database_that_is_away(logged: io.StringIO) -> None:
    beats: list[int] = []
    played = Played(False, AWAY, False, True)
    await Leading(played, lambda: beats.append(1), AT_ONCE).begin()
    assert len(beats) == 3
    assert [event in logged.getvalue() for event in ("standing_by", "lease_out_of_reach", "taking_over")] == [
        True,
        True,
        True,
    ]


async def test_a_database_that_is_away_at_the_start_is_said_at_once() -> None:
    with pytest.raises(OperationalError):
        await Leading(Played(AWAY), lambda: None, AT_ONCE).begin()
    with pytest.raises(AlreadyRunning):
        await Leading(Played(False, shared=False), lambda: None, AT_ONCE).begin()


async def test_a_leader_whose_place_was_taken_ends() -> None:
    leading = Leading(Played(AWAY, True, AWAY, False), lambda: None, AT_ONCE, look=0.0)
    with pytest.raises(Replaced):
        await leading.keep()
