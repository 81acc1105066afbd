"""One worker a lane: updates of a chat in their order, chats beside each other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from storage import InboxRow

FULL = 2_000
"""So many updates may wait in memory; what comes on top waits with Telegram."""


class Lanes:
    """Hands each update to `work`, which does not raise. A lane without updates costs nothing."""

    def __init__(self, work: Callable[[InboxRow], Awaitable[None]]) -> None:
        self._work = work
        self._queues: dict[str, deque[InboxRow]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._closing = False
        self._room = asyncio.Event()
        self._room.set()
        self._idle = asyncio.Event()
        self._idle.set()

    def put(self, rows: Iterable[InboxRow]) -> None:
        """Queue updates in their order."""
        for row in rows:
            self._waiting += 1
            if queue := self._queues.get(row.lane):
                queue.append(row)
            else:
                self._open(row)
        self._signal()

    def held(self) -> set[int]:
        """Return the ids of all updates at work or waiting here."""
        return {row.update_id for queue in self._queues.values() for row in queue}

    async def room(self) -> None:
        """Wait until there is room for more."""
        await self._room.wait()

    async def idle(self) -> None:
        """Wait until everything queued was worked through."""
        await self._idle.wait()

    async def close(self, seconds: float) -> None:
        """Let every lane finish the update at hand, for so many seconds; the rest is for the next start."""
        self._closing = True
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _open(self, row: InboxRow) -> None:
        self._queues[row.lane] = deque([row])
        task = asyncio.create_task(self._run(row.lane), name=f"lane {row.lane}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, lane: str) -> None:
        queue = self._queues[lane]
        while queue and not self._closing:
            await self._work(queue[0])
            queue.popleft()
            self._waiting -= 1
            self._signal()
        del self._queues[lane]

    def _signal(self) -> None:
        _set(self._room, on=self._waiting < FULL)
        _set(self._idle, on=not self._waiting)


def _set(event: asyncio.Event, *, on: bool) -> None:
    if on:
        event.set()
    else:
        event.clear()
