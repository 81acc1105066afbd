"""Working days of China with make-up days; a year without a table falls back to plain weekdays."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from campaign.days import DAY
from campaign.frame import YearDays

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearTable:
    """The exceptions of one year: weekdays that are off, weekend days that are worked."""

    off: frozenset[date]
    worked: frozenset[date]


NO_TABLE = YearTable(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Knows working days by year table; the tables come from the holiday library or the definition."""

    years: Mapping[int, YearTable] = field(default_factory=dict)

    def knows(self, year: int) -> bool:
        """Whether the year's holidays are known; if not, screens say that plain weekdays were counted."""
        return year in self.years

    def overridden(self, changes: Mapping[int, YearDays]) -> Self:
        """Return the calendar of a campaign whose definition names days off and days worked of its own."""
        years = dict(self.years)
        for year, days in changes.items():
            known, off, worked = years.get(year, NO_TABLE), set(days.holidays), set(days.workdays)
            years[year] = YearTable(known.off - worked | off, known.worked - off | worked)
        return replace(self, years=years) if changes else self

    def is_workday(self, day: date) -> bool:
        """Whether people work on `day`."""
        table = self.years.get(day.year)
        if table and day in table.off:
            return False
        return day.weekday() < SATURDAY or bool(table and day in table.worked)

    def up_to(self, day: date) -> date:
        """Return the last working day not after `day`."""
        while not self.is_workday(day):
            day -= DAY
        return day

    def after(self, day: date) -> date:
        """Return the first working day after `day`."""
        day += DAY
        while not self.is_workday(day):
            day += DAY
        return day

    def between(self, first: date, last: date) -> int:
        """Count the working days from `first` to `last`, both included; 0 when the span is empty."""
        return sum(
            self.is_workday(date.fromordinal(n)) for n in range(first.toordinal(), last.toordinal() + 1)
        )
