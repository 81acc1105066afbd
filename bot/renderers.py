"""Which function makes the message of which kind of outbox row."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from bot import texts
from bot.alarms import KIND as ALARM
from bot.alarms import Alarm
from bot.broadcast import KIND as BROADCAST
from bot.digest_messages import digest_renderers
from bot.planned_messages import planned_renderers
from bot.review_messages import review_renderers
from bot.sender import Renderer
from bot.undeliverable import KIND as UNDELIVERABLE
from campaign.actions.several import OF
from campaign.clock import Clock
from digests.atlas import Charts
from digests.messages import OutMessage
from handlers import notices, reminders
from handlers.campaigns import texts as campaigns_texts
from storage import Database


def renderers(database: Database, clock: Clock, charts: Charts | None = None) -> Mapping[str, Renderer]:
    """Return the renderer of every kind; they read and draw, so they run in threads of their own."""
    return {
        **dict.fromkeys(notices.KINDS, _of_several(notices.render)),
        **dict.fromkeys(reminders.KINDS, _of_several(reminders.render)),
        **digest_renderers(database, clock, charts),
        **{kind: _of_several(render) for kind, render in planned_renderers(database, clock).items()},
        **review_renderers(database, clock, charts),
        UNDELIVERABLE: _undeliverable,
        ALARM: _alarm,
        BROADCAST: _broadcast,
    }


def _of_several(render: Callable[[str, Mapping[str, Any]], OutMessage]) -> Renderer:
    """Name the campaign to whoever takes part in several."""

    def headed(kind: str, payload: Mapping[str, Any]) -> OutMessage:
        made = render(kind, payload)
        title = payload.get(OF)
        return replace(made, text=f"{campaigns_texts.of(title)}\n{made.text}") if title else made

    return headed


def _undeliverable(_kind: str, payload: Mapping[str, Any]) -> OutMessage:
    words = texts.undeliverable(payload["name"], group=payload["group"], gone=payload["gone"])
    return OutMessage(escape(words, quote=False))


def _broadcast(_kind: str, payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(payload["text"])


def _alarm(_kind: str, payload: Mapping[str, Any]) -> OutMessage:
    words = texts.ALARMS[Alarm(payload["what"])].format(payload["fact"])
    return OutMessage(escape(words, quote=False))
