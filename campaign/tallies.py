"""Tallies: contacts and contact days per county and window, kept in the commit that changes them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from campaign.days import Days
from campaign.vocabulary import Channel

CAMPAIGN_KEY = "campaign"


@dataclass(frozen=True, slots=True)
class TallyKey:
    """A window's name, its days, and the contacts that count in it.

    leader_present: only those at which the leader was present. paired: of each pair of county and liaison,
    those that are credited to it; else of each county. daily: one of a run of windows of one day.
    """

    window: str
    days: Days
    channels: tuple[Channel, ...]
    leader_present: bool = False
    paired: bool = False
    daily: bool = False

    def counts(self, contact: "Counted") -> bool:
        """Whether a contact within the days counts."""
        present = contact.leader_present or not self.leader_present
        known = contact.liaison_id is not None or not self.paired
        return present and known and contact.channel in self.channels


class Counted(NamedTuple):
    """What counting asks of a contact; `liaison_id`: whose it is, None when it is nobody's."""

    channel: Channel
    leader_present: bool | None = None
    liaison_id: int | None = None


@dataclass(frozen=True, slots=True)
class TallyStep:
    """What one new contact adds to a tally; several contacts of a day are one day."""

    window: str
    contacts: int
    days: int
    day: date
    liaison_id: int | None = None


def steps(
    keys: Collection[TallyKey], day: date, contact: Counted, same_day: Collection[Counted]
) -> list[TallyStep]:
    """Return what a contact adds, given the county's other standing contacts of that day."""
    return [_step(key, day, contact, same_day) for key in keys if day in key.days and key.counts(contact)]


def _step(key: TallyKey, day: date, contact: Counted, same_day: Collection[Counted]) -> TallyStep:
    liaison_id = contact.liaison_id if key.paired else None
    beside = (other for other in same_day if liaison_id in {None, other.liaison_id})
    return TallyStep(key.window, 1, 0 if any(map(key.counts, beside)) else 1, day, liaison_id)
