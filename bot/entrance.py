"""The ways in: long polling or a webhook, and the questions of those who watch over the bot."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from aiogram import Bot
from pydantic import SecretStr

from bot.health import Health
from bot.listener import Answer, Listener
from bot.pulse import Pulse
from bot.receive import Receiver
from bot.registering import Registrar
from bot.settings import Settings
from bot.tempo import Tempo
from bot.webhook import Webhook

if TYPE_CHECKING:
    from bot.metrics import Meter

Keep = Callable[[list[dict[str, Any]]], Awaitable[None]]
Works = dict[str, Coroutine[Any, Any, None]]


class Entrance:
    """What the settings ask for. `open` it once the inbox takes updates, `close` it before that ends."""

    def __init__(self, settings: Settings, tempo: Tempo, pulse: Pulse) -> None:
        self._settings = settings
        self._tempo = tempo
        self._pulse = pulse
        self._listener: Listener | None = None

    async def open(self, keep: Keep, health: Health, meter: "Meter | None") -> "Way":
        """Listen if that is asked for; return the way in. Raise CannotListen."""
        settings = self._settings
        way = self._way(keep)
        if settings.webhook_url or meter:
            gets: dict[str, Answer] = {"/healthz": health.alive, "/readyz": health.ready}
            gets |= {"/metrics": meter.show} if meter else {}
            self._listener = Listener(settings.listen, gets, way.posts, self._tempo.closing)
            await self._listener.open()
        return way

    async def close(self) -> None:
        """Take no more; what is being taken is stored and answered first."""
        if self._listener:
            await self._listener.close()

    def _way(self, keep: Keep) -> "Way":
        settings = self._settings
        if settings.webhook_url and settings.webhook_secret:
            return WebhookWay(settings.webhook_url, settings.webhook_secret, keep, self._tempo, self._pulse)
        return PollingWay(keep, self._tempo, self._pulse)


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
