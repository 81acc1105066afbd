"""Days as people type them: from one to another, up to one, or a day that is past."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from handlers.roles import texts

Span = tuple[date | None, date | None]


def days_in(words: str, today: date) -> Span | None:
    """Return the first and the last day that words name, None for an open side; None when they name none."""
    if texts.FOR_GOOD.search(words):
        return today, None
    days = list(_days(words, today))
    if not days or len(days) > 2 or None in days:
        return None
    first, last = days[0], days[-1]
    if len(days) == 2:
        return (first, last) if first and last and first <= last else None
    if texts.FROM.search(words):
        return first, None
    return (today, last) if last and last >= today else None


def parted(words: str) -> tuple[list[str], str]:
    """Return the words before the first day that is named, and all from there on."""
    found = texts.DAY.search(words)
    place = found.start() if found else len(words)
    return words[:place].split(), words[place:]


def day_past(words: str, today: date) -> date | None:
    """Return the one day that words name, without a year the last one up to today; else None."""
    day, *others = [*_days(words, today)] or [None]
    if day is None or others:
        return None
    year = texts.DAY.findall(words)[0][0]
    if day > today and not year:
        with suppress(ValueError):
            return day.replace(year=day.year - 1)
    return day


def _days(words: str, today: date) -> Iterator[date | None]:
    before: date | None = None
    for year, month, day in texts.DAY.findall(words):
        found = None
        with suppress(ValueError):
            found = date(int(year or today.year), int(month), int(day))
            if before and not year and found < before:
                found = found.replace(year=before.year + 1)
        before = found
        yield found
