"""Tallies: contacts and contact days per county and window, kept in the commit that changes them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from campaign.days import Days
from campaign.vocabulary import Channel

CAMPAIGN_KEY = "campaign"


@dataclass(frozen=True, slots=True)
class TallyKey:
    """A window's name, its days, and the channels that count in it."""

    window: str
    days: Days
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class TallyStep:
    """What one new contact adds to a tally; several contacts of a day are one day."""

    window: str
    contacts: int
    days: int
    day: date


def steps(
    keys: Collection[TallyKey], day: date, channel: Channel, same_day: Collection[Channel]
) -> list[TallyStep]:
    """Return what a contact adds, given the channels of the county's other standing contacts of that day."""
    return [
        TallyStep(key.window, 1, 0 if set(same_day) & set(key.channels) else 1, day)
        for key in keys
        if channel in key.channels
    ]
