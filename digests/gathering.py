"""From the store's figures to the facts of a digest."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from campaign.actions.duties import DutyFigures, duty_figures
from campaign.actions.pauses import paused_now
from campaign.actions.reporting import DigestFigures, digest_figures
from campaign.actions.standings import Standing
from campaign.actions.tiers import union_of_tiers
from campaign.actions.views import campaign_figures
from campaign.days import DAY
from campaign.definition import Definition
from campaign.figures import Figures, SpanCounts
from campaign.forecast import forecast
from campaign.plan import Plan
from campaign.ports import Store
from campaign.progress import Stand
from campaign.quota_rules import QuotaScope, QuotaWindow
from campaign.quotas import QuotaTerm
from campaign.reporting import IssueClass, LatePractice
from campaign.rhythm import CutOff
from campaign.standing import CampaignStanding, CountyStanding
from campaign.tiers import Reached, Union
from campaign.vocabulary import DigestKind
from digests.facts import CountyFacts, DigestFacts, QuotaFacts, SectionFacts, TrendPoint
from digests.told import (
    AmendedFacts,
    CategoryFacts,
    ClassFacts,
    DutyFacts,
    MilestoneFacts,
    PracticeFacts,
    SameFacts,
    TierFacts,
)


def gather(store: Store, campaign_id: str, cut_off: CutOff) -> DigestFacts:
    """Count everything that the digest of `cut_off` says, as it was known then; raise NotFound."""
    figures = digest_figures(store, campaign_id, cut_off)
    plan = store.campaigns.plan(campaign_id)
    facts = compose(plan, cut_off.at, figures.sections, every=figures.standing)
    return facts.model_copy(update=_told(plan, cut_off, figures, facts))


def status_facts(store: Store, campaign_id: str) -> DigestFacts:
    """Return the figures of /status as facts, from the same counts: cheap, however many contacts."""
    plan, figures = store.campaigns.plan(campaign_id), campaign_figures(store, campaign_id)
    paused = paused_now(store, campaign_id)
    foretold = forecast(figures.standing, plan.calendar, paused)
    facts = compose(plan, store.now, [(plan.definition.digests.period, figures)])
    rows = zip(facts.counties, figures.standing.counties, strict=True)
    resting = (county.model_copy(update={"paused": row.counts.county_id in paused}) for county, row in rows)
    told: dict[str, Any] = {
        "live": True,
        "counties": tuple(resting) if paused else facts.counties,
        "duties": tuple(map(_duty, duty_figures(store, campaign_id, store.now))),
        "tiers": _tiers(union_of_tiers(store, campaign_id)),
        "short": len(foretold.counties) if foretold else 0,
    }
    return facts.model_copy(update=told)


def _told(plan: Plan, cut_off: CutOff, figures: DigestFigures, facts: DigestFacts) -> dict[str, Any]:
    first = facts.sections[0]
    now = TrendPoint(
        first=first.first,
        last=first.last,
        counties=first.counties,
        contacted=first.contacted,
        contacts=first.contacts,
    )
    return {
        "trend": (*(_point(span, first.counties) for span in figures.trend), now),
        "classes": tuple(map(_class, figures.classes)),
        "categories": tuple(_category(one, plan) for one in figures.categories),
        "same": tuple(SameFacts(**one._asdict()) for one in figures.same),
        "found": tuple(_practice(one, several=facts.several_prefectures) for one in figures.practices),
        "amended": AmendedFacts(**figures.amended._asdict()),
        "duties": tuple(map(_duty, figures.duties)),
        "milestones": milestones(plan.definition, first.first, cut_off.at.date()),
        "tiers": _tiers(figures.unions),
        "missing": figures.foretold.missing if figures.foretold else None,
        "county_messages": figures.county_messages,
        "short": len(figures.foretold.counties) if figures.foretold else 0,
    }


def milestones(definition: Definition, first: date, today: date) -> tuple[MilestoneFacts, ...]:
    """Return what was due within a window, what is due now, and what comes next."""
    every = sorted(definition.milestones, key=lambda one: (one.last, one.first))
    past = [one for one in every if first <= one.last < today]
    now = [one for one in every if one.first <= today <= one.last]
    coming = [one for one in every if one.first > today][:1]
    found = (*past, *now, *coming)
    return tuple(MilestoneFacts(name=one.name, first=one.first, last=one.last) for one in found)


def _point(span: SpanCounts, counties: int) -> TrendPoint:
    days, contacted, contacts = span
    return TrendPoint(
        first=days.first, last=days.last, counties=counties, contacted=contacted, contacts=contacts
    )


def _class(one: IssueClass) -> ClassFacts:
    return ClassFacts(resolver=one.resolver, **_counts(one))


def _category(one: IssueClass, plan: Plan) -> CategoryFacts:
    return CategoryFacts(name=plan.filing.categories.names.get(one.category or ""), **_counts(one))


def _counts(one: IssueClass) -> dict[str, int]:
    return {"open": one.open, "overdue": one.overdue, "raised": one.raised[0], "closed": one.closed[0]}


def _practice(one: LatePractice, *, several: bool) -> PracticeFacts:
    place = one.prefecture + one.county if several else one.county
    return PracticeFacts(place=place, text=one.text, chosen=one.chosen)


def _duty(one: DutyFigures) -> DutyFacts:
    return DutyFacts(name=one.name, last=one.last, holders=one.holders, done=one.done, missing=one.missing)


def _tiers(unions: Sequence[Union]) -> TierFacts | None:
    if not unions:
        return None
    reached = Counter(union.reached for union in unions)
    return TierFacts(
        own=reached[Reached.OWN],
        others=reached[Reached.OTHERS],
        both=reached[Reached.BOTH],
        nobody=reached[Reached.NOBODY],
        unpaired=sum(union.unpaired for union in unions),
    )


def compose(
    plan: Plan,
    at: datetime,
    sections: Sequence[tuple[DigestKind, Figures]],
    *,
    listed: bool = True,
    every: Standing | None = None,
) -> DigestFacts:
    """Put figures into the form in which they are frozen; the first section's states are shown on tiles.

    listed: with every county; without them it is a sixth of the work, enough for `status_report`.
    every: how counties stand by all rules.
    """
    standing = sections[0][1].standing
    beside = _Beside(every)
    today = plan.today(at)
    return DigestFacts(
        title=plan.definition.title,
        demo=plan.definition.demo,
        cut_off=at.astimezone(plan.definition.tz),
        quota=_quota(standing, every),
        counties=tuple(beside.county(row) for row in standing.counties) if listed else (),
        sections=tuple(_section(kind, figures) for kind, figures in sections),
        holidays_unknown=None if plan.calendar.knows(today.year) else today.year,
    )


class _Beside:
    """What is told of counties beside their counts."""

    def __init__(self, every: Standing | None) -> None:
        self.progress = every.of_all_rules() if every else {}
        course = every.course if every else None
        self.paused = {n for n in course.pauses if course.paused(n, course.today)} if course else set()

    def county(self, row: CountyStanding) -> CountyFacts:
        counts = row.counts
        return CountyFacts(
            name=counts.name,
            prefecture=counts.prefecture,
            liaison=counts.liaison,
            contact_person=counts.contact_person,
            state=row.state,
            done=row.done,
            required=row.required,
            progress=self.progress.get(counts.county_id),
            paused=counts.county_id in self.paused,
        )


_NAMED = {QuotaWindow.CALENDAR_YEAR, QuotaWindow.CAMPAIGN}


def _quota(standing: CampaignStanding, every: Standing | None) -> QuotaFacts:
    term = standing.windows.quota
    asked = _asked(standing, every)
    return QuotaFacts(
        name=term.rule.name,
        year=_year(term),
        last=term.days.last,
        required=term.required,
        met=sum(one.done >= one.required for one in asked),
        done=sum(min(one.done, one.required) for one in asked),
        owed=sum(one.required for one in asked),
        counties=len(asked),
        days_left=max(0, (term.days.after - standing.windows.today) // DAY),
        first=None if term.rule.window in _NAMED else term.days.first,
        scope=term.rule.scope,
        days=0 if term.rolling else len(term.days),
    )


def _asked(standing: CampaignStanding, every: Standing | None) -> Sequence[CountyStanding | Stand]:
    """Return those of whom the first rule asks anything: counties, or liaisons with all their counties."""
    if standing.windows.quota.rule.scope is QuotaScope.LIAISON and every:
        return [stand for stand in every.rules[0].stands.values() if stand.required]
    return [row for row in standing.counties if row.required]


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
        before=_point(figures.before, len(rows)) if figures.before else None,
    )
