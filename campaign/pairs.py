"""Pairs of a county and a liaison, and what is counted of counties and pairs in the windows of a rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from campaign.days import Days
from campaign.quotas import QuotaTerm
from campaign.why import Behind


class Unit(NamedTuple):
    """Whom a rule asks: a county (no liaison), a liaison (no county), or a pair of both; 0 for no one."""

    county_id: int
    liaison_id: int


class Pair(NamedTuple):
    """A liaison who is paired with a county, since its first day without a break."""

    county_id: int
    liaison_id: int
    liaison: str
    since: date

    @property
    def unit(self) -> Unit:
        """The pair as one whom a rule asks."""
        return Unit(self.county_id, self.liaison_id)


class Tallied(NamedTuple):
    """What was counted of a county or pair in one window, which `day` belongs to."""

    day: date
    unit: Unit
    contacts: int
    days: int
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Whom:
    """Which counties are meant: those of a person, one, or all."""

    person_id: int | None = None
    county_id: int | None = None


EVERYBODY = Whom()


class Standings(Protocol):
    """What standing is made of, beside the counts of counties."""

    def tallied(
        self, campaign_id: str, terms: Sequence[QuotaTerm], whom: Whom, as_of: datetime | None = None
    ) -> Sequence[Tallied]:
        """Count the windows of one rule, which follow one another; as known at `as_of` if given."""

    def pairs(self, campaign_id: str, whom: Whom, as_of: datetime | None = None) -> Sequence[Pair]:
        """Return the pairs that stand, in the roster's order."""

    def credited(self, campaign_id: str, whom: Whom, as_of: datetime | None = None) -> Mapping[Unit, date]:
        """Return the last day of a contact of each pair that ever had one."""

    def rows(self, campaign_id: str, days: Days, county_id: int | None, limit: int) -> Sequence[Behind]:
        """Return the standing contacts of some days, of one county or of all, latest first."""
