"""What stands in the way of sends, calls and log lines, and counts them."""

import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from prometheus_client import Counter

from bot.outcomes import Message, Outcome, Post


class CountedLines(logging.Handler):
    """Counts lines by level; their words are not looked at."""

    def __init__(self, lines: Counter) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Count one line."""
        self._lines.labels(record.levelname.lower()).inc()


class MeteredPost:
    """A `bot.outcomes.Post` whose outcomes are counted."""

    def __init__(self, post: Post, sends: Counter) -> None:
        self._post = post
        self._sends = sends

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        """Try once (see bot.outcomes.Post)."""
        outcome = await self._post.send(chat_id, topic_id, message, on_turn)
        self._sends.labels(type(outcome).__name__.lower()).inc()
        return outcome


class CallMeter(BaseRequestMiddleware):
    """Counts aiogram's calls, each try of them."""

    def __init__(self, calls: Counter) -> None:
        self._calls = calls

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the call."""
        try:
            response = await make_request(bot, method)
        except Exception as error:
            self._calls.labels(method.__api_method__, type(error).__name__).inc()
            raise
        self._calls.labels(method.__api_method__, "ok").inc()
        return response
