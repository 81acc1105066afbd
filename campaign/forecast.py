"""What will be missing at the end of the quota's window if all goes on as until now: counties, no persons."""

from collections.abc import Container
from dataclasses import dataclass

from campaign.days import DAY
from campaign.standing import CampaignStanding, CountyStanding
from campaign.workdays import WorkCalendar

# Before that a forecast would say little more than that the window has just begun.
SHARE_NEEDED = 4


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
    elapsed = calendar.between(quota.days.first, min(today, quota.days.last))
    left = calendar.between(today + DAY, quota.days.last)
    if quota.rolling or today not in quota.days or elapsed * SHARE_NEEDED < elapsed + left:
        return None
    short = [
        (county, missing_of(county, elapsed, left))
        for county in stand.counties
        if county.counts.county_id not in paused
    ]
    return Forecast(sum(missing for _, missing in short), tuple(c for c, missing in short if missing))


def missing_of(county: CountyStanding, elapsed: int, left: int) -> int:
    """Return what one county will lack: its share of every working day so far goes on, halves rounded up."""
    if not elapsed:
        return max(0, county.required - county.done)
    expected = county.done + (2 * county.done * left + elapsed) // (2 * elapsed)
    return max(0, county.required - expected)
