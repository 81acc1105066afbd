"""Bots that die at a given step, and whoever starts the next one at once."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any, NamedTuple

KILLED = -signal.SIGKILL


class Kill(NamedTuple):
    """Die at the n-th pass of a fault point, or of any when it is None; 0 is never."""

    nth: int
    point: str | None = None


NEVER = Kill(0)


@asynccontextmanager
async def nursery() -> AsyncIterator[Process]:
    """Start the process that forks bots; its first fork waits until it has imported everything."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.nursery", stdin=PIPE, stdout=PIPE
    )
    try:
        yield process
    finally:
        await process.communicate(b"")


class Mortals:
    """One bot after the other; the n-th dies at the n-th of `kills`, those after the last live on."""

    def __init__(self, nursery: Process, api_url: str, database_url: str, kills: Iterable[Kill]) -> None:
        self._nursery = nursery
        self._addresses = {"api_url": api_url, "database_url": database_url}
        self._kills: Iterator[Kill] = iter(kills)
        self._ending = False
        self._pid: int | None = None
        self.died_at: list[str] = []

    @asynccontextmanager
    async def alive(self) -> AsyncIterator[None]:
        """Keep a bot alive within the block; end the last one gently after it."""
        supervisor = asyncio.create_task(self._supervise())
        try:
            yield
        finally:
            self._ending = True
            self._end_gently()
            await supervisor

    async def _supervise(self) -> None:
        while not self._ending:
            await self._one_life()

    async def _one_life(self) -> None:
        order = {**self._addresses, **next(self._kills, NEVER)._asdict()}
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(json.dumps(order).encode() + b"\n")
        self._pid = (await self._heard())["pid"]
        if self._ending:
            self._end_gently()
        end = await self._heard()
        self._pid = None
        if end["code"] == KILLED:
            self.died_at.append(end["died_at"])
        else:
            assert self._ending, end
            assert end["code"] in {0, -signal.SIGTERM}, end

    def _end_gently(self) -> None:
        if self._pid is not None:
            with suppress(ProcessLookupError):  # it has died just now
                os.kill(self._pid, signal.SIGTERM)

    async def _heard(self) -> dict[str, Any]:
        assert self._nursery.stdout is not None
        answer: dict[str, Any] = json.loads(await self._nursery.stdout.readline())
        return answer
