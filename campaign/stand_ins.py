"""Somebody is away for some days, and another looks after his counties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from campaign.people import Person


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who stands in for whom, from the first day to the last."""

    id: int
    absent: Person
    person: Person
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.first <= day <= self.last


class StandIns(Protocol):
    """Who stands in for whom."""

    def since(self, campaign_id: str, day: date) -> Sequence[StandIn]:
        """Return those that end on `day` or later, in the order in which they begin."""

    def begin(self, campaign_id: str, who: tuple[int, int], days: tuple[date, date], at: datetime) -> int:
        """Let somebody stand in: `who` is absent, who comes; return its id.

        What he typed on those days already is credited anew.
        """

    def end(self, stand_in_id: int, last: date) -> None:
        """Give another last day; one before the first stands for never."""
