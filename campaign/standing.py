"""How counties stand: from counts to states. Total, and with the day as an argument."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from campaign.plan import Windows
from campaign.progress import Stand


class CountyCounts(NamedTuple):
    """What the store counted of one county: in the campaign, this two-month window, this quota window.

    `first_day`: from which it belongs to the campaign.
    """

    county_id: int
    name: str
    prefecture: str
    liaison: str | None
    contact_person: str | None
    contacts: int
    last_day: date | None
    period_contacts: int
    quota_contacts: int
    quota_days: int
    quota_last_day: date | None = None
    first_day: date = date.min


class CountyState(StrEnum):
    """The state of contact, worst last; a tile shows it by colour and letter."""

    DONE = "A"
    CONTACTED = "B"
    QUIET = "C"
    NEVER = "D"


class CountyStanding(NamedTuple):
    """One county on a day: done and required of the quota, days left to its end, state.

    `stand`: how it stands by the quota, where that was asked for.
    """

    counts: CountyCounts
    done: int
    required: int
    days_left: int
    state: CountyState
    stand: Stand | None = None


class PrefectureStanding(NamedTuple):
    """One city: its counties, those contacted in the window, what is done of what its counties owe.

    No county's contacts beyond its own quota count for another.
    """

    name: str
    counties: int
    contacted: int
    done: int
    owed: int


@dataclass(frozen=True, slots=True)
class CampaignStanding:
    """Every county in the roster's order, and the windows in which it was counted."""

    windows: Windows
    counties: tuple[CountyStanding, ...]

    def count(self, *states: CountyState) -> int:
        """Count the counties in any of the states."""
        return sum(county.state in states for county in self.counties)

    @property
    def met(self) -> int:
        """Counties whose quota is done."""
        return sum(county.done >= county.required for county in self.counties)

    @property
    def uncovered_in_period(self) -> tuple[CountyStanding, ...]:
        """Counties with nothing logged in this two-month window."""
        return tuple(c for c in self.counties if not c.counts.period_contacts)

    @property
    def prefectures(self) -> tuple[PrefectureStanding, ...]:
        """How each city stands, in the roster's order."""
        rows = (
            (c.counts.prefecture, bool(c.counts.period_contacts), c.done, c.required) for c in self.counties
        )
        return by_prefecture(rows)

    @property
    def never(self) -> tuple[CountyStanding, ...]:
        """Counties with nothing logged in the whole campaign."""
        return tuple(c for c in self.counties if not c.counts.contacts)


def by_prefecture(counties: Iterable[tuple[str, bool, int, int]]) -> tuple[PrefectureStanding, ...]:
    """Return how each city stands, in the order in which they come.

    counties: of each its city, whether it was contacted in the window, what is done and what is required.
    """
    found: dict[str, PrefectureStanding] = {}
    for name, contacted, done, required in counties:
        city = found.get(name, PrefectureStanding(name, 0, 0, 0, 0))
        found[name] = PrefectureStanding(
            name,
            city.counties + 1,
            city.contacted + contacted,
            city.done + min(done, required),
            city.owed + required,
        )
    return tuple(found.values())


def standing(
    windows: Windows, counts: Iterable[CountyCounts], stands: Mapping[int, Stand] | None = None
) -> CampaignStanding:
    """Return how the counties stand on the windows' day.

    `stands`: by county, how each stands by the quota; needed where that counts pairs, or carries over.
    """
    if stands is not None:
        days = max(0, (windows.quota.days.after - windows.today).days)
        rows = (_by_stand(row, stands.get(row.county_id), days) for row in counts)
        return CampaignStanding(windows, tuple(rows))
    required, once = windows.quota.required, windows.quota.rule.same_day_once
    days_left = max(0, (windows.quota.days.after - windows.today).days)
    return CampaignStanding(
        windows, tuple(_county_standing(row, required, days_left, once=once) for row in counts)
    )


def _by_stand(counts: CountyCounts, stand: Stand | None, days_left: int) -> CountyStanding:
    """Return how a county stands; a rule that does not ask it leaves its contacts and nothing to be done."""
    done, required = (stand.done, stand.required) if stand else (counts.contacts, 0)
    return CountyStanding(counts, done, required, days_left, _state(counts, done, required), stand)


def _county_standing(counts: CountyCounts, required: int, days_left: int, *, once: bool) -> CountyStanding:
    done = counts.quota_days if once else counts.quota_contacts
    return CountyStanding(counts, done, required, days_left, _state(counts, done, required))


def _state(counts: CountyCounts, done: int, required: int) -> CountyState:
    if not counts.contacts:
        return CountyState.NEVER
    if required and done >= required:
        return CountyState.DONE
    return CountyState.CONTACTED if counts.period_contacts else CountyState.QUIET
