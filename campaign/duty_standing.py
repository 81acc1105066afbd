"""How the holders of a standing duty stand in the window of a day. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from campaign.days import DAY, Days
from campaign.duties import DutyHolder, DutyRule
from campaign.people import County
from campaign.quotas import carried, owed, windows


class DutyState(StrEnum):
    """Where a holder stands with a duty; nothing is asked of a county that is paused."""

    DONE = "done"
    OWED = "owed"
    OVERDUE = "overdue"
    PAUSED = "paused"


class Holder(NamedTuple):
    """Who owes a duty: a county by its id, or (0) a city or a person by name. `place`: the county's city."""

    county_id: int
    name: str
    place: str = ""

    @property
    def key(self) -> tuple[int, str]:
        """What stays when a county is renamed."""
        return self.county_id, "" if self.county_id else self.name


class DutyDone(NamedTuple):
    """One logged meeting, report or event: of which duty, by whom, on which day."""

    duty: str
    county_id: int
    holder: str
    day: date

    @property
    def key(self) -> tuple[int, str]:
        """The key of its holder."""
        return self.county_id, "" if self.county_id else self.holder


class DutyStand(NamedTuple):
    """How one holder stands: done and required in the window, days left to its end."""

    holder: Holder
    done: int
    required: int
    days_left: int
    state: DutyState

    @property
    def needed(self) -> int:
        """What is not done yet."""
        return max(0, self.required - self.done)


@dataclass(frozen=True, slots=True)
class DutyStanding:
    """One duty in the window of a day, and all its holders in the roster's order."""

    rule: DutyRule
    days: Days
    required: int
    stands: tuple[DutyStand, ...]

    @property
    def asked(self) -> tuple[DutyStand, ...]:
        """Those of whom anything is asked."""
        return tuple(stand for stand in self.stands if stand.state is not DutyState.PAUSED)

    @property
    def missing(self) -> tuple[DutyStand, ...]:
        """Those who have not done all that is asked."""
        return tuple(stand for stand in self.asked if stand.needed)


class Asking(NamedTuple):
    """When it is asked: the campaign's days, the day of asking, the counties that are paused on it."""

    span: Days
    today: date
    paused: Collection[int] = ()


def holders_of(rule: DutyRule, counties: Iterable[County]) -> tuple[Holder, ...]:
    """Return who owes a duty: each county, each city of theirs, or the persons that it names."""
    if rule.who is DutyHolder.PERSON:
        return tuple(Holder(0, name) for name in rule.persons)
    if rule.who is DutyHolder.CITY:
        return tuple(
            Holder(0, name) for name in dict.fromkeys(c.prefecture for c in counties if c.prefecture)
        )
    return tuple(Holder(county.id, county.name, county.prefecture) for county in counties)


def duty_standing(
    rule: DutyRule, asking: Asking, holders: Sequence[Holder], done: Iterable[DutyDone]
) -> DutyStanding:
    """Return how holders stand with a duty on a day."""
    span, today, paused = asking
    days, required = owed(rule, span, today)
    until = [window for window in windows(rule, span) if window[0].first <= days.first]
    counted = until if rule.carry_over else [(days, required)]
    of: dict[tuple[int, str], list[date]] = {}
    for one in done:
        if one.duty == rule.id:
            of.setdefault(one.key, []).append(one.day)
    left = max(0, (days.after - today) // DAY)
    stands = []
    for holder in holders:
        had = _counted(rule, counted, of.get(holder.key, ()))
        state = _state(had, required, late=today > days.last, paused=holder.county_id in paused)
        stands.append(DutyStand(holder, had, required, left, state))
    return DutyStanding(rule, days, required, tuple(stands))


def _counted(rule: DutyRule, counted: Sequence[tuple[Days, int]], days: Sequence[date]) -> int:
    if not days:
        return 0
    if len(counted) == 1:
        first, after = counted[0][0].first, counted[0][0].after
        return sum(first <= day < after for day in days)
    each = (sum(day in window for day in days) for window, _ in counted)
    return carried(rule, (asked for _, asked in counted), each)[-1]


def _state(done: int, required: int, *, late: bool, paused: bool) -> DutyState:
    if done >= required:
        return DutyState.DONE
    if paused:
        return DutyState.PAUSED
    return DutyState.OVERDUE if late else DutyState.OWED
