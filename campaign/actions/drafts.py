"""Open, change and drop a card."""

from campaign.drafts import Draft
from campaign.errors import DraftGone, NotFound
from campaign.people import Actor
from campaign.permissions import may_save
from campaign.ports import Store
from campaign.vocabulary import DraftState


def open_draft(store: Store, actor: Actor, draft: Draft) -> Draft:
    """Store a new card; a second delivery of its message returns the first one."""
    may_save(actor, draft)
    if known := store.drafts.get(draft.id):
        return known
    store.drafts.put(draft, store.now)
    return draft


def own_draft(store: Store, actor: Actor, draft_id: str) -> Draft:
    """Return a person's card in whatever state; raise NotFound, also for another's."""
    draft = store.drafts.get(draft_id)
    if draft is None or draft.author_id != actor.person.id:
        raise NotFound("draft", draft_id)
    return draft


def change_draft(store: Store, actor: Actor, draft: Draft) -> Draft:
    """Store a card's new form; raise DraftGone when it is no longer open."""
    if (known := own_draft(store, actor, draft.id)).state is not DraftState.OPEN:
        raise DraftGone(known.state)
    store.drafts.put(draft, store.now)
    return draft


def drop_draft(store: Store, actor: Actor, draft_id: str) -> Draft:
    """Give up a card; dropping twice is one drop. Raise DraftGone when it was saved."""
    draft = own_draft(store, actor, draft_id)
    if draft.state in {DraftState.SAVED, DraftState.WITHDRAWN}:
        raise DraftGone(draft.state)
    store.attachments.drop(draft_id)
    dropped = draft.model_copy(update={"state": DraftState.DROPPED})
    store.drafts.put(dropped, store.now)
    return dropped
