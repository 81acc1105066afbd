"""When digests are due, and which days each covers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

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
        """Return the two-month window that `day` belongs to; the last one runs to the campaign's end."""
        first = self.definition.start
        for cut_off in self.cut_offs:
            last = cut_off.at.date()
            if DigestKind.TWO_MONTH in cut_off.kinds:
                if day <= last:
                    return through(first, last)
                first = last + DAY
        return through(first, max(first, self.definition.end))

    def windows_before(self, kind: DigestKind, day: date) -> tuple[Days, ...]:
        """Return the days of each digest of a kind that was due before `day`, earliest first."""
        sections = (section for cut_off in self.cut_offs for section in cut_off.sections)
        return tuple(s.days for s in sections if s.kind is kind and s.days.last < day)

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
        """Each version's moments while it held; a month has one digest of a kind, whatever came to hold."""
        had: set[tuple[date, DigestKind]] = set()
        since = BEGINNING
        for definition, until in (
            *((old.definition, old.until) for old in self.replaced),
            (self.definition, None),
        ):
            for month, at, kinds in _moments_of(definition, self.public):
                new = tuple(kind for kind in kinds if (month, kind) not in had)
                held = since < at and (until is None or at <= until)
                if new and held and at.date() in self.definition.span:
                    had.update((month, kind) for kind in new)
                    yield at, new
            since = until or since


def _cut_off(at: datetime, kinds: tuple[DigestKind, ...], first: dict[DigestKind, date]) -> CutOff:
    sections = tuple(Section(kind, through(first[kind], at.date())) for kind in kinds)
    first.update(dict.fromkeys(kinds, at.date() + DAY))
    return CutOff(at, sections)


def _moments_of(
    definition: Definition, public: WorkCalendar
) -> Iterator[tuple[date, datetime, tuple[DigestKind, ...]]]:
    """Return the first day of each month with a digest, the digest's moment and its kinds."""
    rhythm, calendar = definition.digests, public.overridden(definition.working_days)
    months = {kind: getattr(rhythm, kind.value) for kind in DigestKind}
    for month in _months(definition.span):
        if kinds := tuple(kind for kind in DigestKind if month.month in months[kind]):
            day = calendar.up_to(month.replace(day=rhythm.day))
            yield month, datetime.combine(day, rhythm.time, definition.tz), kinds


def _months(span: Days) -> Iterator[date]:
    month = span.first.replace(day=1)
    while month <= span.last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
