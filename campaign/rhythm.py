"""When digests are due, and which days each covers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import NamedTuple, Self

from campaign.days import DAY, Days, through
from campaign.definition import Definition
from campaign.vocabulary import DigestKind
from campaign.workdays import WorkCalendar

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Section:
    """One rhythm within a digest: the days since the last cut-off of its kind, its own day included."""

    kind: DigestKind
    days: Days


@dataclass(frozen=True, slots=True)
class CutOff:
    """A moment at which one digest is due; rhythms that coincide are its sections."""

    at: datetime
    sections: tuple[Section, ...]

    @property
    def kinds(self) -> tuple[DigestKind, ...]:
        """The rhythms that this digest answers, shortest first."""
        return tuple(section.kind for section in self.sections)

    def of(self, kinds: Collection[DigestKind]) -> Self | None:
        """Return what somebody gets who gets these kinds alone; None when none of them is due."""
        sections = tuple(section for section in self.sections if section.kind in kinds)
        return replace(self, sections=sections) if sections else None


class Turn(NamedTuple):
    """A month or week, by its first day, that has one digest of a kind."""

    kind: DigestKind
    first: date


@dataclass(frozen=True, slots=True)
class Replaced:
    """Rules that held until another version was loaded at `until`."""

    definition: Definition
    until: datetime


@dataclass(frozen=True)
class Rhythm:
    """All cut-offs of a campaign, in order: those of the past as the rules of their time had them.

    public: the calendar without the days that definitions name.
    """

    definition: Definition
    public: WorkCalendar
    replaced: tuple[Replaced, ...] = ()

    @cached_property
    def cut_offs(self) -> tuple[CutOff, ...]:
        """Return every cut-off within the campaign, earliest first."""
        first = dict.fromkeys(DigestKind, self.definition.start)
        return tuple(_cut_off(at, kinds, first) for at, kinds in self._moments())

    def period(self, day: date) -> Days:
        """Return the two-month window that `day` belongs to; the last one runs to the campaign's end.

        In a campaign with monthly digests and no two-monthly ones it is the month's.
        """
        first, kind = self.definition.start, self.definition.digests.period
        for cut_off in self.cut_offs:
            last = cut_off.at.date()
            if kind in cut_off.kinds:
                if day <= last:
                    return through(first, last)
                first = last + DAY
        return through(first, max(first, self.definition.end))

    def windows_before(self, kind: DigestKind, day: date) -> tuple[Days, ...]:
        """Return the days of each digest of a kind that was due before `day`, earliest first."""
        sections = (section for cut_off in self.cut_offs for section in cut_off.sections)
        return tuple(s.days for s in sections if s.kind is kind and s.days.last < day)

    def days_before(self, section: Section) -> Days | None:
        """Return the days of the digest before a section's, of its kind; None for the first."""
        return next(iter(self.windows_before(section.kind, section.days.first)[-1:]), None)

    def due(self, after: datetime, until: datetime) -> tuple[CutOff, ...]:
        """Return the cut-offs later than `after` and not later than `until`."""
        return tuple(c for c in self.cut_offs if after < c.at <= until)

    def following(self, moment: datetime) -> CutOff | None:
        """Return the first cut-off later than `moment`, if the campaign has one."""
        return next((c for c in self.cut_offs if c.at > moment), None)

    def taken_at(self, kind: DigestKind, moment: datetime) -> CutOff:
        """Return one rhythm's digest as if it were due at `moment`: the days since its last cut-off."""
        at = moment.astimezone(self.definition.tz)
        before = [c.at.date() for c in self.cut_offs if kind in c.kinds and c.at.date() < at.date()]
        first = before[-1] + DAY if before else self.definition.start
        return CutOff(at, (Section(kind, through(first, max(first, at.date()))),))

    def opened(self, first: date) -> datetime:
        """Return the moment after which a window that begins on `first` collects what has no day of its own.

        It is the cut-off before that day; the campaign's first window takes whatever there is.
        """
        before = (c.at for c in reversed(self.cut_offs) if c.at.date() < first)
        return next(before, BEGINNING)

    def _moments(self) -> Iterator[tuple[datetime, tuple[DigestKind, ...]]]:
        """Each version's moments while it held; a turn has one digest, whatever came to hold."""
        had: set[Turn] = set()
        promised: dict[Turn, datetime] = {}
        since = BEGINNING
        for definition, until in (
            *((old.definition, old.until) for old in self.replaced),
            (self.definition, None),
        ):
            found = {turn: at for turn, at in self._coming(definition, since, promised) if turn not in had}
            coming = _once_a_day(found)
            held = {turn: at for turn, at in coming.items() if until is None or at <= until}
            had |= held.keys()
            promised = {turn: at for turn, at in coming.items() if turn not in held}
            for at in sorted(set(held.values())):
                yield at, tuple(dict.fromkeys(turn.kind for turn in held if held[turn] == at))
            since = until or since

    def _coming(
        self, definition: Definition, since: datetime, promised: Mapping[Turn, datetime]
    ) -> Iterator[tuple[Turn, datetime]]:
        """What is due by a version that holds after `since`; it loses nothing that was still to come then."""
        span, calendar = self.definition.span, self.public.overridden(definition.working_days)
        for turn, due in _turns(definition, self.public):
            at = due
            if at <= since and turn in promised:
                day = calendar.after(since.astimezone(definition.tz).date())
                at = min(promised[turn], datetime.combine(day, definition.digests.time, definition.tz))
            if at > since and at.date() in span:
                yield turn, at


def _once_a_day(coming: Mapping[Turn, datetime]) -> dict[Turn, datetime]:
    """Return what is due, all of a day at its first hour: a day has one digest."""
    hours: dict[date, datetime] = {}
    for at in coming.values():
        hours[at.date()] = min(at, hours.get(at.date(), at))
    return {turn: hours[at.date()] for turn, at in coming.items()}


def _cut_off(at: datetime, kinds: tuple[DigestKind, ...], first: dict[DigestKind, date]) -> CutOff:
    sections = tuple(Section(kind, through(first[kind], at.date())) for kind in kinds)
    first.update(dict.fromkeys(kinds, at.date() + DAY))
    return CutOff(at, sections)


def _turns(definition: Definition, public: WorkCalendar) -> Iterator[tuple[Turn, datetime]]:
    """Return every turn of each kind, with the moment at which its digest is due; kinds in their order."""
    rules, calendar = definition.digests, public.overridden(definition.working_days)
    for kind in DigestKind:
        days = _weeks(definition.span, rules.week) if kind is DigestKind.WEEK else _days(definition, kind)
        for first, wanted in days:
            day = calendar.up_to(wanted)
            if day >= first or kind is not DigestKind.WEEK:
                yield Turn(kind, first), datetime.combine(day, rules.time, definition.tz)


def _weeks(span: Days, weekday: int | None) -> Iterator[tuple[date, date]]:
    """Return the Monday of each week and the day that is wanted of it; a week off work has no digest."""
    monday = span.first - span.first.weekday() * DAY
    while weekday and monday <= span.last:
        yield monday, monday + (weekday - 1) * DAY
        monday += 7 * DAY


def _days(definition: Definition, kind: DigestKind) -> Iterator[tuple[date, date]]:
    """Return the first of each month with a digest of a kind, and the day that is wanted."""
    months = getattr(definition.digests, kind.value)
    found = (month for month in _months(definition.span) if month.month in months)
    return ((month, month.replace(day=definition.digests.day)) for month in found)


def _months(span: Days) -> Iterator[date]:
    month = span.first.replace(day=1)
    while month <= span.last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
