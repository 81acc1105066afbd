"""Spans of whole days, half-open, in the campaign's zone."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days from `first` up to, not including, `after`."""

    first: date
    after: date

    @property
    def last(self) -> date:
        """The last day that belongs to the span."""
        return self.after - DAY

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day < self.after

    def __len__(self) -> int:
        return max(0, (self.after - self.first).days)

    def clip(self, bounds: "Days") -> "Days":
        """Return the part that lies within `bounds`; empty when there is none."""
        first = max(self.first, bounds.first)
        return Days(first, max(first, min(self.after, bounds.after)))


def through(first: date, last: date) -> Days:
    """Return the span that includes both ends."""
    return Days(first, last + DAY)


def calendar_year(day: date) -> Days:
    """Return the calendar year of `day`."""
    return calendar_months(day, 12)


def calendar_months(day: date, length: int) -> Days:
    """Return the run of `length` months that `day` falls in; runs begin in January (length divides 12)."""
    first = day.month - (day.month - 1) % length
    after = date(day.year + (first + length) // 13, (first + length - 1) % 12 + 1, 1)
    return Days(date(day.year, first, 1), after)
