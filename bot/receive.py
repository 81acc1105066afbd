"""Long polling: a batch is stored in one commit, and only then acknowledged by the next offset."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.pauses import Pauses
from storage import StoreFault

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
LIMIT = 100
ANSWER_SECONDS = 15
Raw = dict[str, Any]


class TokenRefused(Exception):  # noqa: N818 - said in plain words by whoever started the program
    """Telegram does not know the token."""


class RawUpdates(TelegramMethod[list[Raw]]):
    """getUpdates whose answer stays as it came, so that it can be stored and read again."""

    __returning__ = list[Raw]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = LIMIT
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class Receiver:
    """Asks for updates until it is cancelled.

    keep: stores a batch durably and returns when that is done, however late; raises StoreFault.
    on_contact: called after each poll that Telegram answered.
    """

    def __init__(
        self,
        bot: Bot,
        keep: Callable[[list[Raw]], Awaitable[None]],
        poll_seconds: int,
        pauses: Pauses,
        on_contact: Callable[[], None] = lambda: None,
    ) -> None:
        self._bot = bot
        self._keep = keep
        self._poll_seconds = poll_seconds
        self._pauses = pauses
        self._on_contact = on_contact
        self._webhook_may_stand = True
        # None asks for everything not yet acknowledged; what is stored already is recognised there.
        self._offset: int | None = None

    async def run(self) -> None:
        """Receive for ever; raise TokenRefused."""
        failures = 0
        while True:
            try:
                await self._turn()
                failures = 0
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise TokenRefused from None
            except (ClientDecodeError, TelegramAPIError, StoreFault) as error:
                if isinstance(error, TelegramConflictError) and await self._webhook_removed():
                    continue
                failures += 1
                seconds = self._pause_after(error, failures)
                log.warning(_event(error), error=type(error).__name__, pause=seconds)
                await asyncio.sleep(seconds)

    async def _turn(self) -> None:
        batch = await self._fetch()
        self._on_contact()
        if batch:
            await self._keep(batch)
            self._offset = max(raw["update_id"] for raw in batch) + 1

    async def _fetch(self) -> list[Raw]:
        request = RawUpdates(
            offset=self._offset, timeout=self._poll_seconds, allowed_updates=list(ALLOWED_UPDATES)
        )
        # The answer may come a while after the poll has ended at Telegram's side.
        return await self._bot(request, request_timeout=self._poll_seconds + ANSWER_SECONDS)

    async def _webhook_removed(self) -> bool:
        """Take away, once, the webhook that stands in the way: to poll is what the settings ask for."""
        if not self._webhook_may_stand:
            return False
        try:
            if not (await self._bot.get_webhook_info()).url:
                return False
            self._webhook_may_stand = False
            await self._bot.delete_webhook()
        except (ClientDecodeError, TelegramAPIError):
            return False
        log.warning("webhook_deleted")
        return True

    def _pause_after(self, error: Exception, failures: int) -> float:
        if isinstance(error, TelegramRetryAfter):
            return float(error.retry_after)
        return self._pauses.before(failures)


def _event(error: Exception) -> str:
    if isinstance(error, TelegramConflictError):
        return "another program polls with this token, or a webhook is set"
    return "updates could not be stored" if isinstance(error, StoreFault) else "no updates from Telegram"
