"""Everything that a digest says of its cut-off, counted once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaign.actions.duties import DutyFigures, duty_figures
from campaign.actions.standings import Standing, standing_of
from campaign.actions.tiers import union_of_tiers
from campaign.figures import Figures, IssueCounts, SpanCounts
from campaign.forecast import Forecast, forecast
from campaign.plan import Plan, Windows
from campaign.ports import Store
from campaign.quota_rules import QuotaScope
from campaign.reporting import Amended, Asked, ContactReport, IssueClass, LatePractice, SameIssue
from campaign.rhythm import CutOff
from campaign.standing import CampaignStanding, standing
from campaign.tiers import Union
from campaign.vocabulary import DigestKind, Resolver

WINDOWS_BEFORE = 5
MOST_SAME = 3
MOST_PRACTICES = 2


@dataclass(frozen=True, slots=True)
class DigestFigures:
    """The figures of a cut-off's sections, and what is told beside them.

    trend: the windows before the first section's, oldest first. classes: issues by who is to solve them;
    categories: the same by category, those with most open ones first. foretold: what will be
    missing of the quota at the end of its window; None where nothing can be foretold.
    county_messages: what was sent to counties unasked; None where none takes part.
    """

    sections: tuple[tuple[DigestKind, Figures], ...]
    standing: Standing
    trend: tuple[SpanCounts, ...]
    classes: tuple[IssueClass, ...]
    categories: tuple[IssueClass, ...]
    same: tuple[SameIssue, ...]
    practices: tuple[LatePractice, ...]
    amended: Amended
    duties: tuple[DutyFigures, ...]
    unions: tuple[Union, ...]
    foretold: Forecast | None
    county_messages: int | None


def digest_figures(store: Store, campaign_id: str, cut_off: CutOff) -> DigestFigures:
    """Count everything that the digest of a cut-off says, as it was known then; raise NotFound."""
    question = _Question(store, store.campaigns.plan(campaign_id), cut_off)
    found = question.contacts()
    every = standing_of(store, campaign_id, as_of=cut_off.at, counties=found.counties)
    asked, classes = question.asked, question.issues()
    sections = question.sections(found, every, classes)
    reports, at = store.reports, cut_off.at
    return DigestFigures(
        sections=tuple(zip(cut_off.kinds, sections, strict=True)),
        standing=every,
        trend=found.spans[: question.windows_before],
        classes=tuple(sorted(_together(classes, _solver), key=_solver)),
        categories=_by_category(classes, question.plan),
        same=tuple(reports.same_issues(campaign_id, asked[0], at, MOST_SAME)),
        practices=tuple(reports.latest_practices(campaign_id, asked[0], at, MOST_PRACTICES)),
        amended=reports.amended(campaign_id, asked[0], at),
        duties=duty_figures(store, campaign_id, at),
        unions=union_of_tiers(store, campaign_id, at),
        foretold=question.foretold(sections[0].standing, every),
        county_messages=reports.county_messages(campaign_id, asked[0].since, at),
    )


class _Question:
    """What one cut-off asks of the store."""

    def __init__(self, store: Store, plan: Plan, cut_off: CutOff) -> None:
        self.store = store
        self.plan = plan
        self.at: datetime = cut_off.at
        self.today = plan.today(cut_off.at)
        rhythm, sections = plan.rhythm, cut_off.sections
        self.asked = [Asked(section.days, rhythm.opened(section.days.first)) for section in sections]
        earlier = rhythm.windows_before(sections[0].kind, sections[0].days.first)[-WINDOWS_BEFORE:]
        self.windows_before = len(earlier)
        self.before = [rhythm.days_before(section) for section in sections]
        self.spans = list(dict.fromkeys((*earlier, *(days for days in self.before if days))))

    def contacts(self) -> ContactReport:
        """Count all contacts."""
        windows = self._windows(0)
        return self.store.reports.contacts(self.plan.definition.id, windows, self.asked, self.spans, self.at)

    def issues(self) -> Sequence[IssueClass]:
        """Count issues by who is to solve them and by category."""
        return self.store.reports.issues(self.plan.definition.id, self.asked, self.today, self.at)

    def sections(self, found: ContactReport, every: Standing, classes: Sequence[IssueClass]) -> list[Figures]:
        """Put each section's figures together."""
        practices = self.store.reports.practices(self.plan.definition.id, self.asked, self.at)
        known = {span.days: span for span in found.spans}
        return [
            Figures(
                standing=self._standing(place, found, every),
                channels=section.channels,
                issues=_issues(classes, place),
                practices=practices[place],
                late=section.late,
                before=known[days] if (days := self.before[place]) else None,
            )
            for place, section in enumerate(found.sections)
        ]

    def foretold(self, stand: CampaignStanding, every: Standing) -> Forecast | None:
        """Foretell what will be missing of the quota; nothing is asked of paused counties."""
        paused = [
            county_id for county_id in every.course.pauses if every.course.paused(county_id, self.today)
        ]
        return forecast(stand, self.plan.calendar, paused)

    def _standing(self, place: int, found: ContactReport, every: Standing) -> CampaignStanding:
        windows, rows = self._windows(place), found.counties
        if place:
            of_counties = zip(rows, found.sections[place].of_counties, strict=True)
            rows = tuple(row._replace(period_contacts=contacts) for row, contacts in of_counties)
        rule = windows.quota.rule
        plain = rule.scope is QuotaScope.COUNTY and not rule.carry_over
        return standing(windows, rows, None if plain else every.of_counties())

    def _windows(self, place: int) -> Windows:
        return self.plan.windows(self.today, self.asked[place].days)


def _solver(one: IssueClass) -> int:
    return len(Resolver) if one.resolver is None else list(Resolver).index(one.resolver)


def _by_category(classes: Sequence[IssueClass], plan: Plan) -> tuple[IssueClass, ...]:
    """Return the categories in the order of the rules, those with most open ones first; without any last."""
    places = {category: place for place, category in enumerate(plan.filing.categories.names)}

    def order(one: IssueClass) -> tuple[bool, int, int, int]:
        known = one.category in places
        return not known, -one.open, -one.raised[0], places.get(one.category or "", 0)

    known = (one if one.category in places else one._replace(category=None) for one in classes)
    return tuple(sorted(_together(known, lambda one: one.category), key=order))


def _together(classes: Iterable[IssueClass], key: Callable[[IssueClass], Hashable]) -> list[IssueClass]:
    """Return classes of the same key as one."""
    found: dict[Hashable, IssueClass] = {}
    for one in classes:
        same = key(one)
        found[same] = found[same].with_(one) if same in found else one
    return list(found.values())


def _issues(classes: Sequence[IssueClass], place: int) -> IssueCounts:
    return IssueCounts(
        sum(one.raised[place] for one in classes),
        sum(one.closed[place] for one in classes),
        sum(one.open for one in classes),
        sum(one.overdue for one in classes),
    )
