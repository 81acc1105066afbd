"""What will be missing at the end of the quota's window if all goes on as until now: counties, no persons."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from campaign.days import DAY
from campaign.quotas import QuotaTerm
from campaign.standing import CampaignStanding, CountyStanding
from campaign.workdays import WorkCalendar

# Before that a forecast would say little more than that the window has just begun.
SHARE_NEEDED = 4


class Owing(Protocol):
    """What has done some of what is required."""

    @property
    def done(self) -> int:
        """How many contacts count."""

    @property
    def required(self) -> int:
        """How many are asked for."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many contacts will be missing in all, and in which counties, in the roster's order."""

    missing: int
    counties: tuple[CountyStanding, ...]


def forecast(stand: CampaignStanding, calendar: WorkCalendar, paused: Container[int] = ()) -> Forecast | None:
    """Return the forecast; None when the window is rolling, over, or less than a quarter of it is past.

    `paused`: counties of which nothing is asked now, by id.
    """
    quota, today = stand.windows.quota, stand.windows.today
    elapsed, left = elapsed_and_left(quota, today, calendar)
    if quota.rolling or today not in quota.days or elapsed * SHARE_NEEDED < elapsed + left:
        return None
    short = [
        (county, missing_of(county, elapsed, left))
        for county in stand.counties
        if county.counts.county_id not in paused
    ]
    return Forecast(sum(missing for _, missing in short), tuple(c for c, missing in short if missing))


def elapsed_and_left(quota: QuotaTerm, today: date, calendar: WorkCalendar) -> tuple[int, int]:
    """Return how many working days of a window are over, today's included, and how many are to come."""
    elapsed = calendar.between(quota.days.first, min(today, quota.days.last))
    return elapsed, calendar.between(today + DAY, quota.days.last)


def missing_of(county: Owing, elapsed: int, left: int) -> int:
    """Return what one county will lack: its share of every working day so far goes on, halves rounded up."""
    if not elapsed:
        return max(0, county.required - county.done)
    expected = county.done + (2 * county.done * left + elapsed) // (2 * elapsed)
    return max(0, county.required - expected)
