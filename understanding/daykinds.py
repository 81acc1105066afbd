"""What each kind of wording for a day means, told from the day on which it was written."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from understanding.days import Feasts, day_or_none, latest, month_end, month_shifted, of_week
from understanding.lexicon import Lexicon
from understanding.numbers import Numerals


class DayKinds:
    """One reader for each kind of wording, named after the lexicon's pattern."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numerals = Numerals(lexicon)
        self.feasts = Feasts(lexicon)

    def read(self, kind: str, match: re.Match[str], today: date) -> date | None:
        """Return the day that a match of a kind means, None when there is no such day."""
        value: date | None = getattr(self, f"of_{kind}")(match, today)
        return value

    def number(self, text: str | None) -> int:
        """Return a numeral's value, 0 when it has none; Chinese years are read digit by digit."""
        return self.numerals.read(text or "") or 0

    def shift(self, table: str, text: str | None) -> int:
        """Return the table's number for the longest of its words that the text begins with."""
        entries = self.lexicon.table(table)
        return next(
            (
                int(entries[word])
                for word in sorted(entries, key=len, reverse=True)
                if (text or "").startswith(word)
            ),
            0,
        )

    def of_days_ago(self, match: re.Match[str], today: date) -> date | None:
        """Read "three days ago"."""
        days = self.number(match["n"])
        return today - timedelta(days=days) if 0 < days < 400 else None

    def of_full(self, match: re.Match[str], _today: date) -> date | None:
        """Read a date with its year."""
        return day_or_none(self.number(match["y"]), self.number(match["m"]), self.number(match["d"]))

    def of_year_month_day(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of last, this or next year."""
        year = today.year + self.shift("year_shift", match["year"])
        return day_or_none(year, self.number(match["m"]), self.number(match["d"]))

    def of_day_range(self, match: re.Match[str], today: date) -> date | None:
        """Read "10 to 12" without a month: the first day."""
        return self.of_day_alone(match, today)

    def of_month_day(self, match: re.Match[str], today: date) -> date | None:
        """Read month and day: the latest that is not after today."""
        return latest(
            self.number(match["m"]), self.number(match["d"] or match["bare"] or match["spelt"]), today
        )

    def of_numeric(self, match: re.Match[str], today: date) -> date | None:
        """Read "3.17" or "3/17"."""
        return latest(int(match["m"]), int(match["d"]), today)

    def of_other_month_day(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of last, this or next month."""
        month = month_shifted(today, self.shift("month_shift", match["month"]))
        return day_or_none(month.year, month.month, self.number(match["d"]))

    def of_month_part(self, match: re.Match[str], today: date) -> date | None:
        """Read the beginning, a third or the end of a month."""
        month = self.month_of(match, today)
        part = match["part"] or match["own"] or match["third"]
        days = self.lexicon.table("month_part_days")
        return month.replace(day=days[part]) if part in days else month_end(month)

    def month_of(self, match: re.Match[str], today: date) -> date:
        """Return the first day of a month named by number (the latest such) or by its distance."""
        if number := self.number(match["m"]):
            return latest(number, 1, today) or today
        return month_shifted(today, self.shift("month_shift", match["month"]))

    def of_weekday(self, match: re.Match[str], today: date) -> date | None:
        """Read a weekday: alone it is the latest not after today."""
        weekday = int(self.lexicon.table("weekday_numbers")[match["w"]])
        if match["week"]:
            return of_week(today, weekday, self.shift("week_shift", match["week"]))
        return today - timedelta(days=(today.weekday() - weekday) % 7)

    def of_relative(self, match: re.Match[str], today: date) -> date | None:
        """Read yesterday, today, tomorrow and the like."""
        return today + timedelta(days=self.shift("relative_days", match["word"]))

    def of_whole_week(self, match: re.Match[str], today: date) -> date | None:
        """Read a week without a day: its Monday, its Friday for its end."""
        return of_week(today, 0, self.shift("week_shift", match["week"]))

    def of_whole_month(self, match: re.Match[str], today: date) -> date | None:
        """Read a month without a day: its first."""
        return self.month_of(match, today)

    def of_day_alone(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of the month: this month's when it is not after today, else the last month's."""
        months = (month_shifted(today, -back) for back in range(4))
        days = (day_or_none(month.year, month.month, self.number(match["d"])) for month in months)
        return next((day for day in days if day and day <= today), None)

    def of_vague(self, _match: re.Match[str], today: date) -> date | None:
        """Read words that mean no more than the day of writing."""
        return today

    def of_lunar(self, match: re.Match[str], today: date) -> date | None:
        """Read a day of the moon calendar, the latest not after today."""
        month = self.number(match["m"]) or self.lexicon.table("lunar_months").get(match["month"], 1)
        day = self.number(match["d"] or match["later"] or match["alone"] or match["loose"] or match["more"])
        found = (self.feasts.moon_day(today.year - back, month, day) for back in range(3))
        return next((value for value in found if value and value <= today), None)

    def of_holiday(self, match: re.Match[str], today: date) -> date | None:
        """Read a feast, or a day before or after it, the latest not after today."""
        turn = match["turn"] or ""
        if not turn and not match["kind"]:
            return None
        shift = self.turned(turn)
        found = (self.feasts.of_year(match["feast"], today.year - back) for back in range(-1, 3))
        days = (day + timedelta(days=shift) for day in found if day)
        return next((day for day in days if day <= today), None)

    def of_beside(self, match: re.Match[str], named: date) -> date | None:
        """Read the day before or after the one that was named last."""
        return named + timedelta(days=int(self.lexicon.table("beside_days")[match["turn"]]))

    def of_feast(self, match: re.Match[str], today: date) -> date | None:
        """Read a feast of one day that is named alone, the latest not after today."""
        name = next(
            (
                n
                for n in (*self.feasts.sun, *self.feasts.terms, *self.feasts.moon)
                if (match["name"] or match["on"]).startswith(n)
            ),
            "",
        )
        found = (self.feasts.of_year(name, today.year - back) for back in range(-1, 3)) if name else ()
        return next((day for day in found if day and day <= today), None)

    def turned(self, turn: str) -> int:
        """Return how many days before or after a feast the words mean."""
        numbers = self.lexicon.table("turn_numbers")
        count = next((int(numbers[c]) for c in turn if c in numbers), 0)
        signs: Mapping[str, int] = self.lexicon.table("turn_signs")
        return count * signs.get(turn[:1], 0) - (
            turn[:1] in self.lexicon.table("turn_ordinals") and count > 0
        )
