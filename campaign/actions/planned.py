"""Note a plan, move it, give it up, and say what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from campaign.errors import DayOutsideCampaign, NotFound
from campaign.people import Actor
from campaign.permissions import may_log
from campaign.planned import Offer, PlannedContact, PlannedState
from campaign.ports import Store

UNSETTLED = frozenset({PlannedState.OFFERED, PlannedState.OPEN})


def offer(
    store: Store, actor: Actor, key: str, source_message_id: int, offers: Sequence[Offer]
) -> Sequence[PlannedContact]:
    """Offer to note plans; a second delivery of the message returns the first ones. Raise NotAllowed."""
    may_log(actor)
    return store.planned.offer(actor.campaign_id, actor.person.id, key, source_message_id, offers)


def own_planned(store: Store, actor: Actor, ids: Sequence[int]) -> Sequence[PlannedContact]:
    """Return a person's plans in whatever state; raise NotFound, also for another's."""
    found = store.planned.some(actor.campaign_id, ids)
    if any(planned.person_id != actor.person.id for planned in found):
        raise NotFound("planned", ".".join(map(str, ids)))
    return found


def keep(store: Store, actor: Actor, ids: Sequence[int], day: date | None = None) -> Sequence[PlannedContact]:
    """Note plans, or move them to a day; twice is once. One that is settled, or has no day, stays as it is.

    A plan that is noted already for that county and day is not noted again. Raise NotFound,
    DayOutsideCampaign.
    """
    may_log(actor)
    span = store.campaigns.plan(actor.campaign_id).definition.span
    if day and day not in span:
        raise DayOutsideCampaign(day, span.first, span.last)
    return [_kept(store, actor, planned, day) for planned in own_planned(store, actor, ids)]


def leave(store: Store, actor: Actor, ids: Sequence[int]) -> Sequence[PlannedContact]:
    """Give plans up, noted or not yet; twice is once. Raise NotFound."""
    return [_settled(store, actor, p, PlannedState.DROPPED) for p in own_planned(store, actor, ids)]


def miss(store: Store, actor: Actor, planned_id: int) -> PlannedContact:
    """Note that nothing came of a plan. Raise NotFound."""
    (planned,) = own_planned(store, actor, [planned_id])
    return _settled(store, actor, planned, PlannedState.MISSED)


def _kept(store: Store, actor: Actor, planned: PlannedContact, day: date | None) -> PlannedContact:
    day = day or planned.day
    was_open = planned.state is PlannedState.OPEN
    if planned.state not in UNSETTLED or day is None or (was_open and day == planned.day):
        return planned
    others = [p for p in store.planned.open_of(actor.campaign_id, actor.person.id) if p.id != planned.id]
    if any(other.county_id == planned.county_id and other.day == day for other in others):
        return _put(store, replace(planned, state=PlannedState.DROPPED, day=day))
    for former in (other for other in others if other.id == planned.replaces):
        store.planned.put(replace(former, state=PlannedState.DROPPED))
    word, facts = ("plan.move", _moved(planned.day, day)) if was_open else ("plan.keep", _moved(None, day))
    _note(store, actor, word, planned, facts)
    return _put(store, replace(planned, state=PlannedState.OPEN, day=day, noted_at=store.now))


def _settled(store: Store, actor: Actor, planned: PlannedContact, state: PlannedState) -> PlannedContact:
    if planned.state not in UNSETTLED:
        return planned
    if planned.state is PlannedState.OPEN:
        _note(store, actor, f"plan.{state.value}", planned, _moved(planned.day, None))
    return _put(store, replace(planned, state=state))


def _put(store: Store, planned: PlannedContact) -> PlannedContact:
    store.planned.put(planned)
    return planned


def _moved(before: date | None, after: date | None) -> dict[str, object]:
    return {"before": before and before.isoformat(), "after": after and after.isoformat()}


def _note(store: Store, actor: Actor, word: str, planned: PlannedContact, facts: dict[str, object]) -> None:
    store.audit.note(actor.campaign_id, actor.person.id, word, planned.county_name, facts)
