"""Correct a saved record in place: its numbers stay, the tallies follow, what it said before is kept."""

from datetime import timedelta

from campaign.actions.records import UNDO_MINUTES
from campaign.actions.withdrawals import LONGEST_REASON, may_withdraw, record_of
from campaign.corrections import Change, as_draft, changes, recognised
from campaign.drafts import Draft
from campaign.errors import Changed, DraftGone, NotAllowed, NotFound
from campaign.people import Actor
from campaign.permissions import may_log
from campaign.ports import Store
from campaign.records import SavedRecord
from campaign.vocabulary import DraftState

ACTION = "record.correct"


def correctable(store: Store, actor: Actor, draft_id: str) -> tuple[Draft, SavedRecord]:
    """Return a record as a card to be changed, and as it stands. Raise NotFound, NotAllowed, DraftGone."""
    record, draft = record_of(store, actor, draft_id), store.drafts.get(draft_id)
    if draft is None:
        raise NotFound("record", draft_id)
    if not may_withdraw(actor, record):
        raise NotAllowed("withdraw")
    if record.withdrawn:
        raise DraftGone(DraftState.WITHDRAWN)
    return as_draft(record, draft), record


def needs_reason(store: Store, record: SavedRecord) -> bool:
    """Tell whether the minutes are over in which a record is corrected without a word."""
    return store.now - record.saved_at > timedelta(minutes=UNDO_MINUTES)


def correct_record(
    store: Store, actor: Actor, draft_id: str, target: Draft, reason: str = ""
) -> tuple[SavedRecord, tuple[Change, ...]]:
    """Give a record its new form; return it with what changed, which is nothing the second time.

    Raise NotFound, NotAllowed, DraftGone (withdrawn), Changed, and as Draft.check.
    """
    known, record = correctable(store, actor, draft_id)
    return apply(store, actor, (known, record), target, reason)


def apply(
    store: Store, actor: Actor, known: tuple[Draft, SavedRecord], target: Draft, reason: str
) -> tuple[SavedRecord, tuple[Change, ...]]:
    """Give a record its new form, whoever may; `known` is its card and how it stands."""
    draft, record = known
    plan = store.campaigns.plan(draft.campaign_id)
    target = recognised(record, target)
    target.check(plan.today(store.now), plan.definition.span)
    changed = changes(record, target)
    if not changed:
        return record, ()
    if target.corrected != draft.corrected:
        raise Changed("record")
    corrected = store.records.correct(record, target, actor, plan, store.now)
    form = {"state": DraftState.SAVED, "corrected": draft.corrected + 1}
    store.drafts.put(as_draft(corrected, draft).model_copy(update=form), store.now)
    facts = {"changes": [change.plain() for change in changed], "reason": reason.strip()[:LONGEST_REASON]}
    who, whose = actor.person.id, record.author_id
    store.audit.note(draft.campaign_id, who, ACTION, draft.id, facts, behalf_id=whose)
    return corrected, changed


def supplement(store: Store, actor: Actor, draft_id: str, target: Draft) -> SavedRecord:
    """Add to a record, or fill what it leaves open, whoever logged it. Raise as `correct_record`.

    NotAllowed: the form would change or leave out what the record says.
    """
    may_log(actor)
    record, draft = record_of(store, actor, draft_id), store.drafts.get(draft_id)
    if draft is None or record.withdrawn:
        raise NotFound("record", draft_id)
    told = (change for change in changes(record, target) if change.number is not None)
    if any(change.before is not None or change.field is None for change in told):
        raise NotAllowed("withdraw")
    done, _ = apply(store, actor, (as_draft(record, draft), record), target, "")
    grown = store.drafts.get(draft_id) or draft
    store.drafts.put(grown.model_copy(update={"shared": True}), store.now)
    return done


def propose(store: Store, actor: Actor, proposal: Draft) -> tuple[SavedRecord, tuple[Change, ...]]:
    """Keep a new form of a record until it is taken or left; return the record, and what would change.

    Raise as `correct_record`.
    """
    if proposal.corrects is None:
        raise NotFound("record", proposal.id)
    plan = store.campaigns.plan(proposal.campaign_id)
    _, record = correctable(store, actor, proposal.corrects)
    proposal = recognised(record, proposal)
    proposal.check(plan.today(store.now), plan.definition.span)
    changed = changes(record, proposal)
    if changed and store.drafts.get(proposal.id) is None:
        store.drafts.put(proposal, store.now)
    return record, changed


def take_proposal(store: Store, actor: Actor, draft_id: str, reason: str) -> SavedRecord:
    """Give a record the form that was proposed; twice is once. Raise as `correct_record`."""
    proposal = _proposal(store, actor, draft_id)
    record_id = proposal.corrects or proposal.id
    if proposal.state is not DraftState.OPEN:
        return record_of(store, actor, record_id)
    record, _ = correct_record(store, actor, record_id, proposal, reason)
    store.drafts.put(proposal.model_copy(update={"state": DraftState.DROPPED}), store.now)
    return record


def leave_proposal(store: Store, actor: Actor, draft_id: str) -> SavedRecord:
    """Leave a record as it is. Raise NotFound."""
    proposal = _proposal(store, actor, draft_id)
    if proposal.state is DraftState.OPEN:
        store.drafts.put(proposal.model_copy(update={"state": DraftState.DROPPED}), store.now)
    return record_of(store, actor, proposal.corrects or proposal.id)


def _proposal(store: Store, actor: Actor, draft_id: str) -> Draft:
    proposal = store.drafts.get(draft_id)
    if proposal is None or proposal.corrects is None or proposal.author_id != actor.person.id:
        raise NotFound("draft", draft_id)
    return proposal
