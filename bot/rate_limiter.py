"""python-telegram-bot's side of the gate."""

import os
from collections.abc import Callable, Coroutine
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.gate import Gate, chat_key, messages_in
from bot.pacing import Priority


class GateRateLimiter(BaseRateLimiter[Priority]):
    """Passes every call of an `ExtBot` through the gate, as a broadcast unless its arguments say otherwise.

    A 429 pauses the chat and is raised: whoever sends decides when to try again.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def initialize(self) -> None:
        """Opt in to spans of time in errors: the library warns at each 429 otherwise."""
        os.environ.setdefault("PTB_TIMEDELTA", "1")

    async def shutdown(self) -> None:
        """Do nothing: the gate holds nothing open."""

    async def process_request(  # noqa: PLR0917 - the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | JSONDict | list[JSONDict]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> bool | JSONDict | list[JSONDict]:
        """Make a call when it is its turn."""
        chat = chat_key(data.get("chat_id"))
        priority = Priority.BROADCAST if rate_limit_args is None else rate_limit_args
        async with self._gate.passage(chat, messages_in(endpoint, data), priority):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._gate.pause(chat, seconds(error))
                raise


def seconds(error: RetryAfter) -> float:
    """Return how long a 429 asks to wait; the library gives a number or a span by its settings."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
