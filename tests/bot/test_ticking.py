"""The ticker runs its work at once, at each tick and when poked; whatever fails, it goes on."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from bot.ticking import Ticker

NEVER = 3600.0
PATIENCE = 10.0


class Work:
    """Counts its runs and ends the test when there were enough."""

    def __init__(self, enough: int) -> None:
        self.runs = 0
        self.enough = enough
        self.done = asyncio.Event()
        self.during: Callable[[int], None] = lambda _run: None

    async def __call__(self) -> None:
        self.runs += 1
        self.during(self.runs)
        if self.runs >= self.enough:
            self.done.set()


async def ticked(ticker: Ticker, work: Work) -> None:
    running = asyncio.create_task(ticker.run())
    async with asyncio.timeout(PATIENCE):
        await work.done.wait()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_it_ticks() -> None:
    work = Work(enough=3)
    await ticked(Ticker(work, seconds=0.01), work)
    assert work.runs >= 3


async def test_the_first_run_waits_for_no_tick() -> None:
    work = Work(enough=1)
    await ticked(Ticker(work, NEVER), work)
    assert work.runs == 1


async def test_a_poke_during_a_run_leads_to_another() -> None:
    work = Work(enough=2)
    ticker = Ticker(work, NEVER)
    work.during = lambda run: ticker.poke() if run == 1 else None
    await ticked(ticker, work)
    assert work.runs == 2


async def test_it_outlives_what_fails() -> None:
    work = Work(enough=2)
    ticker = Ticker(work, NEVER)

    def fail(run: int) -> None:
        if run == 1:
            ticker.poke()
            raise OSError

    work.during = fail
    await ticked(ticker, work)
    assert work.runs == 2
