"""The figures that a status answer and a digest share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from campaign.days import Days
from campaign.standing import CampaignStanding
from campaign.vocabulary import Channel


class SpanCounts(NamedTuple):
    """Some days: how many of the listed counties had a contact in them, and how many contacts there were."""

    days: Days
    contacted: int
    contacts: int


class IssueCounts(NamedTuple):
    """Issues raised and closed within some days; open and overdue at their end."""

    raised: int
    closed: int
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Figures:
    """One window in numbers. `late` counts contacts of earlier windows that were typed in this one.

    `before`: the window before it, of the same kind, where it is told.
    """

    standing: CampaignStanding
    channels: Mapping[Channel, int]
    issues: IssueCounts
    practices: int
    late: int
    before: SpanCounts | None = None

    @property
    def contacts(self) -> int:
        """All contacts of the window."""
        return sum(self.channels.values())
