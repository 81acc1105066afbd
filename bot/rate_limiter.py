"""python-telegram-bot's side of the gate."""

import os
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.gate import Gate, chat_key, messages_in
from bot.pacing import Priority


@dataclass(frozen=True, slots=True)
class Turn:
    """What a call wants of the gate: to be told when its turn has come, right before it is made."""

    on_turn: Callable[[], Awaitable[None]]
    priority: Priority = Priority.BROADCAST


class GateRateLimiter(BaseRateLimiter[Turn]):
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
        rate_limit_args: Turn | None,
    ) -> bool | JSONDict | list[JSONDict]:
        """Make a call when it is its turn."""
        chat = chat_key(data.get("chat_id"))
        priority = rate_limit_args.priority if rate_limit_args else Priority.BROADCAST
        async with self._gate.passage(chat, messages_in(endpoint, data), priority):
            if rate_limit_args:
                await rate_limit_args.on_turn()
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._gate.pause(chat, seconds(error))
                raise


def seconds(error: RetryAfter) -> float:
    """Return how long a 429 asks to wait; the library gives a number or a span by its settings."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
