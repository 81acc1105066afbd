"""What is stored of an update on its arrival: its lane, when it was written, its bytes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from bot.timeline import CampaignClock
from storage import Arrival

Raw = Mapping[str, Any]


def arrival(raw: Raw, clock: CampaignClock) -> Arrival:
    """Return the inbox row of an update as Telegram sent it."""
    now = clock.now()
    return Arrival(
        update_id=raw["update_id"],
        lane=lane_of(raw),
        payload=orjson.dumps(raw),
        received_at=now,
        written_at=min(now, written_at(raw, clock)),
    )


def lane_of(raw: Raw) -> str:
    """Return whose order counts: the chat, or the person where there is no chat."""
    event = event_of(raw)
    chat = event.get("chat") or (event.get("message") or {}).get("chat") or sender_of(raw)
    return str(chat.get("id", 0))


def written_at(raw: Raw, clock: CampaignClock) -> datetime:
    """Return when the message was written, in campaign time: a forward at its origin, an edit at first.

    A press of a button, and whatever carries no date, happened now.
    """
    event = event_of(raw)
    date = (event.get("forward_origin") or event).get("date")
    if not isinstance(date, int):
        return clock.now()
    return clock.timeline.within(datetime.fromtimestamp(date, UTC))


def event_of(raw: Raw) -> Raw:
    """Return the one thing that an update tells, whatever its kind; empty when there is none."""
    return next((part for name, part in raw.items() if name != "update_id" and isinstance(part, dict)), {})


def message_of(raw: Raw) -> tuple[int | None, int | None]:
    """Return the chat and the message of an update, or of the message whose button was pressed."""
    event = event_of(raw)
    message = event.get("message") or event
    return (message.get("chat") or {}).get("id"), message.get("message_id")


def sender_of(raw: Raw) -> Raw:
    """Return the account behind an update; empty when Telegram names none."""
    event = event_of(raw)
    sender: Raw = event.get("from") or event.get("user") or {}
    return sender
