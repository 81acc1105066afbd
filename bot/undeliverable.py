"""What follows when a message can never arrive: the chat is marked, and the admins hear of it once."""

from math import ceil

from bot.alarms import Alarm, raise_alarm
from campaign.actions.groups import group_left
from campaign.ports import Store
from digests.outgoing import PICTURE, TEXT
from storage import Unit
from storage.outbox import OutboxRow

KIND = "undeliverable"
LATE = 60.0
"""Seconds to wait after a 429 of which the admins hear at once."""
OFTEN = 3
"""So many 429s to one message are a storm, however short."""


def give_up(unit: Unit, row: OutboxRow, reason: str, *, gone: bool, alarmed: str | None = None) -> None:
    """Note that a message failed for good; `gone`: so will every other to that chat.

    alarmed: the admin who hears of a digest that failed; all do if there is no such one.
    """
    unit.outbox.mark_failed(row.id, reason)
    campaign_id, name = whose(unit, row.chat_id)
    if gone:
        _mark(unit, row.chat_id)
    if campaign_id and row.kind in {TEXT, PICTURE} and not gone:
        raise_alarm(unit, campaign_id, Alarm.DIGEST, name, alarmed)
    elif campaign_id:
        _tell_admins(unit, campaign_id, row, name, gone=gone)


def lessened(unit: Unit, row: OutboxRow, alarmed: str | None = None) -> None:
    """Tell the admins that a chat did not take a picture."""
    campaign_id, name = whose(unit, row.chat_id)
    if campaign_id and row.chat_id < 0:
        raise_alarm(unit, campaign_id, Alarm.PICTURE, name, alarmed)


def slowed(unit: Unit, row: OutboxRow, seconds: float, alarmed: str | None = None) -> None:
    """Tell the admins that Telegram lets messages wait, when they are late by minutes."""
    campaign_id, _ = whose(unit, row.chat_id)
    if campaign_id and (seconds >= LATE or row.attempts + 1 >= OFTEN):
        raise_alarm(unit, campaign_id, Alarm.FLOOD, f"{ceil(seconds / 60)}", alarmed)


def whose(store: Store, chat_id: int) -> tuple[str, str]:
    """Return the campaign and the name of a group or a bound person; empty words for anybody else."""
    if group := store.groups.get(chat_id):
        return group.campaign_id, group.title
    if actor := store.people.actor(chat_id):
        return actor.campaign_id, actor.person.name
    return "", ""


def _mark(unit: Unit, chat_id: int) -> None:
    if chat_id < 0:
        group_left(unit, chat_id)
    else:
        unit.people.set_blocked(chat_id, unit.now)


def _tell_admins(unit: Unit, campaign_id: str, row: OutboxRow, name: str, *, gone: bool) -> None:
    today = unit.campaigns.plan(campaign_id).today(unit.now)
    for admin in unit.people.admins(campaign_id):
        if admin.telegram_id != row.chat_id:
            key = f"{KIND}:{row.chat_id}:{today}:{admin.telegram_id}"
            payload = {"name": name, "gone": gone, "group": row.chat_id < 0}
            unit.outbox.owe(key, admin.telegram_id, KIND, payload, unit.now)
