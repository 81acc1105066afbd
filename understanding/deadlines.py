"""Days by which something is to be done, told from the day on which the message was written."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from campaign.workdays import WorkCalendar
from understanding.dates import Day, any_kind
from understanding.days import Feasts, coming, day_or_none, month_end, month_shifted, months_later, of_week
from understanding.lexicon import Lexicon
from understanding.numbers import Numerals

HALF_MONTH = 15
FAR = 270
"""Days from which on a day without a year is rather the last such than the next."""
LONGEST = 400
"""Days above which a number names no deadline."""
WORKDAY = "k"
"""The lexicon's unit for working days."""


class DeadlineFinder:
    """Finds deadlines in the plain form of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numerals = Numerals(lexicon)
        units = lexicon.table("within_units")
        self.workday_words = frozenset(word for word, unit in units.items() if unit == WORKDAY)
        self.feasts = Feasts(lexicon)
        kinds = lexicon.words["deadline_kinds"]
        self.any = any_kind(lexicon, kinds)
        self.readers: Mapping[str, Callable[[re.Match[str], date], date | None]] = {
            kind: getattr(self, f"of_{kind}") for kind in kinds
        }

    def find(self, text: str, today: date, calendar: WorkCalendar | None = None) -> Iterator[Day]:
        """Yield all deadlines in order of place; without a calendar every weekday is a working day."""
        for match in self.any.finditer(text):
            kind = match.lastgroup or ""
            exact = self.lexicon.pattern(kind).match(text, match.start())
            value = self.readers[kind](exact, today) if exact else None
            if exact and kind == "within" and exact["unit"] in self.workday_words:
                value = working_days_on(today, self.number(exact["n"]), calendar or WorkCalendar())
            if value:
                yield Day(match.start(), match.end(), value, kind)

    def number(self, text: str | None) -> int:
        """Return a numeral's value, 0 when it has none."""
        return self.numerals.read(text or "") or 0

    def year(self, text: str | None, today: date) -> int | None:
        """Return the year named by its distance, None when none is named."""
        shifts: Mapping[str, int] = self.lexicon.table("year_shift")
        return today.year + shifts[text] if text else None

    def month(self, text: str, today: date) -> date:
        """Return the first day of this or the next month."""
        shifts: Mapping[str, int] = self.lexicon.table("month_shift")
        return month_shifted(today, shifts[text[0]])

    def of_within(self, match: re.Match[str], today: date) -> date | None:
        """Read "within three days", weeks, months; working days are counted by the calendar."""
        unit = self.lexicon.table("within_units")[match["unit"]]
        count = self.number(match["n"])
        if not count:
            return self.half(unit, today)
        if count > LONGEST or unit == WORKDAY:
            return None
        days = {"d": count, "w": 7 * count}.get(unit)
        return (
            today + timedelta(days=days) if days else months_later(today, count * (12 if unit == "y" else 1))
        )

    def half(self, unit: str, today: date) -> date | None:
        """Return the end of half a month or half a year."""
        ends = {"m": today + timedelta(days=HALF_MONTH), "y": months_later(today, 6)}
        return ends.get(unit)

    def of_season_end(self, match: re.Match[str], today: date) -> date | None:
        """Read the end of a quarter or half-year, the next such."""
        month = self.lexicon.table("season_numbers")[match["q"] or match["half"]]
        year = self.year(match["year"], today) or today.year
        end = month_end(date(year, month, 1))
        return end if match["year"] or end >= today else month_end(date(year + 1, month, 1))

    def of_month_end_by(self, match: re.Match[str], today: date) -> date | None:
        """Read the end of a month or of a third of it."""
        last: int = self.lexicon.table("part_ends")[match["part"]]
        number = self.number(match["m"])
        if not number:
            return end_in(self.month(match["month"], today) if match["month"] else today, last)
        if number > 12:
            return None
        year = self.year(match["year"], today) or today.year
        end = end_in(date(year, number, 1), last)
        return end if match["year"] or end >= today else end_in(date(year + 1, number, 1), last)

    def of_year_end(self, match: re.Match[str], today: date) -> date | None:
        """Read the end of this or the next year."""
        return date(self.year(match["year"] or match["y"], today) or today.year, 12, 31)

    def of_full_by(self, match: re.Match[str], today: date) -> date | None:
        """Read a date with its year; one that is over signs a paper and sets no term."""
        day = day_or_none(self.number(match["y"]), self.number(match["m"]), self.number(match["d"]))
        return day if day and (day > today or match["by"]) else None

    def of_month_day_by(self, match: re.Match[str], today: date) -> date | None:
        """Read month and day: the next such, today included."""
        month, day = self.number(match["m"] or match["mm"]), self.number(match["d"] or match["dd"])
        year = self.year(match["year"], today)
        return day_or_none(year, month, day) if year else coming(month, day, today)

    def of_month_day_done(self, match: re.Match[str], today: date) -> date | None:
        """Read month and day of what is to be done then: the next such, unless the last one is nearer."""
        day = coming(self.number(match["m"] or match["mm"]), self.number(match["d"] or match["dd"]), today)
        return day if day and (day - today).days < FAR else None

    def of_other_month_by(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of this or the next month."""
        month = self.month(match["month"], today)
        return day_or_none(month.year, month.month, self.number(match["d"]))

    def of_weekday_by(self, match: re.Match[str], today: date) -> date | None:
        """Read a weekday: alone it is the next such, today included."""
        weekday = int(self.lexicon.table("weekday_numbers")[match["w"]])
        if match["week"]:
            return of_week(today, weekday, self.weeks(match["week"]))
        return today + timedelta(days=(weekday - today.weekday()) % 7)

    def weeks(self, text: str) -> int:
        """Return how many weeks ahead the words mean."""
        shifts: Mapping[str, int] = self.lexicon.table("week_shift")
        return shifts.get(text[:2], shifts[text[0]])

    def of_period_within(self, match: re.Match[str], today: date) -> date | None:
        """Read "within this week" or month: its last day."""
        if match["month"]:
            return month_end(self.month(match["month"], today))
        return of_week(today, 6, self.weeks(match["week"]))

    def of_feast_by(self, match: re.Match[str], today: date) -> date | None:
        """Read "before a feast": the feast itself, the next such."""
        years = [self.year(match["year"], today)] if match["year"] else range(today.year, today.year + 3)
        days = (self.feasts.of_year(match["feast"], year) for year in years if year)
        return next((day for day in days if day and day >= today), None)

    def of_day_by(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of the month: the next such, today included."""
        months = (month_shifted(today, ahead) for ahead in range(4))
        days = (day_or_none(month.year, month.month, self.number(match["d"])) for month in months)
        return next((day for day in days if day and day >= today), None)

    def of_today_by(self, match: re.Match[str], today: date) -> date | None:
        """Read "before the end of today" and the like."""
        shifts: Mapping[str, int] = self.lexicon.table("relative_days")
        return today + timedelta(days=shifts[match["word"][0]])

    def of_labelled_by(self, match: re.Match[str], today: date) -> date | None:
        """Read month and day behind a label of a form: the next such, today included."""
        return coming(self.number(match["m"]), self.number(match["d"]), today)

    def of_lunar_by(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of the moon calendar: the next such, today included."""
        month = int(self.lexicon.table("lunar_months")[match["month"]])
        day = self.number(match["d"] or match["later"])
        found = (self.feasts.moon_day(today.year + ahead, month, day) for ahead in range(-1, 3))
        return next((value for value in found if value and value >= today), None)


def working_days_on(today: date, count: int, calendar: WorkCalendar) -> date | None:
    """Return the day so many working days after today, None for a number that names no deadline."""
    if not 0 < count <= LONGEST:
        return None
    day = today
    while count:
        day += timedelta(days=1)
        count -= calendar.is_workday(day)
    return day


def end_in(month: date, last: int) -> date:
    """Return the last wanted day of a month, its own last day when it is shorter."""
    end = month_end(month)
    return end.replace(day=min(last, end.day))
