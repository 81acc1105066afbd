"""What is known already of what a card says: an open issue that reads alike, others' contacts of that day."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from campaign.actions.drafts import change_draft, drop_draft, own_draft
from campaign.actions.issues import note_progress
from campaign.drafts import Draft
from campaign.errors import DraftGone
from campaign.issues import Dossier
from campaign.people import Actor
from campaign.ports import Store
from campaign.records import Contact, Issue
from campaign.vocabulary import DraftState
from handlers.callbacks import SameIssue
from understanding.likeness import most_alike

MOST_OTHERS = 3
"""So many contacts of others are shown on a card."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The issue at a place of a card, and the open one that it may be."""

    place: int
    issue: Issue


def find_alike(store: Store, draft: Draft) -> Alike | None:
    """Return the first issue of a card that reads like an open one of its county."""
    for place, found in enumerate(draft.issues):
        county = draft.county_of(found)
        if county is None or found.distinct:
            continue
        known = store.issues.open(draft.campaign_id, county)
        nearest = most_alike(found.text, [issue.text for issue in known])
        if nearest is not None:
            return Alike(place, known[nearest])
    return None


def logged_by_others(store: Store, draft: Draft) -> tuple[Contact, ...]:
    """Return what others logged of the same county, day and channel as a card's contacts."""
    found = []
    for contact in draft.contacts:
        if contact.county_id and contact.day and contact.channel:
            that_day = store.archive.contacts_on(draft.campaign_id, contact.county_id, contact.day)
            same = [c for c in that_day if c.channel is contact.channel and c.author_id != draft.author_id]
            found += same
    return tuple(found)


def settle(store: Store, actor: Actor, choice: SameIssue) -> Dossier | None:
    """Note an issue of a card as the progress of the open one, or keep it as another one.

    Return the open issue when the card has nothing more to save and is given up. Raise NotAllowed, NotFound.
    """
    draft = own_draft(store, actor, choice.draft)
    alike = find_alike(store, draft) if draft.state is DraftState.OPEN else None
    if alike is None or (alike.place, alike.issue.number) != (choice.place, choice.number):
        return None
    found, issues = draft.issues[alike.place], list(draft.issues)
    if not choice.same:
        issues[alike.place] = found.model_copy(update={"distinct": True})
        change_draft(store, actor, draft.model_copy(update={"issues": tuple(issues)}))
        return None
    dossier = note_progress(store, actor, alike.issue.number, found.text)
    del issues[alike.place]
    update = {"issues": tuple(issues), "noted": alike.issue.number}
    change_draft(store, actor, draft.model_copy(update=update))
    if issues or draft.contacts or draft.practices:
        return None
    with suppress(DraftGone):
        drop_draft(store, actor, draft.id)
    return dossier


def just_saved(store: Store, draft: Draft, within: timedelta) -> tuple[int, ...]:
    """Return the counties of the record that the author saved a moment ago: afterthoughts are about them."""
    record = store.records.latest_of(draft.campaign_id, draft.author_id)
    if record is None or store.now - record.saved_at > within:
        return ()
    return tuple(dict.fromkeys(contact.county_id for contact in record.contacts))
