"""The two sides of the saving benchmark: the program's own worker, and aiogram with raw SQLite."""

import time
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import datetime

import orjson
from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Message, Update

from benchmarks import played
from benchmarks.played import BOT_ID, CAMPAIGN, CHAT, TOKEN
from benchmarks.raw_rows import RawRows
from benchmarks.stub import StubSession
from bot.conversation import Conversations
from bot.dispatching import build_dispatcher
from bot.pauses import Pauses
from bot.readers import CampaignReader, Readers
from bot.threads import Threads
from bot.worker import Office, Worker
from campaign.ports import Store
from storage import Arrival, Database, InboxRow
from understanding import Reading, Sender


@dataclass
class Stopwatch:
    """When an update was handed over, when its commit was known durable, and how long the reader took."""

    started: int = 0
    committed: int = 0
    reading: int = 0

    def reached(self, point: str) -> None:
        """Note the first commit (a hook of bot.faults)."""
        if point == "after-commit":
            self.committed = time.perf_counter_ns()

    async def times(self, work: Awaitable[None]) -> tuple[float, float]:
        """Return the milliseconds to the commit and to the end, without those of the reader."""
        self.reading = 0
        self.started = time.perf_counter_ns()
        await work
        ended = time.perf_counter_ns()
        spent = self.started + self.reading
        return (self.committed - spent) / 1e6, (ended - spent) / 1e6


@dataclass
class TimedReader:
    """Reads as the reader does, and adds the time to the stopwatch."""

    reader: CampaignReader
    watch: Stopwatch

    def read(self, text: str, now: datetime, sender: Sender | None = None) -> Reading:
        started = time.perf_counter_ns()
        try:
            return self.reader.read(text, now, sender)
        finally:
            self.watch.reading += time.perf_counter_ns() - started


class TimedReaders(Readers):
    """Readers whose own time is known."""

    def __init__(self, watch: Stopwatch) -> None:
        super().__init__()
        self._watch = watch

    def reader(self, store: Store, campaign_id: str) -> TimedReader:  # type: ignore[override]
        return TimedReader(super().reader(store, campaign_id), self._watch)


class Ours:
    """The program's own worker, dispatcher, handlers and store; only the network is a stub."""

    def __init__(self, database: Database, watch: Stopwatch) -> None:
        clock = played.clock()
        self.threads = Threads(database, clock)
        self.session = StubSession()
        self.bot = Bot(TOKEN, session=self.session)
        conversations = Conversations(self.threads)
        office = Office(
            self.bot,
            build_dispatcher(conversations),
            self.threads,
            clock,
            TimedReaders(watch),
            conversations,
            CAMPAIGN,
        )
        self._worker = Worker(office, Pauses(), lambda: None, _settled)

    async def arrive(self, row: InboxRow) -> None:
        """Store an update in the inbox, which is not counted."""
        await self.threads.write(lambda unit: unit.inbox.receive(BOT_ID, [Arrival(*row[:5])]))

    async def work(self, row: InboxRow) -> None:
        """Handle one update."""
        await self._worker.work(row)


class Base:
    """aiogram with one handler for messages and one for presses, which write the same rows inline."""

    def __init__(self, rows: RawRows, payload: str, watch: Stopwatch) -> None:
        self._rows = rows
        self._payload = payload
        self._watch = watch
        self.session = StubSession()
        self.bot = Bot(TOKEN, session=self.session)
        self._dispatcher = Dispatcher()
        self._dispatcher.message.register(self._message)
        self._dispatcher.callback_query.register(self._press)

    async def arrive(self, row: InboxRow) -> None:
        """Store an update in the inbox, which is not counted."""
        self._rows.receive(row.update_id, row.lane, row.payload)

    async def work(self, row: InboxRow) -> None:
        """Handle one update."""
        update = Update.model_validate(orjson.loads(row.payload), context={"bot": self.bot})
        await self._dispatcher.feed_update(self.bot, update)

    async def _message(self, message: Message, event_update: Update) -> None:
        self._rows.add_card(event_update.update_id, CHAT, message.message_id, self._payload)
        self._watch.committed = time.perf_counter_ns()
        await message.answer("-")

    async def _press(self, callback: CallbackQuery, event_update: Update) -> None:
        card = (callback.data or "").partition(":")[2]
        self._rows.save(card, event_update.update_id, CHAT, 1, self._payload)
        self._watch.committed = time.perf_counter_ns()
        if isinstance(callback.message, Message):
            await callback.message.edit_text("-")
        await callback.answer("-")


async def _settled(_update_id: int) -> None:
    """Nobody waits for the end of an update here."""
