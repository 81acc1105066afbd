"""Stretches of days that a question names: a month, a quarter, the last two weeks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from understanding.days import day_or_none, month_end, month_shifted, months_later, of_week
from understanding.lexicon import Lexicon
from understanding.numbers import Numerals

DAY = timedelta(days=1)
WEEK = 7
QUARTER = 3
HALF = 6
YEAR = 12

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch named in a text; `days` first and last, None for the campaign's own two-month window."""

    start: int
    end: int
    days: Days | None


class StretchFinder:
    """Finds the first stretch that the plain form of a text names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.pattern("stretch_words")
        self.period = lexicon.pattern("stretch_period")
        self.numerals = Numerals(lexicon)
        self.units: Mapping[str, str] = lexicon.table("stretch_units")
        self.upper = lexicon.words["upper_half"][0]

    def find(self, text: str, today: date) -> Stretch | None:
        """Return the first stretch, None when there is none or it is no stretch of the calendar."""
        if own := self.period.search(text):
            return Stretch(*own.span(), None)
        match = self.words.search(text)
        days = self.days(match, today) if match else None
        return Stretch(*match.span(), days) if match and days else None

    def days(self, match: re.Match[str], today: date) -> Days | None:
        """Return the days of a match."""
        name = match.lastgroup or ""
        if known := NAMED.get(name):
            return known(today)
        readers: dict[str, Callable[[re.Match[str], date], Days | None]] = {
            "last_year_month": lambda m, day: self.month(m["last_year_month"], day.year - 1),
            "month": self.latest_month,
            "half": self.half,
            "quarter": self.quarter,
            "unit": self.back,
        }
        return readers[name](match, today)

    def month(self, numeral: str, year: int) -> Days | None:
        """Return a month of a year; None when no year has it."""
        first = day_or_none(year, self.numerals.read(numeral) or 0, 1)
        return (first, month_end(first)) if first else None

    def latest_month(self, match: re.Match[str], today: date) -> Days | None:
        """Return the latest such month that has begun."""
        this = self.month(match["month"], today.year)
        return self.month(match["month"], today.year - 1) if this and this[0] > today else this

    def half(self, match: re.Match[str], today: date) -> Days:
        """Return the first or second half of a year, the latest that has begun."""
        month = 1 if match["half"] == self.upper else 1 + HALF
        return latest_months(month, HALF, today, last_year=bool(match["year_of_half"]))

    def quarter(self, match: re.Match[str], today: date) -> Days:
        """Return a quarter of a year, the latest that has begun."""
        month = 1 + QUARTER * ((self.numerals.read(match["quarter"]) or 1) - 1)
        return latest_months(month, QUARTER, today, last_year=bool(match["year_of_quarter"]))

    def back(self, match: re.Match[str], today: date) -> Days | None:
        """Return the last so many days, weeks, months or years, today included."""
        unit = self.units[match["unit"]]
        half = match["back"] in self.units
        count = 1 if half else self.numerals.read(match["back"]) or 1
        if unit in ("month", "year"):
            months = count * (YEAR if unit == "year" else 1)
            months = HALF if half and unit == "year" else months
            if half and unit == "month":
                return today - 14 * DAY, today
            return months_later(today, -months) + DAY, today
        return today - (count * (WEEK if unit == "week" else 1) - 1) * DAY, today


def to_come(days: Days, today: date) -> Days:
    """Return whole months of the year before as those of this year: what is due is not over."""
    if days[0].day > 1 or days[0].year == today.year or days[1] >= today:
        return days
    return month_shifted(days[0], YEAR), month_end(month_shifted(days[1].replace(day=1), YEAR))


def latest_months(month: int, count: int, today: date, *, last_year: bool) -> Days:
    """Return so many months from a month on, of last year or the latest that have begun."""
    first = date(today.year, month, 1)
    if last_year or first > today:
        first = first.replace(year=today.year - 1)
    return months_from(first, count)


def months_from(first: date, count: int) -> Days:
    """Return the days of so many months."""
    return first, month_end(month_shifted(first, count - 1))


def _months(size: int, back: int) -> Callable[[date], Days]:
    def days(today: date) -> Days:
        into = (today.month - 1) % size
        return months_from(month_shifted(today, -into - back * size), size)

    return days


def _week(back: int) -> Callable[[date], Days]:
    def days(today: date) -> Days:
        monday = of_week(today, 0, -back)
        return monday, monday + (WEEK - 1) * DAY

    return days


NAMED: Mapping[str, Callable[[date], Days]] = {
    "month_now": _months(1, 0),
    "month_last": _months(1, 1),
    "quarter_now": _months(QUARTER, 0),
    "quarter_last": _months(QUARTER, 1),
    "half_now": _months(HALF, 0),
    "year_now": _months(YEAR, 0),
    "year_last": _months(YEAR, 1),
    "week_now": _week(0),
    "week_last": _week(1),
    "month_next": _months(1, -1),
    "quarter_next": _months(QUARTER, -1),
    "week_next": _week(-1),
}
