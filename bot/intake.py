"""From Telegram into the inbox: one commit a batch, then each update into its lane."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.apologies import STORE_IS_FULL, Apologies
from bot.arrivals import arrival
from bot.faults import reached
from bot.lanes import Lanes
from bot.threads import Threads
from bot.timeline import CampaignClock
from storage import Arrival, InboxRow, StoreFault, Unit


class Intake:
    """Keeps batches; who wrote what the store cannot take is told so, once an update.

    refresh: brings the clock up to date before moments are taken; it does not raise.
    """

    def __init__(
        self,
        bot_id: int,
        threads: Threads,
        clock: CampaignClock,
        lanes: Lanes,
        *,
        apologies: Apologies,
        refresh: Callable[[], Awaitable[None]],
    ) -> None:
        self._bot_id = bot_id
        self._threads = threads
        self._clock = clock
        self._lanes = lanes
        self._apologies = apologies
        self._refresh = refresh
        self._told: set[int] = set()
        self._highest = 0

    async def resume(self) -> None:
        """Take up what an earlier run left unanswered."""
        self._highest, rows = await self._threads.read(self._left)
        self._lanes.put(rows)

    async def keep(self, batch: list[dict[str, Any]]) -> None:
        """Store a batch durably and queue what is new in it; raise StoreFault when it could not be stored."""
        await self._lanes.room()
        await self._refresh()
        arrivals = [arrival(raw, self._clock) for raw in batch]
        again = {item.update_id for item in arrivals if item.update_id <= self._highest}
        held = self._lanes.held() if again else set()
        try:
            still_open = await self._threads.write(lambda unit: self._receive(unit, arrivals, again))
        except StoreFault:
            await self._say_so(arrivals)
            raise
        reached("received-after-commit")
        self._told.clear()
        self._highest = max(self._highest, *(item.update_id for item in arrivals))
        old = (again - still_open) | held
        self._lanes.put(_row(item) for item in arrivals if item.update_id not in old)

    def _left(self, unit: Unit) -> tuple[int, Sequence[InboxRow]]:
        return unit.inbox.last_update_id(self._bot_id) or 0, unit.inbox.pending(self._bot_id)

    def _receive(self, unit: Unit, arrivals: list[Arrival], again: set[int]) -> set[int]:
        """Return which of the updates that may have come before still want work."""
        unit.inbox.receive(self._bot_id, arrivals)
        reached("received-before-commit")
        return {row.update_id for row in unit.inbox.pending(self._bot_id)} if again else set()

    async def _say_so(self, arrivals: list[Arrival]) -> None:
        for item in arrivals:
            if item.update_id not in self._told:
                self._told.add(item.update_id)
                await self._apologies.say(item.payload, STORE_IS_FULL)


def _row(item: Arrival) -> InboxRow:
    return InboxRow(*item, attempts=0, done=False)
