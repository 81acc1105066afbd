"""From the inbox to the answer: handle an update, mark it as answered, try again what failed in passing."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

import orjson
import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.apologies import GAVE_UP, STORE_IS_FULL, Apologies
from bot.arrivals import message_of, sender_of
from bot.conversation import Conversations, Scratch
from bot.desk import UpdateDesk
from bot.faults import reached
from bot.gate import is_passing
from bot.pauses import Pauses
from bot.readers import Readers
from bot.settling import Settler
from bot.threads import Threads
from bot.timeline import CampaignClock
from digests.atlas import Charts
from storage import InboxRow, StoreBusy, StoreFault, StoreFull, Unit

log = structlog.get_logger(__name__)

TRIES = 3
"""An update at which the program itself fails is given up after so many tries."""


# A token is mended by a person; what was typed waits for that. The receiver ends the program.
_TOKEN_REFUSED = (TelegramUnauthorizedError, TelegramNotFound)


class Closing(Exception):  # noqa: N818 - a way out, not a fault
    """The program ends; the update stays for the next start."""


@dataclass(frozen=True, slots=True)
class Office:
    """What every update is handled with."""

    bot: Bot
    dispatcher: Dispatcher
    threads: Threads
    clock: CampaignClock
    readers: Readers
    conversations: Conversations
    default_campaign: str
    charts: Charts | None = None


class Worker:
    """Handles one update after the other of a lane; never raises.

    on_change: called when an update committed something. on_settled: awaited at the end of each update.
    """

    def __init__(
        self,
        office: Office,
        pauses: Pauses,
        on_change: Callable[[], None],
        on_settled: Callable[[int], Awaitable[None]],
    ) -> None:
        self._office = office
        self._pauses = pauses
        self._on_change = on_change
        self._on_settled = on_settled
        self._settler = Settler(office.threads)
        self._apologies = Apologies(office.bot, office.threads)
        self._closing = asyncio.Event()

    def close(self) -> None:
        """End every pause: what waits to be tried again is left for the next start."""
        self._closing.set()

    async def work(self, row: InboxRow) -> None:
        """Handle an update to its end, or leave it in the inbox when the program ends first."""
        with structlog.contextvars.bound_contextvars(update=row.update_id):
            try:
                await self._to_its_end(row)
            except Closing:
                log.info("update_left_for_the_next_start")
            except Exception:  # a lane must go on
                log.exception("update_left_for_the_next_start")

    async def _to_its_end(self, row: InboxRow) -> None:
        told = False
        desk = self._desk(row)
        for attempt in count(1):
            try:
                if attempt > 1:
                    desk = await self._desk_again(row, desk)
                if await self._try(row, desk):
                    return
            except StoreFault as error:
                log.warning("store_unwilling", error=type(error).__name__, attempt=attempt)
                if not told:
                    await self._apologies.say(row.payload, STORE_IS_FULL)
                told = True
            await self._pause(attempt)

    async def _try(self, row: InboxRow, desk: UpdateDesk) -> bool:
        try:
            async with self._office.conversations.update() as scratch:
                await self._handle(row, desk)
        except (StoreFull, StoreBusy):
            raise
        except Exception as error:  # noqa: BLE001 - whatever a handler raises
            return await self._give_up(row, error)
        finally:
            if desk.changed:
                self._on_change()
        await self._settle(row, desk, scratch)
        await self._on_settled(row.update_id)
        return True

    def _desk(self, row: InboxRow, *, repeated: bool = False) -> UpdateDesk:
        office, payload = self._office, orjson.loads(row.payload)
        return UpdateDesk(
            threads=office.threads,
            readers=office.readers,
            bot_id=office.bot.id,
            update_id=row.update_id,
            telegram_id=sender_of(payload).get("id", 0),
            now=office.clock.now(),
            written_at=row.written_at,
            default_campaign=office.default_campaign,
            repeated=repeated or row.done,
            source=message_of(payload),
            charts=office.charts,
        )

    async def _desk_again(self, row: InboxRow, last: UpdateDesk) -> UpdateDesk:
        """Return the desk of another try: a commit may be there although its answer was lost."""
        left = await self._office.threads.read(lambda unit: unit.inbox.pending(last.bot_id))
        done = any(item.done for item in left if item.update_id == row.update_id)
        return self._desk(row, repeated=last.repeated or last.changed or done)

    async def _handle(self, row: InboxRow, desk: UpdateDesk) -> None:
        reached("before-handler")
        office = self._office
        update = Update.model_validate(orjson.loads(row.payload), context={"bot": office.bot})
        try:
            await office.dispatcher.feed_update(office.bot, update, desk=desk)
        except (TelegramForbiddenError, TelegramMigrateToChat) as error:
            log.warning("answer_refused", error=type(error).__name__)

    async def _settle(self, row: InboxRow, desk: UpdateDesk, scratch: Scratch) -> None:
        reached("before-settle")
        for attempt in count(1):
            try:
                await self._settler.settle(lambda unit: self._mark(unit, row, desk, scratch))
                break
            except StoreFault as error:
                log.warning("store_unwilling", error=type(error).__name__, attempt=attempt)
                await self._pause(attempt)
            except Exception:
                if not desk.afterwards:
                    raise
                log.exception("afterthought_dropped")
                desk.afterwards.clear()
        self._office.conversations.remember(scratch)
        reached("after-settle")

    def _mark(self, unit: Unit, row: InboxRow, desk: UpdateDesk, scratch: Scratch) -> None:
        for action in desk.afterwards:
            action(unit)
        scratch.write(unit)
        unit.inbox.mark_answered(desk.bot_id, row.update_id)

    async def _give_up(self, row: InboxRow, error: Exception) -> bool:
        if isinstance(error, _TOKEN_REFUSED):
            log.error("token_refused")
            return False
        if isinstance(error, TelegramRetryAfter) or is_passing(error):
            log.warning("telegram_unwilling", error=type(error).__name__)
            return False
        log.error("update_failed", exc_info=error)
        bot_id = self._office.bot.id
        failures = await self._office.threads.write(
            lambda unit: unit.inbox.note_failure(bot_id, row.update_id)
        )
        if failures < TRIES:
            return False
        await self._apologies.say(row.payload, GAVE_UP)
        await self._office.threads.write(lambda unit: unit.inbox.bury(bot_id, row.update_id))
        await self._on_settled(row.update_id)
        return True

    async def _pause(self, attempt: int) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), self._pauses.before(attempt))
        if self._closing.is_set():
            raise Closing
