"""Days on which nothing is asked of a county, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from campaign.days import Days


@dataclass(frozen=True, slots=True)
class Pause:
    """A county's pause; one without an end has `days.after` at the end of time."""

    id: int
    county_id: int
    county_name: str
    days: Days
    reason: str

    @property
    def open(self) -> bool:
        """Whether nobody has said when it ends."""
        return self.days.after == date.max


class Pauses(Protocol):
    """The pauses of a campaign's counties."""

    def since(self, campaign_id: str, day: date) -> Sequence[Pause]:
        """Return the pauses that end on `day` or later, in the order in which they begin."""

    def begin(self, campaign_id: str, county_id: int, days: Days, reason: str) -> int:
        """Store a pause; return its id."""

    def end(self, pause_id: int, after: date) -> None:
        """Let a pause end with the day before `after`."""
