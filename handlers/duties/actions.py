"""What is owed, and cards of standing duties, in plain values."""

from dataclasses import dataclass
from datetime import date
from zlib import crc32

from campaign.actions.duties import duties_at, own_holders
from campaign.days import DAY, Days
from campaign.duties import DutyRule
from campaign.duty_records import DutyRecord
from campaign.duty_standing import DutyStand, DutyStanding, Holder
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.permissions import Action, may_correct, reach
from campaign.plan import Plan
from campaign.ports import Store
from handlers.duty_callbacks import PickHolder
from handlers.paging import Paged, place_of

MOST_DAYS = 7
MOST_RECORDS = 5
MOST_CHOICES = 8
HOLDERS_ON_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class DutyList:
    """What is owed in the running windows, those duties first of which most is missing of one's own.

    own: the counties with which the person is paired.
    """

    standings: tuple[DutyStanding, ...]
    own: frozenset[int]
    today: date

    def mine(self, one: DutyStanding) -> list[DutyStand]:
        """Return what one's own counties have not done."""
        return [stand for stand in one.missing if stand.holder.county_id in self.own]


@dataclass(frozen=True, slots=True)
class DutyShown(Paged):
    """One duty: how it stands, for whom it may be logged (those not done first), what was logged last.

    changeable: which of the records the person may withdraw.
    """

    standing: DutyStanding
    holders: tuple[Holder, ...]
    records: tuple[DutyRecord, ...]
    changeable: frozenset[int]
    today: date


@dataclass(frozen=True, slots=True)
class DutyDays:
    """A duty that is to be logged for a holder: the latest days to choose from."""

    rule: DutyRule
    holder: Holder
    days: tuple[date, ...]
    today: date


def mark(name: str) -> int:
    """Return a number for a name, short enough for a button."""
    return crc32(name.encode())


def holder_mark(holder: Holder) -> int:
    """Return what a button calls a holder."""
    return holder.county_id or mark(holder.name)


def latest_days(today: date, span: Days) -> tuple[date, ...]:
    """Return the latest days of the campaign."""
    last = min(today, span.last)
    return tuple(day for back in range(MOST_DAYS) if (day := last - DAY * back) in span)


def owed(store: Store, actor: Actor) -> DutyList:
    """Return what is owed in the running windows, what is not done first."""
    own = frozenset(p.county.id for p in store.people.pairings(actor.campaign_id, actor.person.id))
    standings = duties_at(store, actor.campaign_id)
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    found = DutyList(standings, own, today)

    def urgency(one: DutyStanding) -> tuple[bool, bool, date]:
        return not found.mine(one), not one.missing, one.days.last

    return DutyList(tuple(sorted(standings, key=urgency)), own, today)


def shown(store: Store, actor: Actor, duty: int, page: int = 0) -> DutyShown:
    """Return one duty. Raise NotFound, where the rules have no such duty any more."""
    plan = store.campaigns.plan(actor.campaign_id)
    rule = marked(plan, duty)
    one = next(one for one in duties_at(store, actor.campaign_id) if one.rule.id == rule.id)
    may = reach(actor, Action.LOG_DUTY) is not None
    missing = {stand.holder.key for stand in one.missing}
    holders = own_holders(store, actor, rule) if may else ()
    ordered = sorted(holders, key=lambda holder: holder.key not in missing)
    records = tuple(store.duties.standing(actor.campaign_id, rule.id, MOST_RECORDS))
    mine = frozenset(record.id for record in records if may_correct(actor, record.author_id))
    place = place_of(page, len(ordered), HOLDERS_ON_A_PAGE)
    size = HOLDERS_ON_A_PAGE
    kept = tuple(ordered[place : place + size])
    return DutyShown(place, len(ordered), size, one, kept, records, mine, plan.today(store.now))


def days_of(store: Store, actor: Actor, choice: PickHolder) -> DutyDays:
    """Return the days to choose from for a holder. Raise NotFound, NotAllowed."""
    plan = store.campaigns.plan(actor.campaign_id)
    rule = marked(plan, choice.duty)
    today = plan.today(store.now)
    days = latest_days(today, plan.definition.span)
    return DutyDays(rule, holder_marked(store, actor, rule, choice.holder), days, today)


def marked(plan: Plan, duty: int) -> DutyRule:
    """Return the duty of a mark; raise NotFound."""
    for rule in plan.definition.duties:
        if mark(rule.id) == duty:
            return rule
    raise NotFound("duty_rule", str(duty))


def holder_marked(store: Store, actor: Actor, rule: DutyRule, wanted: int) -> Holder:
    """Return the holder of a mark among those for whom somebody may log; raise NotFound."""
    for holder in own_holders(store, actor, rule):
        if holder_mark(holder) == wanted:
            return holder
    raise NotFound("duty_holder", str(wanted))
