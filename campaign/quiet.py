"""Quiet hours: local hours in which the bot says nothing of its own accord."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from campaign.days import DAY
from campaign.definition import QuietHours

AT_ONCE = "at_once"
"""Stands in the payload of an owed message that answers somebody, and therefore waits for no morning."""


def after_quiet(hours: QuietHours, zone: ZoneInfo, moment: datetime) -> datetime:
    """Return `moment`, or the end of the quiet hours it falls in; the hours may span midnight."""
    local = moment.astimezone(zone)
    if not _quiet(hours, local.time()):
        return moment
    end = datetime.combine(local.date(), hours.end, zone)
    return end if local < end else datetime.combine(local.date() + DAY, hours.end, zone)


def _quiet(hours: QuietHours, at: time) -> bool:
    if hours.start <= hours.end:
        return hours.start <= at < hours.end
    return at >= hours.start or at < hours.end
