"""From an outbox row's kind and payload to the message that is sent: pure."""

from collections.abc import Callable, Mapping
from typing import Any

from campaign.people import Person
from campaign.reminders import CALLS, KIND, Call, Matters, Reminder, ReminderState
from digests.messages import OutMessage
from handlers.reminders import keyboards, texts


def render(kind: str, payload: Mapping[str, Any]) -> OutMessage:
    """Return the message of a reminder or of a telephone list; raise KeyError for another kind."""
    return KINDS[kind](payload)


def _reminder(payload: Mapping[str, Any]) -> OutMessage:
    matters = Matters.model_validate(payload["matters"])
    return OutMessage(texts.reminder(matters), keyboards.reminder_rows(int(payload["reminder"]), matters))


def _calls(payload: Mapping[str, Any]) -> OutMessage:
    listed = [*map(_call, payload["calls"])]
    return OutMessage(texts.calls(listed), keyboards.call_rows(listed))


def _call(kept: Mapping[str, Any]) -> Call:
    person, matters = Person(*kept["person"]), Matters.model_validate(kept["matters"])
    return Call(Reminder(kept["reminder"], person.id, matters.day, ReminderState.CALL, matters), person)


KINDS: Mapping[str, Callable[[Mapping[str, Any]], OutMessage]] = {KIND: _reminder, CALLS: _calls}
