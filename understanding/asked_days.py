"""Which days a question is about: the one stretch or day that it names, and nothing where that is unsure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from understanding.dates import DateFinder
from understanding.lexicon import Lexicon
from understanding.stretches import Days, Stretch, StretchFinder

CENTURY = 2000
WEEK = timedelta(days=7)
SPOT = "@"
"""Stands where the days were named."""


@dataclass(frozen=True, slots=True)
class AskedDays:
    """Days first and last, None for all; `period`: those of this two-month window."""

    days: Days | None = None
    period: bool = False


class AskedDaysFinder:
    """Finds the days of a question, in which counties are blotted out."""

    def __init__(self, lexicon: Lexicon, dates: DateFinder) -> None:
        self.stretches = StretchFinder(lexicon)
        self.dates = dates
        self.since = lexicon.pattern("asked_since")
        self.until = lexicon.pattern("asked_until")
        self.due = lexicon.pattern("asks_due")
        self.unheard = lexicon.pattern("asks_days_unheard")
        self.unsure = lexicon.pattern("asks_days_unsure")
        self.weekday = lexicon.pattern("asked_weekday")
        self.year = lexicon.pattern("asked_year")
        self.years = {0: lexicon.words["year_now"][0], 1: lexicon.words["year_last"][0]}

    def find(self, words: str, today: date) -> AskedDays | None:
        """Return the days that are named; None where words name days that this does not understand."""
        words = self.year.sub(lambda m: self.years.get(today.year - year_of(m["year"]), m[0]), words)
        found = self.stretches.find(words, today) or self.one_day(words, today)
        if self.unheard.search(words) or found is None:
            return None if self.unheard.search(words) or self.left(words) else AskedDays()
        before, after = words[: found.start], words[found.end :]
        whole, after = self.open_ended(self.ahead(found, words, today), words, after, today)
        if whole is None or self.left(before + SPOT + after):
            return None
        return AskedDays(whole.days, whole.days is None)

    def left(self, words: str) -> bool:
        """Tell whether words name days besides those that were understood."""
        return self.unsure.search(words) is not None or self.stretches.words.search(words) is not None

    def open_ended(self, found: Stretch, words: str, after: str, today: date) -> tuple[Stretch | None, str]:
        """Return what is asked for since a day, or of what is due before one, and the words behind."""
        if found.days is None:
            return found, after
        first, last = found.days
        if since := self.since.match(after):
            over = last < today
            return (replace(found, days=(first, today)) if over else found), after[since.end() :]
        if until := self.until.match(after):
            due = self.due.search(words) is not None and last >= today
            return (replace(found, days=(today, last)) if due else None), after[until.end() :]
        return found, after

    def ahead(self, found: Stretch, words: str, today: date) -> Stretch:
        """Return the weekday to come of what is due on one: the last one is over."""
        due = self.due.search(words) is not None and self.weekday.fullmatch(words[found.start : found.end])
        if not due or found.days is None or found.days[1] >= today:
            return found
        return replace(found, days=(found.days[0] + WEEK, found.days[1] + WEEK))

    def one_day(self, words: str, today: date) -> Stretch | None:
        """Return the one day that a text names, if it names one."""
        found = [day for day in self.dates.find(words, today) if not (day.vague or day.impossible)]
        if len(found) != 1:
            return None
        day = found[0]
        return Stretch(day.start, day.end, (day.value, day.last or day.value))


def year_of(digits: str) -> int:
    """Return the year of two or four digits."""
    return int(digits) + (CENTURY if len(digits) == 2 else 0)
