"""Arithmetic of days that wording needs: latest and next days, month ends, moon days and feasts."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from understanding.lexicon import Lexicon

LAST_BEFORE_LEAP = 2
"""The last month whose solar terms come before the leap day has told."""


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, None when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest(month: int, day: int, today: date) -> date | None:
    """Return the latest day of that month and day that is not after today."""
    return first(
        d for y in range(today.year, today.year - 5, -1) if (d := day_or_none(y, month, day)) and d <= today
    )


def coming(month: int, day: int, today: date) -> date | None:
    """Return the next day of that month and day, today included."""
    return first(
        d for y in range(today.year, today.year + 5) if (d := day_or_none(y, month, day)) and d >= today
    )


def first(days: Any) -> date | None:
    """Return the first of some days, None when there are none."""
    return next(iter(days), None)


def month_shifted(today: date, months: int) -> date:
    """Return the first day of the month that lies so many months from today's."""
    index = today.year * 12 + today.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return month_shifted(day, 1) - timedelta(days=1)


def months_later(today: date, months: int) -> date:
    """Return the same day so many months later, the month's last day when it is shorter."""
    start = month_shifted(today, months)
    return date(start.year, start.month, min(today.day, month_end(start).day))


def of_week(today: date, weekday: int, weeks: int) -> date:
    """Return a weekday (0 is Monday) of the week that lies so many weeks from today's."""
    return today + timedelta(days=weekday - today.weekday(), weeks=weeks)


class Feasts:
    """Moon days and feasts by year, from the lexicon's tables."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.sun: Mapping[str, int] = lexicon.table("sun_feasts")
        self.terms: Mapping[str, tuple[int, float]] = lexicon.table("sun_terms")
        self.moon: Mapping[str, int] = lexicon.table("moon_feasts")
        self.months: Mapping[str, Any] = lexicon.table("moon_years")

    def moon_day(self, year: int, month: int, day: int) -> date | None:
        """Return the day of a moon year; day 0 is the eve of the month. None outside the table."""
        firsts = self.months.get(str(year))
        return date.fromisoformat(firsts[month - 1]) + timedelta(days=day - 1) if firsts else None

    def of_year(self, name: str, year: int) -> date | None:
        """Return a feast's day in a sun year; feasts of the last moon month are the moon year before's."""
        if name in self.moon:
            month, day = divmod(self.moon[name], 100)
            return self.moon_day(year - (month == 12), month, day)
        if name in self.terms:
            return solar_term(year, *self.terms[name])
        return date(year, *divmod(self.sun[name], 100))


def solar_term(year: int, month: int, constant: float) -> date:
    """Return a solar term's day by the formula that holds for 2000 to 2099, a day off in very few years."""
    century = year % 100
    leaps = (century - (month <= LAST_BEFORE_LEAP)) // 4
    return date(year, month, int(century * 0.2422 + constant) - leaps)
