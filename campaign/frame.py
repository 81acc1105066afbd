"""The frame of a campaign: levels, phases, milestones, days of report, working days."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field

from campaign.days import Days, through
from campaign.strict import Name, RuleFault, Strict, twice


class Tier(StrEnum):
    """The level of a union."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class Span(Strict):
    """A named span of days, both ends included."""

    name: Name
    first: date
    last: date

    def faults(self) -> Iterator[RuleFault]:
        """Return an end that comes before the beginning."""
        if self.last < self.first:
            yield _backwards("last", self.last, self.first)


class Phase(Span):
    """A part of the campaign with work of its own; phases do not overlap."""


class Milestone(Span):
    """Something that is to happen once, within these days."""


class ReportDeadline(Strict):
    """The day up to which the unions of a level hand in a report."""

    level: Tier
    name: Name
    due: date


class YearDays(Strict):
    """A year's days off and days worked where they differ from the public holidays."""

    holidays: tuple[date, ...] = ()
    workdays: tuple[date, ...] = ()

    def faults(self) -> Iterator[RuleFault]:
        """Return days that are said to be both."""
        for place, day in enumerate(self.workdays):
            if day in self.holidays:
                yield RuleFault("rule_day_both", ("workdays", place), {"value": str(day)})


class Frame(Strict):
    """When and where a campaign runs: first and last day, zone, what falls on which days of it."""

    zone: str
    start: date
    end: date
    phases: tuple[Phase, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    report_deadlines: tuple[ReportDeadline, ...] = ()
    working_days: dict[int, YearDays] = Field(default={})

    @property
    def span(self) -> Days:
        """The days of the campaign, first to last."""
        return through(self.start, self.end)

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which days are counted and shown."""
        return ZoneInfo(self.zone)

    def outside(self, place: tuple[int | str, ...], day: date) -> RuleFault:
        """Return the fault of a day that is none of the campaign's."""
        facts = {"value": str(day), "first": str(self.start), "last": str(self.end)}
        return RuleFault("rule_outside", place, facts)

    def faults(self) -> Iterator[RuleFault]:
        """Return days that contradict the campaign's, and a zone that nobody knows."""
        yield from super().faults()
        if not _is_zone(self.zone):
            yield RuleFault("rule_zone", ("zone",), {"value": self.zone})
        if self.end < self.start:
            yield _backwards("end", self.end, self.start)
            return
        for name in ("phases", "milestones"):
            yield from self._spans_faults(name)
        yield from self._overlaps()
        yield from self._other_days()

    def _spans_faults(self, name: str) -> Iterator[RuleFault]:
        spans: tuple[Span, ...] = getattr(self, name)
        yield from twice(name, (span.name for span in spans), "name")
        for place, span in enumerate(spans):
            for key, day in (("first", span.first), ("last", span.last)):
                if day not in self.span:
                    yield self.outside((name, place, key), day)

    def _overlaps(self) -> Iterator[RuleFault]:
        for place, (before, phase) in enumerate(pairwise(self.phases), 1):
            if phase.first <= before.last:
                facts = {"value": str(phase.first), "expected": before.name}
                yield RuleFault("rule_overlap", ("phases", place, "first"), facts)

    def _other_days(self) -> Iterator[RuleFault]:
        for place, report in enumerate(self.report_deadlines):
            if report.due < self.start:
                yield self.outside(("report_deadlines", place, "due"), report.due)
        for year, table in self.working_days.items():
            for name in ("holidays", "workdays"):
                for place, day in enumerate(getattr(table, name)):
                    if day.year != year:
                        facts = {"value": str(day), "expected": str(year)}
                        yield RuleFault("rule_other_year", ("working_days", year, name, place), facts)


def _backwards(key: str, end: date, beginning: date) -> RuleFault:
    return RuleFault("rule_backwards", (key,), {"value": str(end), "expected": str(beginning)})


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
