"""Days named in a message, all told from the day on which it was written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from understanding.daykinds import DayKinds
from understanding.days import day_or_none
from understanding.lexicon import Lexicon
from understanding.patterns import compiled

GROUP_NAME = re.compile(r"\(\?P<\w+>")

YEARLESS = frozenset({"month_day", "numeric", "whole_month", "month_part", "lunar", "holiday", "feast"})
"""Kinds that come again every year."""

LONG_AGO = 270
"""Days after which a day without a year is rather the next one to come."""

LONGER_AGO = 400
"""Days after which a day without a year is none of the calendar: a 29th of February in another year."""

LATELY = 60
"""Days after a feast in which the days before it are those that are over."""

NAMED = frozenset({"month_day", "full", "year_month_day", "other_month_day"})
"""Kinds whose words surely mean a day, even one that the calendar does not have."""

DATED = frozenset({"full", "month_day", "numeric", "year_month_day"})
"""Kinds that name a month for the bare days after them."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day named in a text, or the first of a stretch of days that ends with the last.

    kind: the pattern that read it; vague kinds say no more than "today".
    """

    start: int
    end: int
    value: date
    kind: str
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether another day is this one or lies in the stretch of days that it begins."""
        return self.value <= day <= (self.last or self.value)

    @property
    def loose(self) -> bool:
        """Tell whether the words name a whole week or month."""
        return self.kind in ("whole_week", "whole_month", "month_part", "stamp", "feast")

    def ahead(self, today: date) -> bool:
        """Tell whether it lies in the future, or its words rather mean the next such day than the last."""
        return self.value > today or (self.kind in YEARLESS and (today - self.value).days > LONG_AGO)

    @property
    def impossible(self) -> bool:
        """Tell whether the words name a day that no calendar has; the day of writing stands for it."""
        return self.kind == "impossible"

    @property
    def vague(self) -> bool:
        """Tell whether the words only mean the day of writing."""
        return self.kind == "vague"


class DateFinder:
    """Finds days in the plain form of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.kinds = DayKinds(lexicon)
        self.any = any_kind(lexicon, lexicon.words["date_kinds"])
        self.clock = lexicon.pattern("clock")
        self.glue = lexicon.pattern("range_glue")
        self.last = lexicon.pattern("range_last")
        self.leaving = lexicon.pattern("leaving")
        self.tail = lexicon.pattern("range_tail")
        self.eve = lexicon.pattern("eve")
        self.by_then = lexicon.pattern("by_then")
        self.same_day = lexicon.pattern("same_day")

    def find(self, text: str, today: date) -> list[Day]:
        """Return all days in order of place; a stretch of days is its first day."""
        days: list[Day] = []
        for day in self.single(text, today):
            if days and day.start < days[-1].end:
                continue
            if days and self.glue.fullmatch(text, days[-1].end, day.start):
                days[-1] = replace(days[-1], end=day.end, last=max(day.value, days[-1].value))
            else:
                days.append(self.stretched(text, day))
        return days

    def stretched(self, text: str, day: Day) -> Day:
        """Return a day with the tail of its stretch."""
        tail = self.tail.match(text, day.end)
        if tail and day.kind in ("month_day", "numeric", "full"):
            return replace(day, end=tail.end(), last=self.ending(text[day.end : tail.end()], day.value))
        last = self.ending(text[day.start : day.end], day.value) if day.kind == "day_range" else None
        return replace(day, last=last) if last else day

    def ending(self, words: str, first: date) -> date | None:
        """Return the last day of a stretch that the words name, None when it is none after the first."""
        match = self.last.search(words)
        number = self.kinds.number
        month = number(match["m"]) if match else 0
        last = day_or_none(first.year, month or first.month, number(match["d"])) if match else None
        return last if last and last > first else None

    def single(self, text: str, today: date) -> Iterator[Day]:
        """Yield days one by one; a bare day takes the month, a bare weekday the week, named before."""
        known = Known(today)
        for match in self.any.finditer(text):
            kind = match.lastgroup or ""
            exact = self.lexicon.pattern(kind).match(text, match.start())
            base = known.base(kind, today)
            value = self.kinds.read(kind, exact, base) if exact else None
            if self.leaving.match(text, match.end()) or known.lacks_month(kind, exact):
                continue
            if exact is None or value is None or is_none(kind, value, today):
                if exact and kind in NAMED:
                    yield Day(match.start(), match.end(), today, "impossible")
                continue
            if kind in DATED and self.clock.match(text, match.end()):
                known.written = value
                yield Day(match.start(), match.end(), value, "stamp")
                continue
            if kind == "holiday" and not 0 <= (today - value).days <= LATELY and self.eve.search(exact[0]):
                yield Day(match.start(), match.end(), today, "vague")
                continue
            value = self.in_context(kind, exact, value, known, today)
            known.day = value
            if (kind in DATED or kind == "whole_month") and not self.by_then.match(text, match.end()):
                known.month = value
            known.week = week_named(kind, exact, value) or known.week
            yield Day(match.start(), match.end(), value, kind)

    def in_context(self, kind: str, match: re.Match[str], value: date, known: "Known", today: date) -> date:
        """Return a day read by the month, week or moon month that was named before it."""
        if kind in ("day_alone", "day_range"):
            return in_month(value, known.month, today)
        if kind == "weekday" and known.week and not match["week"]:
            return known.week + timedelta(days=value.weekday())
        if kind == "relative" and known.day and self.same_day.match(match[0]):
            return known.day
        if kind == "lunar":
            bare = match["loose"] or match["more"]
            number = self.kinds.number(match["d"] or match["later"] or match["alone"] or bare)
            if known.moon and bare:
                value = known.moon + timedelta(days=number - 1)
            known.moon = value - timedelta(days=number - 1)
        return value


@dataclass(slots=True)
class Known:
    """What was named before a place: the moment of a forwarded message, a month, a week, a moon month."""

    written: date
    month: date | None = None
    week: date | None = None
    moon: date | None = None
    day: date | None = None

    def lacks_month(self, kind: str, match: re.Match[str] | None) -> bool:
        """Tell whether a match is a bare number that is a day of a moon month only if one was named."""
        return kind == "lunar" and match is not None and bool(match["more"]) and self.moon is None

    def base(self, kind: str, today: date) -> date:
        """Return the day from which a kind of wording is told."""
        if kind == "beside":
            return self.day or self.written
        return self.written if kind == "relative" else today


def is_none(kind: str, value: date, today: date) -> bool:
    """Tell whether a day and month were found only years back."""
    return kind == "month_day" and (today - value).days > LONGER_AGO


def week_named(kind: str, match: re.Match[str], value: date) -> date | None:
    """Return the Monday of the week that words name, for the bare weekdays after them."""
    if kind == "whole_week":
        return value
    named = kind == "weekday" and match["week"]
    return value - timedelta(days=value.weekday()) if named else None


def any_kind(lexicon: Lexicon, kinds: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern for all kinds; the name of its last group is the kind."""
    unnamed = ((kind, GROUP_NAME.sub("(?:", lexicon.pattern(kind).pattern)) for kind in kinds)
    return compiled("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in unnamed))


def in_month(day: date, month: date | None, today: date) -> date:
    """Return a bare day of the month in the month named before it, unless that lies in the future."""
    named = day_or_none(month.year, month.month, day.day) if month else None
    return named if named and named <= today else day
