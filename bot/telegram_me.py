"""Who is the bot? One call of getMe, without either library: commands start fast."""

from enum import StrEnum
from typing import Any

import httpx

from bot.settings import Settings


class MeFault(StrEnum):
    """Why Telegram did not say."""

    ABSENT = "telegram_absent"
    WRONG = "telegram_wrong"
    UNREACHABLE = "telegram_unreachable"
    STRANGE = "telegram_strange"


class MeError(Exception):
    """Telegram did not say who the bot is."""

    def __init__(self, fault: MeFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def username(settings: Settings, seconds: float = 10.0) -> str:
    """Return the bot's user name; raise MeError."""
    if settings.bot_token is None:
        raise MeError(MeFault.ABSENT)
    try:
        with _client(settings, seconds) as client:
            answer = client.get(f"{settings.api_url}/bot{settings.bot_token.get_secret_value()}/getMe")
    except httpx.HTTPError:
        raise MeError(MeFault.UNREACHABLE) from None
    if answer.status_code in {401, 404}:
        raise MeError(MeFault.WRONG)
    try:
        body: dict[str, Any] = answer.json()
        return str(body["result"]["username"])
    except (ValueError, KeyError, TypeError):
        raise MeError(MeFault.STRANGE) from None


def _client(settings: Settings, seconds: float) -> httpx.Client:
    proxy = settings.proxy.get_secret_value() if settings.proxy else None
    return httpx.Client(proxy=proxy, timeout=seconds, trust_env=False)
