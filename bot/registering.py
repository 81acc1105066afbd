"""The webhook's entry at Telegram: made at the start, looked after, made again when it is gone."""

import asyncio
from collections.abc import Callable

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramUnauthorizedError,
)

from bot.pauses import Pauses
from bot.receive import ALLOWED_UPDATES, TokenRefused

log = structlog.get_logger(__name__)

LOOK_SECONDS = 60.0
"""So often Telegram is asked whether the webhook still stands: a sign of life for health checks, too."""


class WebhookRefused(Exception):  # noqa: N818 - said in plain words by whoever started the program
    """Telegram does not accept the webhook's address."""


class Registrar:
    """Registers a webhook until it is cancelled. on_contact: called after each answer from Telegram."""

    def __init__(
        self, bot: Bot, url: str, secret: str, pauses: Pauses, on_contact: Callable[[], None]
    ) -> None:
        self._bot = bot
        self._url = url
        self._secret = secret
        self._pauses = pauses
        self._on_contact = on_contact
        self._failing_since = 0

    async def run(self) -> None:
        """Keep the webhook registered; raise TokenRefused, WebhookRefused."""
        registered, failures = False, 0
        while True:
            try:
                if not registered:
                    await self._register()
                registered = await self._stands()
                failures = 0
                seconds = LOOK_SECONDS if registered else 0.0
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise TokenRefused from None
            except TelegramBadRequest:
                raise WebhookRefused from None
            except (ClientDecodeError, TelegramAPIError) as error:
                failures += 1
                seconds = self._pauses.before(failures)
                log.warning("webhook_not_seen_to", error=type(error).__name__, pause=seconds)
            await asyncio.sleep(seconds)

    async def _register(self) -> None:
        await self._bot.set_webhook(
            self._url, secret_token=self._secret, allowed_updates=list(ALLOWED_UPDATES)
        )
        log.info("webhook_set")

    async def _stands(self) -> bool:
        info = await self._bot.get_webhook_info()
        self._on_contact()
        failed = int(info.last_error_date.timestamp()) if info.last_error_date else 0
        if failed > self._failing_since:
            self._failing_since = failed
            log.warning("telegram_could_not_deliver", waiting=info.pending_update_count)
        if info.url != self._url:
            log.warning("webhook_replaced")
        return info.url == self._url
