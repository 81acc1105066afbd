"""An admin lets somebody look after another's counties for some days, and ends it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from campaign.actions.members import tell_person
from campaign.days import DAY
from campaign.errors import NotAllowed, NotFound
from campaign.people import Actor, Person
from campaign.permissions import TABLE, Action, may_administer
from campaign.ports import Store
from campaign.stand_ins import StandIn


def stand_ins_of(store: Store, campaign_id: str, person_id: int) -> tuple[StandIn, ...]:
    """Return those that are not over and concern a person, absent or coming."""
    every = store.stand_ins.since(campaign_id, _today(store, campaign_id))
    return tuple(one for one in every if person_id in {one.absent.id, one.person.id})


def stood_in_for(store: Store, campaign_id: str, person_id: int) -> Mapping[int, Person]:
    """Return for whom a person looks after which counties today, by county."""
    today = _today(store, campaign_id)
    absent = {
        one.absent.id: one.absent
        for one in store.stand_ins.since(campaign_id, today)
        if one.person.id == person_id and one.holds(today)
    }
    if not absent:
        return {}
    pairings = store.people.pairings(campaign_id, person_id)
    found: dict[int, Person] = {}
    for pairing in pairings:
        for who in (pairing.liaison, pairing.contact_person):
            if who and who.id in absent and not pairing.concerns(person_id):
                found[pairing.county.id] = who
    return found


def may_stand_in(store: Store, campaign_id: str, person_id: int) -> bool:
    """Tell whether somebody may log contacts, so that he can do so for another."""
    try:
        return not store.members.get(campaign_id, person_id).roles.isdisjoint(TABLE[Action.LOG])
    except NotFound:
        return False


def begin_stand_in(
    store: Store, actor: Actor, absent_id: int, person_id: int, days: tuple[date, date]
) -> None:
    """Let somebody stand in from the first to the last of two days; both are told.

    Raise NotAllowed, NotFound.
    """
    may_administer(actor)
    absent, person = (store.members.get(actor.campaign_id, who).person for who in (absent_id, person_id))
    if absent_id == person_id or not may_stand_in(store, actor.campaign_id, person_id):
        raise NotAllowed(Action.LOG.value)
    number = store.stand_ins.begin(actor.campaign_id, (absent_id, person_id), days, store.now)
    one = StandIn(number, absent, person, *days)
    _note(store, actor, one, "begin", {"before": None, "after": _plain(one)})
    counties = _own(store, actor.campaign_id, absent_id)
    for who in (absent, person):
        _tell(store, actor.campaign_id, who, one, counties)


def end_stand_in(store: Store, actor: Actor, stand_in_id: int) -> StandIn | None:
    """Make today its last day, or let it never begin; None when it is over already. Raise NotAllowed."""
    may_administer(actor)
    today = _today(store, actor.campaign_id)
    every = store.stand_ins.since(actor.campaign_id, today)
    one = next((one for one in every if one.id == stand_in_id), None)
    if one and one.last > today:
        last = today if one.first <= today else one.first - DAY
        store.stand_ins.end(one.id, last)
        after = _plain(replace(one, last=last)) if last >= one.first else None
        _note(store, actor, one, "end", {"before": _plain(one), "after": after})
    return one


def _note(store: Store, actor: Actor, one: StandIn, step: str, facts: dict[str, object]) -> None:
    action, subject = f"stand_in.{step}", one.absent.name
    store.audit.note(actor.campaign_id, actor.person.id, action, subject, facts, behalf_id=one.person.id)


def _plain(one: StandIn) -> dict[str, object]:
    return {"name": one.person.name, "first": one.first.isoformat(), "last": one.last.isoformat()}


def _tell(store: Store, campaign_id: str, who: Person, one: StandIn, counties: Sequence[str]) -> None:
    told = {**_plain(one), "absent": one.absent.name, "own": who.id == one.absent.id, "counties": [*counties]}
    for account in store.members.accounts(campaign_id, who.id):
        if not account.blocked_at:
            tell_person(store, campaign_id, account.telegram_id, "stand_in", str(one.id), **told)


def _own(store: Store, campaign_id: str, person_id: int) -> list[str]:
    pairings = store.people.pairings(campaign_id, person_id)
    return list(dict.fromkeys(p.county.name for p in pairings if p.concerns(person_id)))


def _today(store: Store, campaign_id: str) -> date:
    return store.campaigns.plan(campaign_id).today(store.now)
