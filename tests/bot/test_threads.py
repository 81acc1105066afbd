"""Threads end before the connections do, whatever is still under way."""

import asyncio
import threading

import pytest

from bot.threads import Threads
from bot.timeline import CampaignClock, Timeline, real_now
from tests.bot.stores import opened


async def test_a_drawing_that_reads_late_is_waited_for(filled: str) -> None:
    threads = Threads(opened(filled), CampaignClock(Timeline(), real_now))
    begun, go = threading.Event(), threading.Event()
    loaded: list[list[str]] = []

    def draw() -> None:
        begun.set()
        go.wait()
        loaded.append(threads.database.read(lambda unit: list(unit.campaigns.all()), real_now()))

    drawing = asyncio.create_task(threads.draw(draw))
    await asyncio.to_thread(begun.wait)
    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing
    go.set()
    threads.close()
    assert loaded == [["jiujiang-2022-demo"]]
    assert threads.database.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
