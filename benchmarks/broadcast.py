"""A digest to many groups at Telegram's own limits, against the least time that those allow.

The post is a stand-in that answers after 20 ms and counts like Telegram at its strictest; sender, outbox
and gate are the program's. Meanwhile somebody is answered twice a second.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks import world
from benchmarks.ratio import Ratio, compare
from bot.gate import Gate
from bot.outcomes import Message, Outcome, Sent
from bot.pacing import OVERALL, Priority
from bot.sender import Sender
from bot.threads import Threads
from bot.timeline import CampaignClock, Timeline, real_now
from digests.messages import OutMessage
from storage import Unit
from storage.database import open_database
from tests.bot.strict import StrictTelegram

MANY, FEW = 2000, 300
WAY = 0.02
SOMEBODY = 5
WORDS = OutMessage("x" * 200)
LONGEST_ANSWER = 1000.0


class StandIn:
    """A `bot.outcomes.Post` without a network."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self.telegram = StrictTelegram()

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        """Send when it is the chat's turn."""
        assert topic_id is None
        assert message.text
        async with self._gate.passage(chat_id, 1, Priority.BROADCAST):
            await on_turn()
            await self._arrive(chat_id)
        return Sent(1)

    async def answer(self) -> float:
        """Answer somebody; return the milliseconds he waited."""
        started = time.perf_counter()
        async with self._gate.passage(SOMEBODY, 1, Priority.ANSWER):
            await self._arrive(SOMEBODY)
        return (time.perf_counter() - started) * 1000

    async def _arrive(self, chat_id: int) -> None:
        await asyncio.sleep(WAY / 2)
        self.telegram.receive(asyncio.get_running_loop().time(), chat_id)
        await asyncio.sleep(WAY / 2)


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """The whole of it, and the longest that somebody waited for his answer meanwhile."""
    groups = FEW if quick else MANY
    url = f"sqlite:///{folder / 'broadcast.sqlite3'}"
    world.build(url, world.SMALL)
    seconds, longest, messages, refused = asyncio.run(_sent(url, groups))
    assert not refused, refused
    least = (messages - OVERALL.most) / OVERALL.most * OVERALL.span
    yield compare(f"a digest to {groups:,} groups (s)", 1.1, [seconds], [least])
    yield compare(
        "the longest wait for an answer meanwhile (ms), of what it may be", 1.0, [longest], [LONGEST_ANSWER]
    )


async def _sent(url: str, groups: int) -> tuple[float, float, int, list[str]]:
    clock = CampaignClock(Timeline(), real_now)
    threads = Threads(open_database(url), clock)
    post = StandIn(Gate())
    sender = Sender(threads, clock, post, {"plain": _rendered})

    def owe(unit: Unit) -> None:
        for group in range(groups):
            unit.outbox.owe(f"bench:{group}", -1 - group, "plain", {}, unit.now)

    await threads.write(owe)
    work = asyncio.create_task(sender.run())
    started = time.perf_counter()
    talk = asyncio.create_task(_conversation(post))
    await sender.idle()
    seconds = time.perf_counter() - started
    talk.cancel()
    work.cancel()
    longest, *_ = await asyncio.gather(talk, work, return_exceptions=True)
    threads.close()
    assert isinstance(longest, float)
    return seconds, longest, len(post.telegram.arrived), post.telegram.violations()


async def _conversation(post: StandIn) -> float:
    """Somebody is answered twice a second until it is over; return the longest wait."""
    longest = 0.0
    try:
        while True:
            await asyncio.sleep(0.5)
            longest = max(longest, await post.answer())
    except asyncio.CancelledError:
        return longest


def _rendered(_kind: str, _payload: Mapping[str, Any]) -> OutMessage:
    return WORDS
