"""The two ways in which updates come: the bot asks for them, or Telegram calls."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from urllib.parse import urlsplit

from aiogram import Bot
from pydantic import SecretStr

from bot.listener import Answer
from bot.pulse import Pulse
from bot.receive import Receiver
from bot.registering import Registrar
from bot.tempo import Tempo
from bot.webhook import Webhook

Keep = Callable[[list[dict[str, Any]]], Awaitable[None]]
Works = dict[str, Coroutine[Any, Any, None]]


class PollingWay:
    """Asks Telegram for updates."""

    def __init__(self, keep: Keep, tempo: Tempo, pulse: Pulse) -> None:
        self._given = keep, tempo.poll, tempo.pauses, pulse.beat
        self.posts: dict[str, Answer] = {}

    def works(self, bot: Bot) -> Works:
        """Return the works that run for ever, by name."""
        return {"receiver": Receiver(bot, *self._given).run()}


class WebhookWay:
    """Is called by Telegram."""

    def __init__(self, url: str, secret: SecretStr, keep: Keep, tempo: Tempo, pulse: Pulse) -> None:
        self._webhook = Webhook(secret.get_secret_value(), keep, pulse.beat)
        self._given = url, secret.get_secret_value(), tempo.pauses, pulse.beat
        self.posts: dict[str, Answer] = {urlsplit(url).path or "/": self._webhook.deliver}

    def works(self, bot: Bot) -> Works:
        """Return the works that run for ever, by name."""
        return {"webhook": self._webhook.run(), "registrar": Registrar(bot, *self._given).run()}


Way = PollingWay | WebhookWay
