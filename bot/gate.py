"""One gate for all that is sent with a token: Telegram counts by token, so both libraries pass here.

aiogram comes through `GateMiddleware`, python-telegram-bot through `bot.rate_limiter.GateRateLimiter`.
"""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.pacing import Limits, Pacer, Priority, Ticket

log = structlog.get_logger(__name__)

# A call is tried again after these pauses: together the half minute in which a person gives up.
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 12.0)
# A longer wait than this is not for a call that somebody awaits.
LONGEST_WAIT = 120.0
_RETRY_MARGIN = 0.1
_UNPACED = {"sendChatAction"}


def messages_in(method: str, params: dict[str, Any]) -> int:
    """Return how many messages Telegram counts for a call: 0 for what is no message; media groups by item."""
    if method == "sendMediaGroup":
        return len(params.get("media") or ())
    if method in {"copyMessages", "forwardMessages"}:
        return len(params.get("message_ids") or ())
    counted = method.startswith(("send", "copy", "forward", "edit")) and method not in _UNPACED
    return 1 if counted and params.get("chat_id") is not None else 0


class Gate:
    """Lets calls through at the pace Telegram bears. Belongs to one event loop and one token."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._pacer = Pacer(limits or Limits())
        self._waiting: dict[Ticket, asyncio.Future[None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    def passage(self, chat: int | str | None, cost: int, priority: Priority) -> "Passage":
        """Wait for the turn of `cost` messages to a chat; the block is the call itself."""
        return Passage(self, chat, cost, priority)

    async def turn(self, chat: int | str, cost: int, priority: Priority) -> Ticket:
        """Return once `cost` messages may go to a chat; `answered` must follow."""
        ticket = self._pacer.submit(chat, cost, priority)
        self._pump()
        if not ticket.holds:
            await self._wait(ticket)
        return ticket

    def answered(self, ticket: Ticket) -> None:
        """Note that a call ended, well or not."""
        self._pacer.answered(ticket, self._now())
        self._pump()

    def pause(self, chat: int | str | None, seconds: float) -> None:
        """Obey a 429 that asked to wait."""
        if chat is not None:
            now = self._now()
            self._pacer.pause(chat, now + seconds + _RETRY_MARGIN, now)

    async def _wait(self, ticket: Ticket) -> None:
        turn = self._waiting[ticket] = asyncio.get_running_loop().create_future()
        try:
            await turn
        except asyncio.CancelledError:
            self._give_up(ticket)
            raise

    def _give_up(self, ticket: Ticket) -> None:
        self._waiting.pop(ticket, None)
        ticket.dropped = True
        if ticket.holds:  # granted in the very moment of the cancellation
            self._pacer.answered(ticket, self._now())
        self._pump()

    def _pump(self) -> None:
        now = self._now()
        while ticket := self._pacer.take(now):
            turn = self._waiting.pop(ticket, None)
            if turn and not turn.done():
                turn.set_result(None)
        self._pacer.prune(now)
        self._set_timer(self._pacer.next_at(now))

    def _set_timer(self, at: float | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None if at is None else asyncio.get_running_loop().call_at(at, self._pump)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


class Passage:
    """A call's way through the gate; what is no message to a chat passes at once."""

    __slots__ = ("_ask", "_gate", "_ticket")

    def __init__(self, gate: Gate, chat: int | str | None, cost: int, priority: Priority) -> None:
        self._gate = gate
        self._ask = None if chat is None or cost < 1 else (chat, cost, priority)
        self._ticket: Ticket | None = None

    async def __aenter__(self) -> None:
        if self._ask:
            self._ticket = await self._gate.turn(*self._ask)

    async def __aexit__(self, *_: object) -> None:
        if self._ticket:
            self._gate.answered(self._ticket)


def chat_key(value: Any) -> int | str | None:
    """Return a call's chat as one key, whether it came as a number or as text."""
    if isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    return value if isinstance(value, int | str) else None


class GateMiddleware(BaseRequestMiddleware):
    """Paces aiogram's calls and repeats those that failed for passing reasons.

    Raises what the last try raised once the pauses are used up. Permanent refusals are raised at once:
    TelegramBadRequest, TelegramForbiddenError, TelegramNotFound, TelegramUnauthorizedError,
    TelegramMigrateToChat.
    """

    def __init__(self, gate: Gate, pauses: tuple[float, ...] = PAUSES) -> None:
        self._gate = gate
        self._pauses = pauses

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make a call when it is its turn."""
        if method.__api_method__ == "getUpdates":  # the poller has its own pace
            return await make_request(bot, method)
        for pause in self._pauses:
            try:
                return await self._once(make_request, bot, method)
            except TelegramRetryAfter as error:
                await self._obey(method, error)
            except (ClientDecodeError, TelegramAPIError) as error:
                if not is_passing(error):
                    raise
                log.warning("call_repeated", method=method.__api_method__, error=type(error).__name__)
                await asyncio.sleep(pause)
        return await self._once(make_request, bot, method)

    async def _once(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        cost = messages_in(method.__api_method__, method.__dict__)
        async with self._gate.passage(_chat_of(method), cost, Priority.ANSWER):
            return await make_request(bot, method)

    async def _obey(self, method: TelegramMethod[Any], error: TelegramRetryAfter) -> None:
        log.warning("told_to_wait", method=method.__api_method__, seconds=error.retry_after)
        # Also for whoever tries again later, or sends there of his own accord.
        self._gate.pause(_chat_of(method), error.retry_after)
        if error.retry_after > LONGEST_WAIT:
            raise error
        if not messages_in(method.__api_method__, method.__dict__):
            await asyncio.sleep(error.retry_after + _RETRY_MARGIN)


def is_passing(error: Exception) -> bool:
    """Whether aiogram's error goes away by itself: 5xx, an answer that is no JSON, the network."""
    if isinstance(error, TelegramEntityTooLarge):
        return False
    return isinstance(error, ClientDecodeError | TelegramNetworkError | TelegramServerError)


def _chat_of(method: TelegramMethod[Any]) -> int | str | None:
    return chat_key(getattr(method, "chat_id", None))
