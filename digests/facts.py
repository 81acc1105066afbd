"""What a digest says, as data: the form in which it is frozen at its cut-off."""

from collections.abc import Callable
from datetime import date, datetime

from campaign.progress import Progress
from campaign.quota_rules import QuotaScope
from campaign.standing import CountyState
from campaign.vocabulary import Channel, DigestKind
from digests.told import (
    AmendedFacts,
    CategoryFacts,
    ClassFacts,
    DutyFacts,
    Frozen,
    MilestoneFacts,
    PracticeFacts,
    SameFacts,
    TierFacts,
)


class CountyFacts(Frozen):
    """One county: who is paired with it, its state, how many contacts of the quota are done and required.

    `progress`: where it stands with all the rules that ask it; None when none does, and in old facts.
    `paused`: nothing is asked of it on the cut-off's day.
    """

    name: str
    prefecture: str
    liaison: str | None
    contact_person: str | None
    state: CountyState
    done: int
    required: int = 0
    progress: Progress | None = None
    paused: bool = False


class QuotaFacts(Frozen):
    """The quota's window: `required` of each county; `done` of `owed` in all, no county above its share.

    `year` is None unless the window is a calendar year; `first` is given for one that is neither that nor
    the whole campaign. `days_left` includes the cut-off's own day.
    `counties`: of whom anything is required (liaisons, of a rule that counts theirs); None in old facts.
    `scope`: to whom `required` applies.
    `days`: the window's length; 0 where it moves on with every day, and in old facts.
    """

    name: str
    year: int | None
    last: date
    required: int
    met: int
    done: int
    owed: int
    days_left: int
    first: date | None = None
    counties: int | None = None
    scope: QuotaScope = QuotaScope.COUNTY
    days: int = 0


class TrendPoint(Frozen):
    """One window of a rhythm, as known at the cut-off: how many counties were contacted, how often."""

    first: date
    last: date
    counties: int
    contacted: int
    contacts: int


class SectionFacts(Frozen):
    """One rhythm's window in numbers. `uncovered` holds places in `DigestFacts.counties`, in their order.

    `before`: the window before it, of the same rhythm.
    """

    kind: DigestKind
    first: date
    last: date
    counties: int
    uncovered: tuple[int, ...]
    channels: dict[Channel, int]
    raised: int
    closed: int
    open: int
    overdue: int
    practices: int
    late: int
    before: TrendPoint | None = None

    @property
    def contacts(self) -> int:
        """All contacts of the window."""
        return sum(self.channels.values())

    @property
    def contacted(self) -> int:
        """Counties with something logged in the window."""
        return self.counties - len(self.uncovered)


class DigestFacts(Frozen):
    """All that a digest's text and picture are made from; sections shortest rhythm first.

    `missing`: contacts that will be missing of the quota at the end of its window if all goes on so, in
    `short` counties.
    `county_messages`: what was sent to counties in the first section's window; None where none takes part.
    `trend`: windows of the first section's kind, oldest first; the last of them is that section.
    `holidays_unknown` is the cut-off's year when its holidays are not known and plain weekdays counted.
    `live`: made because somebody asked, at that moment; no digest that is due.
    """

    version: int = 2
    title: str
    demo: bool
    cut_off: datetime
    quota: QuotaFacts
    counties: tuple[CountyFacts, ...]
    sections: tuple[SectionFacts, ...]
    holidays_unknown: int | None = None
    live: bool = False
    trend: tuple[TrendPoint, ...] = ()
    classes: tuple[ClassFacts, ...] = ()
    categories: tuple[CategoryFacts, ...] = ()
    same: tuple[SameFacts, ...] = ()
    found: tuple[PracticeFacts, ...] = ()
    amended: AmendedFacts = AmendedFacts()
    duties: tuple[DutyFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    tiers: TierFacts | None = None
    missing: int | None = None
    short: int = 0
    county_messages: int | None = None

    @property
    def kinds(self) -> tuple[DigestKind, ...]:
        """The rhythms that this digest answers."""
        return tuple(section.kind for section in self.sections)

    @property
    def never(self) -> tuple[int, ...]:
        """Places of the counties with nothing logged in the whole campaign."""
        return tuple(n for n, county in enumerate(self.counties) if county.state is CountyState.NEVER)

    @property
    def paused(self) -> tuple[int, ...]:
        """Places of the counties of which nothing is asked now."""
        return tuple(n for n, county in enumerate(self.counties) if county.paused)

    @property
    def several_prefectures(self) -> bool:
        """Whether counties must be shown with their prefecture."""
        return len({county.prefecture for county in self.counties}) > 1

    def naming(self) -> Callable[[CountyFacts], str]:
        """Return what names counties: with the prefecture where there are several."""
        several = self.several_prefectures
        return lambda county: county.prefecture + county.name if several else county.name

    def place(self, county: CountyFacts) -> str:
        """Return one county's name, as `naming` has it."""
        return self.naming()(county)

    def count(self, state: CountyState) -> int:
        """Count the counties in a state."""
        return sum(county.state is state for county in self.counties)
