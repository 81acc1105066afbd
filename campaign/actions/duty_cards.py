"""A standing duty on a card: opened, filled in, saved, given up; a saved one is withdrawn with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from campaign.actions.duties import rule_of
from campaign.drafts import check_day
from campaign.duty_records import DutyNote, DutyRecord
from campaign.duty_standing import Holder
from campaign.errors import DraftGone, Incomplete, NotAllowed, NotFound
from campaign.people import Actor
from campaign.permissions import may_correct, may_log_duty
from campaign.plan import Plan
from campaign.ports import Store

LONGEST_REASON = 200


def open_card(store: Store, actor: Actor, notes: Sequence[DutyNote]) -> Sequence[DutyRecord]:
    """Store a card that waits for a tap; a second run returns the first. Raise NotAllowed, NotFound."""
    card = notes[0].card
    if known := store.duties.of_card(actor.campaign_id, card):
        return known
    plan = store.campaigns.plan(actor.campaign_id)
    for note in notes:
        rule_of(plan, note.duty)
        _may(store, actor, note.holder)
    store.duties.open(actor.campaign_id, notes, actor.person.id)
    return store.duties.of_card(actor.campaign_id, card)


def card_of(store: Store, actor: Actor, record_id: int) -> Sequence[DutyRecord]:
    """Return the lines of one's own card, by any of them. Raise NotFound."""
    record = store.duties.get(actor.campaign_id, record_id)
    if record.author_id != actor.person.id:
        raise NotFound("duty", str(record_id))
    return store.duties.of_card(actor.campaign_id, record.note.card)


def fill_card(
    store: Store, actor: Actor, record_id: int, holder: Holder | None = None, day: date | None = None
) -> Sequence[DutyRecord]:
    """Fill in who held it, or the day, where a card of one's own is open. Raise NotAllowed, NotFound."""
    for line in card_of(store, actor, record_id):
        if line.is_open:
            whose = line.note.holder or holder
            _may(store, actor, whose)
            store.duties.fill(line.id, whose, day or line.note.day)
    return card_of(store, actor, record_id)


def log_duty(store: Store, actor: Actor, record_id: int) -> Sequence[DutyRecord]:
    """Save a card; twice is once. Raise Incomplete, DayInFuture, DayOutsideCampaign, DraftGone, NotFound."""
    lines = card_of(store, actor, record_id)
    if all(line.saved_at for line in lines):
        return lines
    if not all(line.is_open for line in lines):
        raise DraftGone("dropped")
    plan = store.campaigns.plan(actor.campaign_id)
    for line in lines:
        _save(store, actor, plan, line)
    return card_of(store, actor, record_id)


def drop_duty(store: Store, actor: Actor, record_id: int) -> Sequence[DutyRecord]:
    """Give up an open card; a saved one stays. Raise NotFound."""
    for line in card_of(store, actor, record_id):
        if line.is_open:
            store.duties.end(line.id, actor.person.id, "", store.now)
    return card_of(store, actor, record_id)


def withdraw_duty(store: Store, actor: Actor, record_id: int, reason: str) -> DutyRecord:
    """Withdraw one saved line; it stays with who, when and why. Twice is once. Raise NotAllowed, NotFound."""
    record = store.duties.get(actor.campaign_id, record_id)
    if record.saved_at is None:
        raise NotFound("duty", str(record_id))
    if not may_correct(actor, record.author_id):
        raise NotAllowed("withdraw")
    if not record.stands:
        return record
    reason = reason.strip()[:LONGEST_REASON]
    store.duties.end(record_id, actor.person.id, reason, store.now)
    facts = {"before": "standing", "after": "withdrawn", "reason": reason}
    _noted(store, actor, "duty.withdraw", record, facts)
    return store.duties.get(actor.campaign_id, record_id)


def _save(store: Store, actor: Actor, plan: Plan, line: DutyRecord) -> None:
    holder, day = line.note.holder, line.note.day
    missing = {"holder": holder, "day": day}
    if holder is None or day is None:
        raise Incomplete(tuple(name for name, value in missing.items() if value is None))
    rule_of(plan, line.note.duty)
    _may(store, actor, holder)
    check_day(day, plan.today(store.now), plan.definition.span)
    behalf = _behalf(store, actor, holder)
    store.duties.save(line.id, behalf, store.now)
    _noted(store, actor, "duty.save", replace(line, behalf_id=behalf), {"after": f"{holder.name} {day}"})


def _noted(store: Store, actor: Actor, what: str, line: DutyRecord, facts: Mapping[str, str]) -> None:
    rules = store.campaigns.plan(actor.campaign_id).definition.duties
    title = {rule.id: rule.name for rule in rules}.get(line.note.duty, line.note.duty)
    whose = line.author_id if what == "duty.withdraw" else line.behalf_id
    told = {"title": title, **facts}
    store.audit.note(actor.campaign_id, actor.person.id, what, str(line.id), told, behalf_id=whose)


def _may(store: Store, actor: Actor, holder: Holder | None) -> None:
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    may_log_duty(actor, holder, own)


def _behalf(store: Store, actor: Actor, holder: Holder) -> int | None:
    """Return whose matter it is, if another's: the person who owes it, or the county's liaison."""
    if not holder.county_id:
        try:
            whose = store.people.person(actor.campaign_id, holder.name).id
        except NotFound:  # a city, or somebody who left the roster
            return None
        return None if whose == actor.person.id else whose
    pairs = [p for p in store.people.pairings(actor.campaign_id) if p.county.id == holder.county_id]
    own = [pairing for pairing in pairs if pairing.concerns(actor.person.id)] or pairs
    liaisons = [pairing.liaison.id for pairing in own]
    return None if not liaisons or actor.person.id in liaisons else liaisons[0]
