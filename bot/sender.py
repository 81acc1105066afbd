"""Delivers the outbox: each chat's messages in their order, the chats beside each other."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

import structlog

from bot.faults import reached
from bot.outcomes import TOO_MANY, Form, Later, Message, Moved, Outcome, Post, Refused, Sent, TopicGone
from bot.pauses import Pauses
from bot.threads import Threads
from bot.undeliverable import give_up, lessened, slowed
from bot.waking import wakes_at
from campaign.actions.topics import topic_gone
from campaign.clock import Clock
from storage import StoreBusy, StoreFault, StoreFull, Unit
from storage.outbox import OutboxRow

log = structlog.get_logger(__name__)

Renderer = Callable[[str, Mapping[str, Any]], Message]
LONGEST_REST = 30.0
"""Seconds after which the outbox is looked at even when nobody poked: others may write to it."""
_LOOK = 500
_GRACE = 3.0
_PAUSES = Pauses(first=1.0, longest=600.0)


class Sender:
    """Sends what is owed. `renderers` make a message of (kind, payload); each runs in a thread."""

    def __init__(
        self,
        threads: Threads,
        clock: Clock,
        post: Post,
        renderers: Mapping[str, Renderer],
        pauses: Pauses = _PAUSES,
        *,
        alarmed: str | None = None,
    ) -> None:
        self._threads = threads
        self._clock = clock
        self._post = post
        self._renderers = renderers
        self._pauses = pauses
        self._alarmed = alarmed
        self._poked = asyncio.Event()
        self._idle = asyncio.Event()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._put_off_until: dict[int, datetime] = {}
        self._walked_from: datetime | None = None
        self._closing = False

    def poke(self) -> None:
        """Say that something may have become due."""
        self._idle.clear()
        self._poked.set()

    async def idle(self, walked_from: datetime | None = None) -> None:
        """Wait until everything that is due by now was tried.

        walked_from: where a clock stood that was moved on; what fell due on its way counts as sent then.
        """
        self._walked_from = walked_from
        self.poke()
        await self._idle.wait()
        self._walked_from = None

    async def run(self) -> None:
        """Deliver for ever. Cancelled, it lets the calls under way end, so that their outcome is known."""
        try:
            while True:
                self._poked.clear()
                await self._rest(await self._looked())
        finally:
            await self._close()

    async def _close(self) -> None:
        self._closing = True
        if tasks := list(self._busy.values()):
            await asyncio.wait(tasks, timeout=_GRACE)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _looked(self) -> float:
        try:
            return await self._start_due()
        except StoreFault as error:
            log.warning("outbox_out_of_reach", error=type(error).__name__)
            return LONGEST_REST

    async def _start_due(self) -> float:
        """Start a task for every chat that something is due for; return the seconds to the next moment."""
        # A chat that is done while the outbox is read may stand there as it was: it gets the next look.
        busy = set(self._busy)
        now = self._clock.now()
        rows, following = await self._threads.read(
            lambda unit: (unit.outbox.due(now, _LOOK), unit.outbox.next_due())
        )
        by_chat: dict[int, list[OutboxRow]] = {}
        for row in rows:
            by_chat.setdefault(row.chat_id, []).append(row)
        for chat_id in by_chat.keys() - busy:
            self._busy[chat_id] = asyncio.create_task(self._deliver_in_order(chat_id, by_chat[chat_id]))
        if not self._busy and not self._poked.is_set():
            self._idle.set()
        return LONGEST_REST if self._busy or not following else (following - now).total_seconds()

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(min(max(0.0, seconds), LONGEST_REST)):
                await self._poked.wait()
        except TimeoutError:
            pass

    async def _deliver_in_order(self, chat_id: int, rows: list[OutboxRow]) -> None:
        try:
            until = self._put_off_until.pop(chat_id, None)
            if until and until > self._clock.now():  # what came later does not overtake what was put off
                await self._hold(chat_id, rows, until)
            else:
                await self._deliver_each(chat_id, rows)
        except Exception:  # what is marked as tried stays uncertain; the others must go on
            log.exception("delivery_interrupted")
            await asyncio.sleep(self._pauses.first)
        finally:
            self._busy.pop(chat_id)
            self.poke()

    async def _deliver_each(self, chat_id: int, rows: list[OutboxRow]) -> None:
        for place, row in enumerate(rows):
            if self._closing:
                return
            if until := await self._deliver(row):
                await self._hold(chat_id, rows[place + 1 :], until)
                return

    async def _deliver(self, row: OutboxRow) -> datetime | None:
        """Try once and note the outcome; return until when the chat must wait, None when it went through.

        In quiet hours it is held back alone: what answers somebody awake may follow it.
        """
        if await self._asleep(row):
            return None
        message = await self._rendered(row)
        if message is None:
            await self._write(lambda unit: give_up(unit, row, "render", gone=False, alarmed=self._alarmed))
            return None
        outcome = await self._post.send(row.chat_id, row.topic_id, message, lambda: self._mark_trying(row))
        reached("outbox-after-send")
        until = await self._note(row, outcome)
        reached("outbox-after-record")
        return until

    async def _asleep(self, row: OutboxRow) -> bool:
        moment, walked_from = self._clock.now(), self._walked_from
        if walked_from and row.not_before > walked_from:
            moment = row.not_before
        until = await self._threads.read(lambda unit: wakes_at(unit, row, moment))
        if until is None:
            return False
        log.info("message_waits_for_morning", row=row.id, kind=row.kind)
        await self._write(lambda unit: unit.outbox.hold(row.id, until))
        return True

    async def _rendered(self, row: OutboxRow) -> Message | None:
        try:
            return await self._threads.draw(partial(self._renderers[row.kind], row.kind, row.payload))
        except StoreFault:
            raise
        except Exception:  # whatever a message trips over must not hold up the others
            log.exception("message_not_rendered", kind=row.kind, row=row.id)
            return None

    async def _mark_trying(self, row: OutboxRow) -> None:
        if row.uncertain:
            log.warning("possible_double", row=row.id, kind=row.kind)
        await self._write(lambda unit: unit.outbox.mark_trying(row.id))
        reached("outbox-before-send")

    async def _note(self, row: OutboxRow, outcome: Outcome) -> datetime | None:
        match outcome:
            case Sent():
                await self._arrived(row, outcome)
                return None
            case Refused(reason, gone):
                log.error("message_refused", row=row.id, kind=row.kind, reason=reason)
                await self._record(lambda unit: give_up(unit, row, reason, gone=gone, alarmed=self._alarmed))
                return None
            case Moved(new_chat):
                return await self._follow(row, new_chat)
            case TopicGone():
                return await self._leave_topic(row)
            case Later():
                return await self._put_off(row, outcome)

    async def _arrived(self, row: OutboxRow, sent: Sent) -> None:
        def arrived(unit: Unit) -> None:
            unit.outbox.mark_sent(row.id, sent.message_id)
            if sent.form is not Form.WHOLE:
                lessened(unit, row, self._alarmed)

        if sent.form is not Form.WHOLE:
            log.warning("picture_refused", row=row.id, kind=row.kind, form=sent.form)
        await self._record(arrived)

    async def _follow(self, row: OutboxRow, new_chat: int) -> datetime:
        now = self._clock.now()

        def follow(unit: Unit) -> None:
            unit.outbox.mark_retry(row.id, now, "moved")
            unit.outbox.moved_chat(row.chat_id, new_chat)

        await self._record(follow)
        log.info("group_moved", row=row.id)
        return now

    async def _leave_topic(self, row: OutboxRow) -> datetime:
        now = self._clock.now()

        def leave(unit: Unit) -> None:
            unit.outbox.mark_retry(row.id, now, "topic")
            topic_gone(unit, row.chat_id, str(row.id))

        await self._record(leave)
        log.warning("topic_gone", row=row.id)
        return now

    async def _put_off(self, row: OutboxRow, later: Later) -> datetime:
        seconds = later.seconds or self._pauses.before(row.attempts + 1)
        at = self._clock.now() + timedelta(seconds=seconds)
        log.warning("message_put_off", row=row.id, reason=later.reason, seconds=seconds, unsure=later.unsure)

        def put_off(unit: Unit) -> None:
            unit.outbox.mark_retry(row.id, at, later.reason, uncertain=later.unsure)
            if later.seconds and later.reason == TOO_MANY:
                slowed(unit, row, later.seconds, self._alarmed)

        await self._record(put_off)
        return at

    async def _hold(self, chat_id: int, rows: list[OutboxRow], until: datetime) -> None:
        def hold(unit: Unit) -> None:
            for row in rows:
                unit.outbox.hold(row.id, until)

        self._put_off_until[chat_id] = until
        if rows:
            await self._write(hold)

    async def _write(self, work: Callable[[Unit], object]) -> None:
        await self._threads.write(work)

    async def _record(self, work: Callable[[Unit], object]) -> None:
        """Note an outcome, however long the store takes: what is known to have arrived is not sent again."""
        for attempt in count(1):
            try:
                await self._write(work)
            except (StoreFull, StoreBusy) as error:
                if self._closing:
                    raise
                log.warning("outcome_not_noted", error=type(error).__name__, attempt=attempt)
                await asyncio.sleep(self._pauses.before(attempt))
            else:
                return
