"""Save a card as a record, and undo it within ten minutes."""

from datetime import timedelta

from campaign.actions.drafts import own_draft
from campaign.actions.planned_done import close_planned
from campaign.drafts import Draft
from campaign.errors import DraftGone, NotFound, NothingToUndo, Shared, TooLate
from campaign.people import Actor
from campaign.permissions import may_save
from campaign.ports import Store
from campaign.records import SavedRecord
from campaign.vocabulary import DraftState

UNDO_MINUTES = 10
WITHDRAWN = {"before": "standing", "after": "withdrawn"}


def save_draft(store: Store, actor: Actor, draft_id: str) -> SavedRecord:
    """Turn a card into a record. Saving twice, also from two devices, returns the same record.

    Raise Incomplete, DayInFuture, DayOutsideCampaign, DraftGone (dropped), NotFound.
    """
    draft = own_draft(store, actor, draft_id)
    may_save(actor, draft)
    if record := store.records.of_draft(draft_id):
        return record
    if draft.state is not DraftState.OPEN:
        raise DraftGone(draft.state)
    return save_card(store, actor, draft)


def withdraw_record(store: Store, actor: Actor, draft_id: str) -> SavedRecord:
    """Undo what a card saved; undoing twice is one undo.

    Raise TooLate after ten minutes, Shared when somebody else added to it, NotFound.
    """
    record = store.records.of_draft(draft_id)
    if record is None or record.author_id != actor.person.id:
        raise NotFound("record", draft_id)
    if record.withdrawn:
        return record
    if store.now - record.saved_at > timedelta(minutes=UNDO_MINUTES):
        raise TooLate(record.saved_at, UNDO_MINUTES)
    if own_draft(store, actor, draft_id).shared:
        raise Shared
    return _withdraw(store, actor, record)


def undo_latest(store: Store, actor: Actor) -> SavedRecord:
    """Undo the person's latest standing record; raise NothingToUndo, TooLate, Shared."""
    record = store.records.latest_of(actor.campaign_id, actor.person.id)
    if record is None:
        raise NothingToUndo
    return withdraw_record(store, actor, record.draft_id)


def save_card(store: Store, actor: Actor, draft: Draft) -> SavedRecord:
    """Turn an open card into a record, whoever may. Raise as `save_draft` for what it lacks."""
    plan = store.campaigns.plan(draft.campaign_id)
    draft = draft.dated(plan.today(draft.written_at))
    draft.check(plan.today(store.now), plan.definition.span)
    record = store.records.save(draft, actor, plan, store.now)
    store.drafts.put(draft.model_copy(update={"state": DraftState.SAVED}), store.now)
    facts = {**record.numbers, "before": None, "after": record.plain}
    what = (draft.campaign_id, actor.person.id, "record.save", draft.id, facts)
    store.audit.note(*what, behalf_id=record.liaison_id)
    close_planned(store, actor, record)
    return record


def _withdraw(store: Store, actor: Actor, record: SavedRecord) -> SavedRecord:
    plan = store.campaigns.plan(actor.campaign_id)
    withdrawn = store.records.withdraw(record, actor, plan, store.now)
    draft = own_draft(store, actor, record.draft_id)
    store.drafts.put(draft.model_copy(update={"state": DraftState.WITHDRAWN}), store.now)
    store.audit.note(actor.campaign_id, actor.person.id, "record.withdraw", record.draft_id, WITHDRAWN)
    store.planned.reopen(actor.campaign_id, [contact.id for contact in record.contacts])
    return withdrawn
