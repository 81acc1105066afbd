"""Standing duties: who owes what in the running windows, and who has done it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign.duties import DutyHolder, DutyRule
from campaign.duty_standing import Asking, DutyDone, DutyStanding, Holder, duty_standing, holders_of
from campaign.errors import NotAllowed, NotFound
from campaign.people import Actor, County
from campaign.permissions import may_log_duty
from campaign.plan import Plan
from campaign.ports import Store


@dataclass(frozen=True, slots=True)
class DutyFigures:
    """One duty in its running window, which ends with `last`: so many holders, so many have done it.

    missing: the names of those who have not, in the roster's order.
    """

    duty: str
    name: str
    first: date
    last: date
    holders: int
    done: int
    missing: tuple[str, ...]


def duty_figures(store: Store, campaign_id: str, at: datetime) -> tuple[DutyFigures, ...]:
    """Return each duty of which anything is asked in its running window, as it was known at a moment."""
    return tuple(
        DutyFigures(
            one.rule.id,
            one.rule.name,
            one.days.first,
            one.days.last,
            len(one.asked),
            len(one.asked) - len(one.missing),
            names_of([stand.holder for stand in one.missing], one),
        )
        for one in duties_at(store, campaign_id, at)
        if one.required and one.asked
    )


def names_of(holders: Sequence[Holder], among: DutyStanding) -> tuple[str, ...]:
    """Return the names of holders, with the city where several have the same."""
    often = Counter(stand.holder.name for stand in among.stands)
    return tuple(f"{one.place}{one.name}" if often[one.name] > 1 else one.name for one in holders)


def duties_at(store: Store, campaign_id: str, at: datetime | None = None) -> tuple[DutyStanding, ...]:
    """Return how everybody stands with every duty, now or as it was known at a moment."""
    plan = store.campaigns.plan(campaign_id)
    if not (rules := plan.definition.duties):
        return ()
    asking, done = _asking(store, plan, at or store.now), store.duties.done(campaign_id, at)
    return _standings(rules, store.people.counties(campaign_id), asking, done)


def duties_of(store: Store, campaign_id: str, county: County) -> tuple[DutyStanding, ...]:
    """Return how one county stands with the duties that counties have."""
    plan = store.campaigns.plan(campaign_id)
    rules = [rule for rule in plan.definition.duties if rule.who is DutyHolder.COUNTY]
    if not rules:
        return ()
    done = store.duties.done(campaign_id, county_id=county.id)
    return _standings(rules, (county,), _asking(store, plan, store.now), done)


def rule_of(plan: Plan, duty: str) -> DutyRule:
    """Return a duty of the rules as they are; raise NotFound."""
    for rule in plan.definition.duties:
        if rule.id == duty:
            return rule
    raise NotFound("duty", duty)


def own_holders(store: Store, actor: Actor, rule: DutyRule) -> tuple[Holder, ...]:
    """Return the holders for whom somebody may log a duty: those of his own counties first."""
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    mine = {pairing.county.id for pairing in own} | {0}
    found = []
    for holder in holders_of(rule, store.people.counties(actor.campaign_id)):
        try:
            may_log_duty(actor, holder, own)
        except NotAllowed:
            continue
        found.append(holder)
    return tuple(sorted(found, key=lambda holder: holder.county_id not in mine))


def _standings(
    rules: Sequence[DutyRule], counties: Sequence[County], asking: Asking, done: Sequence[DutyDone]
) -> tuple[DutyStanding, ...]:
    of: dict[str, list[DutyDone]] = {rule.id: [] for rule in rules}
    for one in done:
        if one.duty in of:
            of[one.duty].append(one)
    return tuple(duty_standing(rule, asking, holders_of(rule, counties), of[rule.id]) for rule in rules)


def _asking(store: Store, plan: Plan, at: datetime) -> Asking:
    today = plan.today(at)
    pauses = store.pauses.since(plan.definition.id, today)
    return Asking(plan.definition.span, today, frozenset(p.county_id for p in pauses if today in p.days))
