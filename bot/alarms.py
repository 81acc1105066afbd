"""What must not go unseen: told to one admin, or to all, at most once an hour of a kind."""

from enum import StrEnum

from campaign.quiet import after_quiet
from storage import Unit

KIND = "alarm"
MINUTES = 60


class Alarm(StrEnum):
    """What went wrong, or is about to."""

    DIGEST = "digest"
    DISK = "disk"
    STORE = "store"
    BACKUP = "backup"
    PICTURE = "picture"
    FLOOD = "flood"


def raise_alarm(unit: Unit, campaign_id: str, what: Alarm, fact: str, named: str | None = None) -> None:
    """Owe an alarm to the admin of that name, or to every one when he cannot be reached."""
    definition = unit.campaigns.plan(campaign_id).definition
    at = after_quiet(definition.quiet_hours, definition.tz, unit.now)
    admins = unit.people.admins(campaign_id)
    minute = int(at.timestamp()) // 60
    for admin in [admin for admin in admins if admin.person.name == named] or admins:
        stem = f"{KIND}:{what}:{campaign_id}:{admin.telegram_id}:"
        # Keys are found by their index, so the hour before is a look, not a search.
        if not unit.outbox.keyed_between(f"{stem}{minute - MINUTES + 1:012d}", f"{stem}{minute:012d}"):
            payload = {"what": what.value, "fact": fact}
            unit.outbox.owe(f"{stem}{minute:012d}", admin.telegram_id, KIND, payload, at)
