"""Counties that several tiers of unions look after, on one install: who contacted each, and who did not.

Linked campaigns share a county, the last days and channels of its contacts, and their tier; never a text, a
person or an issue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from campaign.days import Days
from campaign.frame import Tier
from campaign.vocabulary import Channel


class TierCounty(NamedTuple):
    """What one campaign tells of one of its counties.

    last_day: of all contacts. in_window: the last day by each channel within the days that were asked for.
    """

    tier: Tier
    county_id: int
    code: str | None
    prefecture: str
    name: str
    last_day: date | None
    paired: bool
    in_window: Mapping[Channel, date] = MappingProxyType({})


class Reached(StrEnum):
    """Who logged a contact with a county."""

    NOBODY = "nobody"
    OWN = "own"
    OTHERS = "others"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Union:
    """One county with what all tiers tell of it; `others` are the same county in linked campaigns."""

    own: TierCounty
    others: tuple[TierCounty, ...]

    @property
    def reached(self) -> Reached:
        """Who logged a contact with it."""
        return _reached(own=bool(self.own.last_day), others=any(other.last_day for other in self.others))

    def reached_in_window(self, channel: Channel | None = None) -> Reached:
        """Who logged one within the days that were asked for; by a channel, or by any."""

        def had(county: TierCounty) -> bool:
            return channel in county.in_window if channel else bool(county.in_window)

        return _reached(own=had(self.own), others=any(map(had, self.others)))

    @property
    def unpaired(self) -> bool:
        """Whether no tier has anybody for it."""
        return not any(row.paired for row in (self.own, *self.others))

    @property
    def latest(self) -> TierCounty | None:
        """The linked campaign's county that was contacted last."""
        return max((o for o in self.others if o.last_day), key=lambda o: o.last_day or date.min, default=None)


def _reached(*, own: bool, others: bool) -> Reached:
    if own:
        return Reached.BOTH if others else Reached.OWN
    return Reached.OTHERS if others else Reached.NOBODY


class Tiers(Protocol):
    """What campaigns tell each other."""

    def counties(
        self, campaign_id: str, as_of: datetime | None = None, days: Days | None = None
    ) -> Sequence[TierCounty]:
        """Return what a campaign tells of its counties, in the roster's order; as known at `as_of`.

        days: those of `in_window`, as it is now.
        """


def unions(own: Sequence[TierCounty], others: Iterable[Sequence[TierCounty]]) -> tuple[Union, ...]:
    """Match each county with itself in other campaigns: by its code, or by prefecture and name."""
    found = [_index(rows) for rows in others]
    same = ((row, (_same(row, index) for index in found)) for row in own)
    return tuple(Union(row, tuple(other for other in matches if other)) for row, matches in same)


def _index(rows: Iterable[TierCounty]) -> Mapping[object, TierCounty]:
    index: dict[object, TierCounty] = {}
    for row in rows:
        index[row.prefecture, row.name] = row
        if row.code:
            index[row.code] = row
    return index


def _same(row: TierCounty, index: Mapping[object, TierCounty]) -> TierCounty | None:
    by_code = index.get(row.code) if row.code else None
    by_name = index.get((row.prefecture, row.name))
    clash = by_name and by_name.code and row.code and by_name.code != row.code
    return by_code or (None if clash else by_name)
