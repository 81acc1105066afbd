"""What a digest says, as data: the form in which it is frozen at its cut-off."""

from collections.abc import Sequence
from datetime import date, datetime

from pydantic import BaseModel, ConfigDict

from campaign.actions.views import section_figures
from campaign.days import DAY
from campaign.figures import Figures
from campaign.plan import Plan
from campaign.ports import Store
from campaign.quota_rules import QuotaWindow
from campaign.quotas import QuotaTerm
from campaign.rhythm import CutOff
from campaign.standing import CampaignStanding, CountyStanding, CountyState
from campaign.vocabulary import Channel, DigestKind


class Frozen(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CountyFacts(Frozen):
    """One county: who is paired with it, its state, and how many contacts of the quota are done."""

    name: str
    prefecture: str
    liaison: str | None
    contact_person: str | None
    state: CountyState
    done: int


class QuotaFacts(Frozen):
    """The quota's window: `required` of each county; `done` of `owed` in all, no county above its share.

    `year` is None unless the window is a calendar year; `first` is given for one that is neither that nor
    the whole campaign. `days_left` includes the cut-off's own day.
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


class SectionFacts(Frozen):
    """One rhythm's window in numbers. `uncovered` holds places in `DigestFacts.counties`, in their order."""

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

    `holidays_unknown` is the cut-off's year when its holidays are not known and plain weekdays counted.
    `live`: made because somebody asked, at that moment; no digest that is due.
    """

    version: int = 1
    title: str
    demo: bool
    cut_off: datetime
    quota: QuotaFacts
    counties: tuple[CountyFacts, ...]
    sections: tuple[SectionFacts, ...]
    holidays_unknown: int | None = None
    live: bool = False

    @property
    def kinds(self) -> tuple[DigestKind, ...]:
        """The rhythms that this digest answers."""
        return tuple(section.kind for section in self.sections)

    @property
    def never(self) -> tuple[int, ...]:
        """Places of the counties with nothing logged in the whole campaign."""
        return tuple(n for n, county in enumerate(self.counties) if county.state is CountyState.NEVER)

    @property
    def several_prefectures(self) -> bool:
        """Whether counties must be shown with their prefecture."""
        return len({county.prefecture for county in self.counties}) > 1

    def place(self, county: CountyFacts) -> str:
        """Return a county's name, with its prefecture where there are several."""
        return county.prefecture + county.name if self.several_prefectures else county.name

    def count(self, state: CountyState) -> int:
        """Count the counties in a state."""
        return sum(county.state is state for county in self.counties)


def gather(store: Store, campaign_id: str, cut_off: CutOff) -> DigestFacts:
    """Count everything that the digest of `cut_off` says, as it was known then; raise NotFound."""
    sections = [
        (section.kind, section_figures(store, campaign_id, section.days, cut_off.at))
        for section in cut_off.sections
    ]
    return compose(store.campaigns.plan(campaign_id), cut_off.at, sections)


def compose(
    plan: Plan, at: datetime, sections: Sequence[tuple[DigestKind, Figures]], *, listed: bool = True
) -> DigestFacts:
    """Put figures into the form in which they are frozen; the first section's states are shown on tiles.

    listed: with every county; without them it is a sixth of the work, enough for `status_report`.
    """
    standing = sections[0][1].standing
    today = plan.today(at)
    return DigestFacts(
        title=plan.definition.title,
        demo=plan.definition.demo,
        cut_off=at.astimezone(plan.definition.tz),
        quota=_quota(standing),
        counties=tuple(map(_county, standing.counties)) if listed else (),
        sections=tuple(_section(kind, figures) for kind, figures in sections),
        holidays_unknown=None if plan.calendar.knows(today.year) else today.year,
    )


def _county(row: CountyStanding) -> CountyFacts:
    counts = row.counts
    return CountyFacts(
        name=counts.name,
        prefecture=counts.prefecture,
        liaison=counts.liaison,
        contact_person=counts.contact_person,
        state=row.state,
        done=row.done,
    )


_NAMED = {QuotaWindow.CALENDAR_YEAR, QuotaWindow.CAMPAIGN}


def _quota(standing: CampaignStanding) -> QuotaFacts:
    term = standing.windows.quota
    return QuotaFacts(
        name=term.rule.name,
        year=_year(term),
        last=term.days.last,
        required=term.required,
        met=standing.met,
        done=sum(min(row.done, row.required) for row in standing.counties),
        owed=sum(row.required for row in standing.counties),
        days_left=max(0, (term.days.after - standing.windows.today) // DAY),
        first=None if term.rule.window in _NAMED else term.days.first,
    )


def _year(term: QuotaTerm) -> int | None:
    return term.days.first.year if term.rule.window is QuotaWindow.CALENDAR_YEAR else None


def _section(kind: DigestKind, figures: Figures) -> SectionFacts:
    days, rows = figures.standing.windows.period, figures.standing.counties
    return SectionFacts(
        kind=kind,
        first=days.first,
        last=days.last,
        counties=len(rows),
        uncovered=tuple(n for n, row in enumerate(rows) if not row.counts.period_contacts),
        channels=dict(figures.channels),
        raised=figures.issues.raised,
        closed=figures.issues.closed,
        open=figures.issues.open,
        overdue=figures.issues.overdue,
        practices=figures.practices,
        late=figures.late,
    )
