"""Look a record up, and withdraw it after the ten minutes, with a reason."""

from campaign.errors import NotAllowed, NotFound
from campaign.people import Actor
from campaign.permissions import may_correct
from campaign.ports import Store
from campaign.records import SavedRecord
from campaign.vocabulary import DraftState

LONGEST_REASON = 200


def record_of(store: Store, actor: Actor, draft_id: str) -> SavedRecord:
    """Return a record of the person's campaign, whoever logged it. Raise NotFound."""
    draft, record = store.drafts.get(draft_id), store.records.of_draft(draft_id)
    if draft is None or record is None or draft.campaign_id != actor.campaign_id:
        raise NotFound("record", draft_id)
    return record


def may_withdraw(actor: Actor, record: SavedRecord) -> bool:
    """Tell whether the person logged the record or runs the campaign."""
    return may_correct(actor, record.author_id)


def withdraw_for_reason(store: Store, actor: Actor, draft_id: str, reason: str) -> SavedRecord:
    """Withdraw a record at any time; it stays with who, when and why. Twice is once.

    Raise NotFound, NotAllowed.
    """
    record = record_of(store, actor, draft_id)
    if not may_withdraw(actor, record):
        raise NotAllowed("withdraw")
    draft = store.drafts.get(draft_id)
    if record.withdrawn or draft is None:
        return record
    plan = store.campaigns.plan(actor.campaign_id)
    withdrawn = store.records.withdraw(record, actor, plan, store.now)
    store.drafts.put(draft.model_copy(update={"state": DraftState.WITHDRAWN}), store.now)
    facts = {"before": "standing", "after": "withdrawn", "reason": reason.strip()[:LONGEST_REASON]}
    who, whose = actor.person.id, record.author_id
    store.audit.note(actor.campaign_id, who, "record.withdraw", draft_id, facts, behalf_id=whose)
    return withdrawn
