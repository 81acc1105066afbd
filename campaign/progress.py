"""How far somebody is with what a rule asks: done, still needed, on time or not. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from campaign.days import DAY, Days
from campaign.quotas import QuotaTerm
from campaign.workdays import WorkCalendar


class Progress(StrEnum):
    """Where somebody stands with a rule, worst last; a pause outweighs all of it."""

    PAUSED = "paused"
    DONE = "done"
    ON_TRACK = "on_track"
    NEW = "new"
    BEHIND = "behind"
    NEVER = "never"
    OVERDUE = "overdue"


WORST = tuple(Progress)


class Asked(NamedTuple):
    """Who is asked: since when, and for which counties.

    first_day: from which it belongs to the campaign. since: the day from which a pairing owes; None for a
    county, which owes whole windows.
    """

    first_day: date
    since: date | None
    counties: tuple[int, ...]


class Had(NamedTuple):
    """What was counted in a window: contacts, and what is done with what earlier windows left over.

    last_days: of each county the last day of the window that counts. last_contact: of the whole campaign,
    by any channel.
    """

    contacts: int = 0
    done: int = 0
    last_days: Mapping[int, date | None] = MappingProxyType({})
    last_contact: date | None = None


class Stand(NamedTuple):
    """How somebody stands by one rule on a day.

    needed: what is not done yet. reachable: it can still be done on the working days that are left.
    """

    contacts: int
    done: int
    required: int
    last_contact: date | None
    days_left: int
    needed: int
    reachable: bool
    progress: Progress

    @property
    def met(self) -> bool:
        """Whether all that is asked for is done."""
        return not self.needed


@dataclass(frozen=True)
class Course:
    """What standing depends on besides counts: the day, the working days, who is paused.

    period: the two-month window of the day. pauses: by county.
    """

    today: date
    period: Days
    calendar: WorkCalendar
    pauses: Mapping[int, Sequence[Days]] = field(default_factory=dict)
    _left: dict[tuple[date, date], int] = field(default_factory=dict, compare=False, repr=False)

    def stand(self, term: QuotaTerm, asked: Asked, had: Had) -> Stand:
        """Return how somebody stands in a rule's window."""
        required = term.required if asked.since is None else term.required_of(asked.since)
        needed = max(0, required - had.done)
        reachable = not needed or term.rolling or self._can_be_met(term, asked, had, needed)
        return Stand(
            had.contacts,
            had.done,
            required,
            had.last_contact,
            max(0, (term.days.after - self.today) // DAY),
            needed,
            reachable,
            self._progress(term, asked, had, (required, needed, reachable)),
        )

    def paused(self, county_id: int, day: date) -> bool:
        """Whether nothing is asked of a county on a day."""
        return any(day in days for days in self.pauses.get(county_id, ()))

    def _progress(self, term: QuotaTerm, asked: Asked, had: Had, found: tuple[int, int, bool]) -> Progress:
        required, needed, reachable = found
        if all(self.paused(county_id, self.today) for county_id in asked.counties):
            return Progress.PAUSED
        if required and not needed:
            return Progress.DONE
        if needed and self.today > term.days.last:
            return Progress.OVERDUE
        if had.last_contact is None:
            new = asked.first_day in self.period and self.today < self.period.after
            return Progress.NEW if new else Progress.NEVER
        days = Days(max(term.days.first, asked.since or term.days.first), term.days.after)
        late = had.done < due_by(term, required, days, self.today) or not reachable
        return Progress.BEHIND if late else Progress.ON_TRACK

    def _can_be_met(self, term: QuotaTerm, asked: Asked, had: Had, needed: int) -> bool:
        once = term.rule.same_day_once
        chances = sum(
            self._chances(term.days, county_id, had.last_days.get(county_id) if once else None)
            for county_id in asked.counties
        )
        return chances >= (needed if once else 1)

    def _chances(self, days: Days, county_id: int, last_day: date | None) -> int:
        """Count the working days left for a county; today is used up when something counts on it."""
        first = max(self.today, days.first)
        if last_day == first:
            first += DAY
        if county_id not in self.pauses:
            return self._workdays(first, days.last)
        every = (first + DAY * number for number in range(len(Days(first, days.after))))
        return sum(self.calendar.is_workday(day) and not self.paused(county_id, day) for day in every)

    def _workdays(self, first: date, last: date) -> int:
        if (first, last) not in self._left:  # the same for nearly every county
            self._left[first, last] = self.calendar.between(first, last)
        return self._left[first, last]


def due_by(term: QuotaTerm, required: int, days: Days, today: date) -> int:
    """Return what should be done by a day: a share of what is required, halves rounded up.

    A rolling window asks for everything as soon as it is as long as it shall be.
    """
    if term.rolling:
        return required if len(days) >= (term.rule.days or 0) else 0
    elapsed, whole = max(0, (today - days.first) // DAY), len(days)
    return (2 * required * elapsed + whole) // (2 * whole) if whole else 0


def together(stands: Sequence[Stand]) -> Stand:
    """Return how a county stands with all its pairs: what one did beyond its share helps no other."""
    if len(stands) == 1:
        return stands[0]
    lasts = (stand.last_contact for stand in stands if stand.last_contact)
    return Stand(
        sum(stand.contacts for stand in stands),
        sum(min(stand.done, stand.required) for stand in stands),
        sum(stand.required for stand in stands),
        max(lasts, default=None),
        stands[0].days_left,
        sum(stand.needed for stand in stands),
        all(stand.reachable for stand in stands),
        worst(stand.progress for stand in stands) or Progress.ON_TRACK,
    )


def worst(stands: Iterable[Progress]) -> Progress | None:
    """Return where somebody stands with all rules together; None without any."""
    found = list(stands)
    if Progress.PAUSED in found:
        return Progress.PAUSED
    return max(found, key=WORST.index, default=None)
