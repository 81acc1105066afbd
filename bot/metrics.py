"""What is counted for Prometheus. Imported only when wanted; labels name no person and no chat."""

import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiogram import Bot
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest

from bot.metering import CallMeter, CountedLines, MeteredPost
from bot.outcomes import Post
from bot.threads import Threads

Raw = dict[str, Any]
Keep = Callable[[list[Raw]], Awaitable[None]]
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_MOST_OPEN = 10_000


class Meter:
    """Counts updates, sends, calls and troubles; depths are read from the store when they are asked for."""

    def __init__(self, threads: Threads, bot_id: int) -> None:
        self._threads = threads
        self._bot_id = bot_id
        self._open: dict[int, float] = {}
        self._registry = registry = CollectorRegistry()
        self._updates = Counter("liaison_updates", "Updates stored.", ["kind"], registry=registry)
        self._latency = Histogram(
            "liaison_update_seconds", "From arrival to the end.", buckets=_SECONDS, registry=registry
        )
        self._calls = Counter("liaison_calls", "Calls to Telegram.", ["method", "outcome"], registry=registry)
        self._sends = Counter("liaison_sends", "Tries to send what is owed.", ["outcome"], registry=registry)
        self._lines = Counter("liaison_troubles", "Warnings and errors.", ["level"], registry=registry)
        self._depths = Gauge("liaison_waiting", "Rows that want work.", ["box"], registry=registry)

    def keeping(self, keep: Keep) -> Keep:
        """Return `keep`, counted."""

        async def counted(batch: list[Raw]) -> None:
            began = time.monotonic()
            for raw in batch:  # before they are kept: some are at their end soon after
                self._open.setdefault(raw["update_id"], began)
            await keep(batch)
            for raw in batch:
                self._updates.labels(next((kind for kind in raw if kind != "update_id"), "none")).inc()

        return counted

    def settled(self, update_id: int) -> None:
        """An update came to its end."""
        began = self._open.pop(update_id, None)
        if began is not None:
            self._latency.observe(time.monotonic() - began)
        while len(self._open) > _MOST_OPEN:  # what came twice never ends a second time
            del self._open[next(iter(self._open))]

    def posting(self, post: Post) -> Post:
        """Return a post whose outcomes are counted."""
        return MeteredPost(post, self._sends)

    @contextmanager
    def listening(self, bot: Bot) -> Iterator[None]:
        """Count a bot's calls, and the warnings and errors in the log."""
        bot.session.middleware(CallMeter(self._calls))
        handler = CountedLines(self._lines)
        logging.getLogger().addHandler(handler)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(handler)

    async def show(self, _request: web.Request) -> web.Response:
        """Answer /metrics in Prometheus' text format."""
        inbox, outbox = await self._threads.read(
            lambda unit: (unit.inbox.depth(self._bot_id), unit.outbox.depth())
        )
        self._depths.labels("inbox").set(inbox)
        self._depths.labels("outbox").set(outbox)
        return web.Response(
            body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )
