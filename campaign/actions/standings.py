"""How counties, pairs and liaisons stand by every rule of a campaign."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign.days import Days
from campaign.pairs import EVERYBODY, Pair, Tallied, Unit, Whom
from campaign.plan import Plan, Windows
from campaign.ports import Store
from campaign.progress import Asked, Course, Had, Progress, Stand, together, worst
from campaign.quota_rules import QuotaScope
from campaign.quotas import QuotaTerm, carried, terms
from campaign.standing import CountyCounts


@dataclass(frozen=True, slots=True)
class RuleStanding:
    """Everybody whom a rule asks, in the roster's order, and how each stands in the window of the day."""

    term: QuotaTerm
    stands: Mapping[Unit, Stand]


@dataclass(frozen=True, slots=True)
class Standing:
    """All counties that are meant, and how they, their pairs and liaisons stand by each rule."""

    course: Course
    counties: tuple[CountyCounts, ...]
    pairs: tuple[Pair, ...]
    rules: tuple[RuleStanding, ...]

    def progress(self, county_id: int) -> Progress | None:
        """Return where a county stands with the rules that ask it or its pairs; None when none does."""
        return worst(
            stand.progress
            for rule in self.rules
            for unit, stand in rule.stands.items()
            if unit.county_id == county_id
        )

    def of_all_rules(self) -> Mapping[int, Progress]:
        """Return where each county stands with all the rules that ask it or its pairs."""
        found: dict[int, list[Progress]] = {}
        for rule in self.rules:
            for unit, stand in rule.stands.items():
                if unit.county_id:
                    found.setdefault(unit.county_id, []).append(stand.progress)
        every = {county_id: worst(states) for county_id, states in found.items()}
        return {county_id: state for county_id, state in every.items() if state}

    def of_counties(self) -> Mapping[int, Stand]:
        """Return how each county stands by the first rule; of its pairs, with all of them together."""
        found: dict[int, list[Stand]] = {}
        for unit, stand in self.rules[0].stands.items():
            if unit.county_id:
                found.setdefault(unit.county_id, []).append(stand)
        return {county_id: together(stands) for county_id, stands in found.items()}


def course_of(store: Store, plan: Plan, at: datetime) -> Course:
    """Return what standing depends on besides counts, at a moment."""
    today = plan.today(at)
    pauses: dict[int, list[Days]] = {}
    for pause in store.pauses.since(plan.definition.id, today):
        pauses.setdefault(pause.county_id, []).append(pause.days)
    return Course(today, plan.rhythm.period(today), plan.calendar, pauses)


def standing_of(
    store: Store,
    campaign_id: str,
    whom: Whom = EVERYBODY,
    as_of: datetime | None = None,
    *,
    counties: Sequence[CountyCounts] | None = None,
) -> Standing:
    """Return how everybody stands, now or as it was known at `as_of`.

    `counties`: of everybody, if they are counted already.
    """
    plan = store.campaigns.plan(campaign_id)
    course = course_of(store, plan, as_of or store.now)
    windows = plan.windows(course.today)
    if counties is None:
        counties = _counties(store, campaign_id, windows, whom, as_of)
    paired = any(term.rule.scope is not QuotaScope.COUNTY for term in windows.quotas)
    pairs = store.standings.pairs(campaign_id, whom, as_of) if paired else ()
    question = _Question(store, plan, whom, as_of)
    rules = tuple(
        RuleStanding(term, dict(question.stands(term, course, counties, pairs))) for term in windows.quotas
    )
    return Standing(course, tuple(counties), tuple(pairs), rules)


def _counties(
    store: Store, campaign_id: str, windows: Windows, whom: Whom, as_of: datetime | None
) -> Sequence[CountyCounts]:
    if whom.county_id is None:
        return store.counts.by_county(campaign_id, windows, whom.person_id, as_of)
    found = store.counts.county(campaign_id, windows, whom.county_id, as_of)
    return [found] if found else []


@dataclass(frozen=True, slots=True)
class _Question:
    """A question to the store: of whom, as of when."""

    store: Store
    plan: Plan
    whom: Whom
    as_of: datetime | None

    def stands(
        self, term: QuotaTerm, course: Course, counties: Sequence[CountyCounts], pairs: Sequence[Pair]
    ) -> Iterable[tuple[Unit, Stand]]:
        """Return how everybody stands whom a rule asks."""
        if term.rule.scope is QuotaScope.COUNTY:
            first = term.rule == self.plan.definition.quota and not term.rule.carry_over
            asked = {Unit(row.county_id, 0): Asked(row.first_day, None, (row.county_id,)) for row in counties}
            last = {Unit(row.county_id, 0): row.last_day for row in counties if row.last_day}
            rows = _as_tallied(term, counties) if first else self._tallied(term, self.whom)
        elif term.rule.scope is QuotaScope.PAIR:
            asked = {pair.unit: Asked(pair.since, pair.since, (pair.county_id,)) for pair in pairs}
            last = dict(self.store.standings.credited(self.plan.definition.id, self.whom, self.as_of))
            rows = self._tallied(term, self.whom)
        else:
            asked, last, rows = self._liaisons(term, {pair.liaison_id for pair in pairs})
        had = _had(term, rows, self._terms(term), asked)
        for unit, whose in asked.items():
            yield unit, course.stand(term, whose, had[unit]._replace(last_contact=last.get(unit)))

    def _liaisons(
        self, term: QuotaTerm, meant: set[int]
    ) -> tuple[dict[Unit, Asked], dict[Unit, date], Sequence[Tallied]]:
        """Return the same of liaisons: all their counties count, those too that they handed over."""
        standings, campaign_id = self.store.standings, self.plan.definition.id
        asked: dict[Unit, Asked] = {}
        for pair in standings.pairs(campaign_id, EVERYBODY, self.as_of):
            if pair.liaison_id in meant:
                unit = Unit(0, pair.liaison_id)
                since = min(pair.since, asked[unit].first_day) if unit in asked else pair.since
                others = asked[unit].counties if unit in asked else ()
                asked[unit] = Asked(since, since, (*others, pair.county_id))
        last: dict[Unit, date] = {}
        for credited, day in standings.credited(campaign_id, EVERYBODY, self.as_of).items():
            unit = Unit(0, credited.liaison_id)
            last[unit] = max(day, last.get(unit, day))
        return asked, last, self._tallied(term, EVERYBODY)

    def _terms(self, term: QuotaTerm) -> list[QuotaTerm]:
        """Return the windows that a window's figure is made of: with what is carried over, all before it."""
        if not term.rule.carry_over:
            return [term]
        every = terms(term.rule, self.plan.definition.span)
        return [earlier for earlier in every if earlier.days.first <= term.days.first]

    def _tallied(self, term: QuotaTerm, whom: Whom) -> Sequence[Tallied]:
        return self.store.standings.tallied(self.plan.definition.id, self._terms(term), whom, self.as_of)


def _as_tallied(term: QuotaTerm, counties: Sequence[CountyCounts]) -> Sequence[Tallied]:
    """Return what the counts of counties say of the first rule's window already."""
    return [
        Tallied(term.days.first, Unit(c.county_id, 0), c.quota_contacts, c.quota_days, c.quota_last_day)
        for c in counties
    ]


def _had(
    term: QuotaTerm, rows: Iterable[Tallied], windows: Sequence[QuotaTerm], asked: Mapping[Unit, Asked]
) -> Mapping[Unit, Had]:
    """Put the rows of each county, pair or liaison together."""
    of: dict[Unit, list[Tallied]] = {unit: [] for unit in asked}
    for row in rows:
        unit = Unit(0, row.unit.liaison_id) if term.rule.scope is QuotaScope.LIAISON else row.unit
        if unit in of:
            of[unit].append(row)
    return {unit: _had_of(own, windows, asked[unit]) for unit, own in of.items()}


def _had_of(own: Sequence[Tallied], windows: Sequence[QuotaTerm], asked: Asked) -> Had:
    term = windows[-1]
    done = [sum(_amount(row, term) for row in own if row.day in window.days) for window in windows]
    required = (w.required if asked.since is None else w.required_of(asked.since) for w in windows)
    now = [row for row in own if row.day in term.days]
    return Had(
        sum(row.contacts for row in now),
        carried(term.rule, required, done)[-1],
        {row.unit.county_id: row.last_day for row in now},
    )


def _amount(row: Tallied, term: QuotaTerm) -> int:
    return row.days if term.rule.same_day_once else row.contacts
