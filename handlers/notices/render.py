"""From an outbox row's kind and payload to the message that is sent."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from digests.messages import OutMessage
from handlers.notices import texts
from handlers.notices.keyboards import decision_rows


def render(kind: str, payload: Mapping[str, Any]) -> OutMessage:
    """Return the message of a notice; raise KeyError for a kind that is none of ours."""
    return KINDS[kind](payload)


def _group_waiting(payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.group_waiting(str(payload["title"])), decision_rows(int(payload["chat_id"])))


def _group_left(payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.group_left(str(payload["title"])))


def _group_moved(payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.group_moved(str(payload["title"])))


def _topic_gone(payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.topic_gone(str(payload["title"])))


def _pairings_changed(payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.pairings_changed([str(name) for name in payload["counties"]]))


def _account_unbound(_payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.ACCOUNT_UNBOUND)


def _stand_in(payload: Mapping[str, Any]) -> OutMessage:
    days = (date.fromisoformat(str(payload["first"])), date.fromisoformat(str(payload["last"])))
    absent, name, counties = str(payload["absent"]), str(payload["name"]), [*map(str, payload["counties"])]
    if payload["own"]:
        return OutMessage(texts.stood_in_for(name, days, counties))
    return OutMessage(texts.stands_in(absent, days, counties))


def _county_objects(payload: Mapping[str, Any]) -> OutMessage:
    facts = {name: str(payload[name]) for name in ("county", "number", "day", "words")}
    return OutMessage(texts.county_objects(**facts))


def _county_raised(payload: Mapping[str, Any]) -> OutMessage:
    return OutMessage(texts.county_raised(*(str(payload[name]) for name in ("county", "number", "text"))))


KINDS: Mapping[str, Callable[[Mapping[str, Any]], OutMessage]] = {
    "group_waiting": _group_waiting,
    "group_left": _group_left,
    "group_moved": _group_moved,
    "topic_gone": _topic_gone,
    "pairings_changed": _pairings_changed,
    "stand_in": _stand_in,
    "account_unbound": _account_unbound,
    "county_objects": _county_objects,
    "county_raised": _county_raised,
}
