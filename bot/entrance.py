"""The ways in: long polling or a webhook, and the questions of those who watch over the bot."""

from typing import TYPE_CHECKING

from bot.health import Health
from bot.listener import Answer, Listener
from bot.pulse import Pulse
from bot.settings import Settings
from bot.tempo import Tempo
from bot.ways import Keep, PollingWay, Way, WebhookWay

if TYPE_CHECKING:
    from bot.metrics import Meter


class Entrance:
    """What the settings ask for. `open` it once the inbox takes updates, `close` it before that ends."""

    def __init__(self, settings: Settings, tempo: Tempo, pulse: Pulse) -> None:
        self._settings = settings
        self._tempo = tempo
        self._pulse = pulse
        self._listener: Listener | None = None

    async def open(self, keep: Keep, health: Health, meter: "Meter | None") -> Way:
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

    def _way(self, keep: Keep) -> Way:
        settings = self._settings
        if settings.webhook_url and settings.webhook_secret:
            return WebhookWay(settings.webhook_url, settings.webhook_secret, keep, self._tempo, self._pulse)
        return PollingWay(keep, self._tempo, self._pulse)
