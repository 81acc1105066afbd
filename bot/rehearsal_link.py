"""The rehearsal's side channel: its clock is the bot's clock, and it hears what the bot is done with."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.pauses import Pauses
from bot.timeline import Timeline

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
CatchUp = Callable[[datetime | None], Awaitable[datetime | None]]


class RehearsalLink:
    """Follows the clock of the rehearsal server at `url` (no slash at its end)."""

    def __init__(self, url: str, timeline: Timeline, pauses: Pauses) -> None:
        self._url = f"{url}/rehearsal"
        self._timeline = timeline
        self._pauses = pauses
        self._session: ClientSession | None = None
        self._version = -1
        self._worked_to: datetime | None = None

    async def open(self) -> None:
        """Take over the clock; wait for the server as long as it takes."""
        self._session = ClientSession(timeout=ClientTimeout(total=POLL_SECONDS + 10))
        attempt = 0
        while not await self.refresh():
            attempt += 1
            await asyncio.sleep(self._pauses.before(attempt))

    async def close(self) -> None:
        """End the connection."""
        if self._session is not None:
            await self._session.close()

    async def refresh(self) -> bool:
        """Take over the clock as it is now; return whether the server answered."""
        return await self._tried(self._clock())

    async def run(self, catch_up: CatchUp) -> None:
        """Follow the clock for ever: work through what is due, say so, wait until it is moved again."""
        failures = 0
        while True:
            try:
                await self._follow(catch_up)
                failures = 0
            except (ClientError, TimeoutError) as error:
                failures += 1
                log.warning("rehearsal_out_of_reach", error=type(error).__name__)
                await asyncio.sleep(self._pauses.before(failures))

    async def settled(self, update_id: int) -> None:
        """Tell that an update was worked through to its end."""
        await self._tried(self._call("POST", "settled", json={"update_id": update_id}))

    async def _follow(self, catch_up: CatchUp) -> None:
        state = await self._clock(after=self._version, wait=POLL_SECONDS)
        due = await catch_up(self._worked_to)
        report = {"version": state["version"], "next_due": due and due.isoformat()}
        await self._call("POST", "clock/reached", json=report)
        self._version, self._worked_to = state["version"], datetime.fromisoformat(state["now"])

    async def _clock(self, **query: int) -> dict[str, Any]:
        state = await self._call("GET", "clock", params=query)
        moments = [(datetime.fromtimestamp(real, UTC), offset) for real, offset in state["journal"]]
        self._timeline.replace(moments)
        return state

    async def _call(self, verb: str, path: str, **given: Any) -> dict[str, Any]:
        if self._session is None:
            raise RuntimeError("the link is not open")
        async with self._session.request(verb, f"{self._url}/{path}", **given) as answer:
            answer.raise_for_status()
            body: dict[str, Any] = await answer.json()
            return body

    async def _tried(self, call: Awaitable[object]) -> bool:
        try:
            await call
        except (ClientError, TimeoutError) as error:
            log.warning("rehearsal_out_of_reach", error=type(error).__name__)
            return False
        return True
