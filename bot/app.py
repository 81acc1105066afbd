"""The running bot: everything is made here, started in order, and ended in the opposite one."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

import structlog
from aiogram import Bot

from bot.apologies import Apologies
from bot.broadcast import Broadcasts, InterpretingEditor
from bot.calendars import work_calendar
from bot.conversation import Conversations
from bot.dispatching import build_dispatcher
from bot.duties import Duties
from bot.entrance import Entrance
from bot.gate import Gate
from bot.health import Health
from bot.intake import Intake
from bot.interpreting import InterpretingPost
from bot.lanes import Lanes
from bot.leading import Leading
from bot.logs import set_up_logging
from bot.maps import maps_of
from bot.menus import offer_menus
from bot.post_office import PostOffice
from bot.pulse import Pulse, heartbeat_file
from bot.readers import Readers
from bot.rehearsal_link import RehearsalLink
from bot.renderers import renderers
from bot.sender import Sender
from bot.session import build_bot
from bot.settings import Settings, SettingsError, variable
from bot.starting import bring_up, campaign_of, start_clock, zone_of
from bot.tempo import Tempo
from bot.threads import Threads
from bot.timeline import CampaignClock, Timeline, real_now
from bot.watch import Watch
from bot.worker import Office, Worker
from handlers.language.door import Door, Interpreter
from storage import open_database
from storage.lease import open_lease

if TYPE_CHECKING:
    from bot.metrics import Meter

log = structlog.get_logger(__name__)


class App:
    """One bot at work: `async with app.running()` in tests, `await app.run()` in a process.

    rehearsal_url: the rehearsal server whose clock is followed; without it the journal in the store counts.
    """

    def __init__(self, settings: Settings, rehearsal_url: str | None, tempo: Tempo) -> None:
        if settings.bot_token is None:
            raise SettingsError(variable("bot_token"), "is not set")
        self._settings = settings
        self._tempo = tempo
        self._token = settings.bot_token.get_secret_value()
        self._proxy = settings.proxy.get_secret_value() if settings.proxy else None
        self.bot_id = int(self._token.partition(":")[0])
        self.clock = CampaignClock(Timeline(), real_now)
        self._database_url = settings.database_url.get_secret_value()
        database = open_database(self._database_url, calendar=work_calendar(), bot_id=self.bot_id)
        self.threads = Threads(database, self.clock)
        self._link = (
            RehearsalLink(rehearsal_url, self.clock.timeline, tempo.pauses) if rehearsal_url else None
        )
        self._door = Door()
        self._charts = maps_of(settings)
        self._meter = self._metered() if settings.metrics else None
        self._tasks: set[asyncio.Task[None]] = set()
        self._ended = asyncio.Event()

    def _metered(self) -> "Meter":
        # The library is paid for only by those who want its numbers.
        meter: Meter = import_module("bot.metrics").Meter(self.threads, self.bot_id)
        return meter

    async def run(self) -> None:
        """Work until SIGINT or SIGTERM; raise what the starting and the receiving may raise."""
        work = asyncio.create_task(self._work(), name="bot")
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, work.cancel)
        with suppress(asyncio.CancelledError):
            await work

    async def _work(self) -> None:
        async with self.running():
            # What was made so far stays: the collector need not look at it again and again.
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 50, 50)
            zone = await self.threads.read(lambda unit: zone_of(unit, self._settings.campaign))
            log.info("started", campaign_time=self.clock.now().astimezone(zone).isoformat())
            await self._ended.wait()
            for task in self._tasks:
                if task.done():
                    task.result()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Start, give control, and end within the tempo's closing time."""
        async with AsyncExitStack() as stack:
            await self._lead(stack)
            stack.callback(self.threads.close)
            await asyncio.to_thread(bring_up, self.threads.database, self._database_url)
            moved_from = await self._set_clock(stack)
            await self.threads.write(lambda unit: unit.campaigns.file_issues())
            gate = Gate(self._tempo.limits)
            await self._serve_duties(stack, gate, moved_from)
            await self._converse(stack, gate)
            yield

    async def _lead(self, stack: AsyncExitStack) -> None:
        """Wait until this process leads; what waits changes nothing, not even the database's form."""
        pulse = Pulse(heartbeat_file(self._settings))
        leading = Leading(open_lease(self._database_url), pulse.beat)
        stack.push_async_callback(leading.end)
        await leading.begin()
        stack.push_async_callback(self._stop)
        self._go("lease", leading.keep())

    async def _set_clock(self, stack: AsyncExitStack) -> datetime | None:
        if self._link:
            stack.push_async_callback(self._link.close)
            await self._link.open()
            return None
        wanted, real = self._settings.now, real_now()
        started = await self.threads.write(lambda unit: start_clock(unit, wanted, real))
        self.clock.start(started.journal)
        return started.moved_from

    async def _serve_duties(self, stack: AsyncExitStack, gate: Gate, moved_from: datetime | None) -> None:
        post = PostOffice(self._token, self._settings.api_url, self._proxy, gate, self._tempo.answer)
        stack.push_async_callback(post.close)
        self._door.load(await self.threads.read(lambda unit: unit.languages.chosen()))
        messages = renderers(self.threads.database, self.clock, self._charts)
        counted = self._meter.posting(post) if self._meter else post
        spoken = InterpretingPost(counted, self._door)
        sender = Sender(self.threads, self.clock, spoken, messages, alarmed=self._settings.alarms)
        teller = Broadcasts(self.threads, InterpretingEditor(post, self._door), alarmed=self._settings.alarms)
        watch = Watch(self._settings)
        self._duties = Duties(self.threads, self.clock, sender, self.bot_id, watch=watch, broadcasts=teller)
        stack.push_async_callback(self._stop)
        for name, work in self._duties.loops().items():
            self._go(name, work)
        if self._link:
            self._go("rehearsal clock", self._link.run(self._duties.catch_up))
        elif moved_from:
            await self._duties.catch_up(moved_from)

    async def _converse(self, stack: AsyncExitStack, gate: Gate) -> None:
        settings, pauses = self._settings, self._tempo.pauses
        campaign = await self.threads.read(lambda unit: campaign_of(unit, settings.campaign))
        bot = build_bot(self._token, settings.api_url, self._proxy, gate, self._tempo.answer)
        bot.session.middleware(Interpreter(self._door))
        stack.push_async_callback(bot.session.close)
        if self._meter:
            stack.enter_context(self._meter.listening(bot))
        conversations = Conversations(self.threads)
        dispatcher = build_dispatcher(conversations, self._door)
        office = Office(
            bot, dispatcher, self.threads, self.clock, Readers(), conversations, campaign, self._charts
        )
        worker = Worker(office, pauses, self._duties.poke, self._settled)
        lanes = Lanes(worker.work)
        apologies = Apologies(bot, self.threads)
        intake = Intake(
            self.bot_id, self.threads, self.clock, lanes, apologies=apologies, refresh=self._refresh
        )
        await intake.resume()
        stack.push_async_callback(self._wind_down, worker, lanes)
        await self._receive(stack, bot, intake)
        # After the receiver, which is not kept waiting; unlike the others this one ends.
        self._tasks.add(asyncio.create_task(offer_menus(bot, self.threads), name="menus"))

    async def _receive(self, stack: AsyncExitStack, bot: Bot, intake: Intake) -> None:
        pulse = Pulse(heartbeat_file(self._settings))
        entrance = Entrance(self._settings, self._tempo, pulse)
        keep = self._meter.keeping(intake.keep) if self._meter else intake.keep
        way = await entrance.open(keep, Health(self.threads.database, pulse), self._meter)
        stack.push_async_callback(entrance.close)
        for name, work in way.works(bot).items():
            self._go(name, work)

    async def _refresh(self) -> None:
        if self._link:
            await self._link.refresh()

    async def _settled(self, update_id: int) -> None:
        if self._meter:
            self._meter.settled(update_id)
        if self._link:
            await self._link.settled(update_id)

    def _go(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        # None of them ends by itself: when one does, the program has nothing more to do.
        task.add_done_callback(lambda _: self._ended.set())

    async def _wind_down(self, worker: Worker, lanes: Lanes) -> None:
        worker.close()
        await asyncio.gather(self._stop(), lanes.close(self._tempo.closing))

    async def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def build_app(settings: Settings, rehearsal_url: str | None = None, tempo: Tempo | None = None) -> App:
    """Return the bot of these settings, not yet started; raise SettingsError."""
    return App(settings, rehearsal_url, tempo or Tempo())


def run(settings: Settings, rehearsal_url: str | None = None) -> None:
    """Run the bot until it is told to end.

    Raise SettingsError, NoCampaign, TokenRefused, AlreadyRunning, Replaced.
    """
    set_up_logging(settings.log_format, settings.log_level)
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(build_app(settings, rehearsal_url).run())


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop  # noqa: PLC0415 - it may not be there
    except ImportError:  # not on every platform
        return None
    return uvloop.new_event_loop
