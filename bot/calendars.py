"""China's working days from the holiday library, for every year it knows."""

from collections import defaultdict
from datetime import date

from chinese_calendar.constants import holidays, workdays

from campaign.workdays import SATURDAY, WorkCalendar, YearTable


def work_calendar() -> WorkCalendar:
    """Return the calendar of every year the library knows; source: the State Council's notices."""
    off: dict[int, set[date]] = defaultdict(set)
    worked: dict[int, set[date]] = defaultdict(set)
    for day in holidays:
        if day.weekday() < SATURDAY:
            off[day.year].add(day)
    for day in workdays:
        worked[day.year].add(day)
    return WorkCalendar({year: YearTable(frozenset(off[year]), frozenset(worked[year])) for year in off})
