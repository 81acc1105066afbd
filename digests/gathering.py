"""From the store's figures to the facts of a digest."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from campaign.actions.standings import standing_of
from campaign.actions.views import section_figures
from campaign.days import DAY
from campaign.figures import Figures
from campaign.plan import Plan
from campaign.ports import Store
from campaign.progress import Progress
from campaign.quota_rules import QuotaWindow
from campaign.quotas import QuotaTerm
from campaign.rhythm import CutOff
from campaign.standing import CampaignStanding, CountyStanding
from campaign.vocabulary import DigestKind
from digests.facts import CountyFacts, DigestFacts, QuotaFacts, SectionFacts, TrendPoint

WINDOWS_BEFORE = 5


def gather(store: Store, campaign_id: str, cut_off: CutOff) -> DigestFacts:
    """Count everything that the digest of `cut_off` says, as it was known then; raise NotFound."""
    sections = [
        (section.kind, section_figures(store, campaign_id, section.days, cut_off.at))
        for section in cut_off.sections
    ]
    plan = store.campaigns.plan(campaign_id)
    progress = standing_of(store, campaign_id, as_of=cut_off.at).of_all_rules()
    facts = compose(plan, cut_off.at, sections, progress=progress)
    return facts.model_copy(update={"trend": _trend(store, plan, cut_off, facts.sections[0])})


def _trend(store: Store, plan: Plan, cut_off: CutOff, section: SectionFacts) -> tuple[TrendPoint, ...]:
    earlier = plan.rhythm.windows_before(section.kind, section.first)[-WINDOWS_BEFORE:]
    figures = (section_figures(store, plan.definition.id, days, cut_off.at) for days in earlier)
    before = (_section(section.kind, found) for found in figures)
    return tuple(
        TrendPoint(
            first=s.first, last=s.last, counties=s.counties, contacted=s.contacted, contacts=s.contacts
        )
        for s in (*before, section)
    )


def compose(
    plan: Plan,
    at: datetime,
    sections: Sequence[tuple[DigestKind, Figures]],
    *,
    listed: bool = True,
    progress: Mapping[int, Progress] = MappingProxyType({}),
) -> DigestFacts:
    """Put figures into the form in which they are frozen; the first section's states are shown on tiles.

    listed: with every county; without them it is a sixth of the work, enough for `status_report`.
    progress: by county.
    """
    standing = sections[0][1].standing
    today = plan.today(at)
    return DigestFacts(
        title=plan.definition.title,
        demo=plan.definition.demo,
        cut_off=at.astimezone(plan.definition.tz),
        quota=_quota(standing),
        counties=tuple(_county(row, progress) for row in standing.counties) if listed else (),
        sections=tuple(_section(kind, figures) for kind, figures in sections),
        holidays_unknown=None if plan.calendar.knows(today.year) else today.year,
    )


def _county(row: CountyStanding, progress: Mapping[int, Progress]) -> CountyFacts:
    counts = row.counts
    return CountyFacts(
        name=counts.name,
        prefecture=counts.prefecture,
        liaison=counts.liaison,
        contact_person=counts.contact_person,
        state=row.state,
        done=row.done,
        required=row.required,
        progress=progress.get(counts.county_id),
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
