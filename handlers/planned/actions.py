"""What a card of plans and the buttons below it ask of the store, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign import planning
from campaign.actions.drafts import open_draft
from campaign.actions.planned import keep, leave, miss, offer, own_planned
from campaign.actions.planned_done import card_of
from campaign.actions.reminder_wishes import own_wish
from campaign.days import DAY
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.plan import Plan
from campaign.planned import Offer, PlannedContact, PlannedState
from campaign.ports import Store
from handlers.desk import Desk
from handlers.log.actions import blank_form
from handlers.planned import changing
from handlers.report.actions import Card, card
from handlers.report.reading import Said
from understanding import Planned

MOST = 3
"""A message that names more counties is a notice to many, not one person's plan."""
DAYS_OFFERED = 8


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of one card.

    former: the days that they had before, by the id of the plan replaced. days: to pick from, when one is
    asked for. reminded: when the person will hear of them; None when he will not.
    """

    plans: tuple[PlannedContact, ...]
    today: date
    former: tuple[PlannedContact, ...] = ()
    days: tuple[date, ...] = ()
    reminded: datetime | None = None

    @property
    def state(self) -> PlannedState:
        """The state of the card: open while any plan on it is."""
        states = {planned.state for planned in self.plans}
        return next((state for state in PlannedState if state in states), PlannedState.DROPPED)

    @property
    def ids(self) -> str:
        """The ids, as buttons carry them."""
        return ".".join(str(planned.id) for planned in self.plans)


def offered(store: Store, actor: Actor, desk: Desk, said: Said) -> Plans | None:
    """Offer to note what a message plans, or change the plan that it speaks of; None when it does neither.

    A message that names too many counties plans nothing. Raise NotAllowed.
    """
    read = desk.reader(actor.campaign_id).planned(said.text, desk.written_at)
    if read.called_off or not read.visits:
        return _changed(store, actor, desk, said, read)
    if len(read.visits) > MOST:
        return None
    plan = store.campaigns.plan(actor.campaign_id)
    if not any(_days(plan, None, plan.today(store.now))):
        return None
    offers = _offers(store, actor, plan, read)
    plans = offer(store, actor, desk.update_key, said.message_id, offers)
    return _shown(store, actor, plans, read.around)


def changed(store: Store, actor: Actor, desk: Desk, said: Said) -> Plans | None:
    """Change the plan that a correction means; None when it means none. Raise NotAllowed."""
    if not store.planned.open_of(actor.campaign_id, actor.person.id):
        return None
    read = desk.reader(actor.campaign_id).planned(said.text, desk.written_at)
    return _changed(store, actor, desk, said, read)


def _changed(store: Store, actor: Actor, desk: Desk, said: Said, read: Planned) -> Plans | None:
    off = changing.called_off(store, actor, read) if read.called_off else None
    change = off or changing.moved(store, actor, desk, said, read)
    return _shown(store, actor, change.plans) if change else None


def kept(store: Store, actor: Actor, marked: str, day: str = "") -> Plans:
    """Note plans, or move them to a day (20230301). Raise NotFound, DayOutsideCampaign."""
    return _shown(store, actor, keep(store, actor, _ids(marked), _day(day) if day else None))


def left(store: Store, actor: Actor, marked: str) -> Plans:
    """Give plans up. Raise NotFound."""
    return _shown(store, actor, leave(store, actor, _ids(marked)))


def missed(store: Store, actor: Actor, planned_id: int) -> Plans:
    """Note that nothing came of a plan. Raise NotFound."""
    return _shown(store, actor, [miss(store, actor, planned_id)])


def asking_day(store: Store, actor: Actor, marked: str) -> Plans:
    """Return plans with days to pick from. Raise NotFound."""
    return _shown(store, actor, own_planned(store, actor, _ids(marked)), asks=True)


def went(store: Store, actor: Actor, desk: Desk, chat_id: int, planned_id: int) -> Card | Plans:
    """Make a card of a plan, for one tap; of a settled one show what became of it. Raise NotFound."""
    (planned,) = own_planned(store, actor, [planned_id])
    if planned.state is not PlannedState.OPEN:
        return _shown(store, actor, [planned])
    blank = blank_form(store, actor, desk, chat_id)
    return card(store, actor, open_draft(store, actor, card_of(store, planned, blank)))


def _ids(marked: str) -> list[int]:
    """Return the ids that a button carries."""
    parts = marked.split(".")
    if not all(map(str.isdecimal, parts)):
        raise NotFound("planned", marked)
    return list(map(int, parts))


def _day(marked: str) -> date:
    try:
        return date.fromisoformat(marked)
    except ValueError:
        raise NotFound("planned", marked) from None


def _offers(store: Store, actor: Actor, plan: Plan, read: Planned) -> list[Offer]:
    known = store.planned.open_of(actor.campaign_id, actor.person.id) if read.moved else ()
    former = {planned.county_id: planned.id for planned in reversed(known)}
    span = plan.definition.span
    return [
        Offer(int(key), day if day and day in span else None, read.channel, former.get(int(key)))
        for key, day in read.visits
    ]


def _shown(
    store: Store,
    actor: Actor,
    plans: Sequence[PlannedContact],
    around: date | None = None,
    *,
    asks: bool = False,
) -> Plans:
    plan = store.campaigns.plan(actor.campaign_id)
    today = plan.today(store.now)
    replaced = [p.replaces for p in plans if p.replaces and p.state is PlannedState.OFFERED]
    lacking = any(p.day is None for p in plans)
    days = tuple(_days(plan, around, today)) if asks or lacking else ()
    former = tuple(store.planned.some(actor.campaign_id, replaced)) if replaced else ()
    first = min((p.day for p in plans if p.day), default=None)
    at = planning.reminder_at(plan, first) if first else None
    heard = at if at and at > store.now and not own_wish(store, actor).off_since else None
    return Plans(tuple(plans), today, former, days, heard)


def _days(plan: Plan, around: date | None, today: date) -> list[date]:
    """Return working days to offer: from tomorrow on, or from the week or month that was named."""
    span, day = plan.definition.span, max(today + DAY, around or today)
    days: list[date] = []
    while len(days) < DAYS_OFFERED and day in span:
        if plan.calendar.is_workday(day):
            days.append(day)
        day += DAY
    return days
