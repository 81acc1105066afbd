"""What would change in a saved record, shown before it does; taken or left by a tap or a word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from campaign.actions.corrections import (
    correct_record,
    correctable,
    leave_proposal,
    needs_reason,
    propose,
    take_proposal,
)
from campaign.corrections import Change
from campaign.drafts import Draft, DraftContact
from campaign.errors import DayInFuture, DayOutsideCampaign, Incomplete
from campaign.people import Actor
from campaign.ports import Store
from campaign.records import Contact, SavedRecord
from campaign.vocabulary import DraftState
from handlers.desk import Desk
from handlers.report.actions import Card, Kept, card, kept


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form that a record is to take, and what it would change. `adds`: it only adds to the record."""

    draft: Draft
    record: SavedRecord
    changes: tuple[Change, ...]
    names: Mapping[int, str]
    today: date
    wants_reason: bool = False

    @property
    def adds(self) -> bool:
        """Whether nothing of the record is changed or left out."""
        return all(change.number is None for change in self.changes)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record after a correction, and where its own message stands; None when there is none.

    `over`: for how many files there was no room in it.
    """

    kept: Kept
    chat_id: int
    message_id: int | None
    over: int = 0


def record_form(store: Store, actor: Actor, draft_id: str) -> Draft:
    """Return a record as the form to change it by. Raise NotFound, NotAllowed, DraftGone."""
    return correctable(store, actor, draft_id)[0]


def correct_form(store: Store, actor: Actor, desk: Desk, form: Draft) -> Corrected | Proposal | Card:
    """Correct a record at once in its first minutes; later ask why. A form that lacks something stays a card.

    Raise NotFound, NotAllowed, DraftGone, Changed.
    """
    try:
        _, record = correctable(store, actor, form.id)
        if not needs_reason(store, record):
            return corrected(store, actor, correct_record(store, actor, form.id, form)[0])
        proposal = proposed(store, actor, desk, form, wants_reason=True)
        return proposal or corrected(store, actor, record)
    except (Incomplete, DayInFuture, DayOutsideCampaign):
        return card(store, actor, form)


def proposed(
    store: Store, actor: Actor, desk: Desk, form: Draft, *, wants_reason: bool = False
) -> Proposal | None:
    """Keep a new form of a record until somebody takes it; None when it would change nothing.

    Raise as campaign.actions.corrections.propose.
    """
    update = {
        "id": desk.update_key,
        "corrects": form.id,
        "author_id": actor.person.id,
        "source_message_id": None,
        "card_message_id": None,
        "written_at": desk.written_at,
        "state": DraftState.OPEN,
    }
    proposal = form.model_copy(update=update)
    record, changed = propose(store, actor, proposal)
    if not changed:
        return None
    names = {c: store.people.county(actor.campaign_id, c).name for c in set(_counties(record, changed))}
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    return Proposal(proposal, record, changed, names, today, wants_reason)


def take(store: Store, actor: Actor, draft_id: str, reason: str) -> Corrected:
    """Give a record the form that was proposed. Raise as campaign.actions.corrections.take_proposal."""
    return corrected(store, actor, take_proposal(store, actor, draft_id, reason))


def leave(store: Store, actor: Actor, draft_id: str) -> Corrected:
    """Leave a record as it is. Raise NotFound."""
    return corrected(store, actor, leave_proposal(store, actor, draft_id))


def corrected(store: Store, actor: Actor, record: SavedRecord) -> Corrected:
    """Return a record with the place of its own message."""
    draft = store.drafts.get(record.draft_id)
    chat, message = (draft.chat_id, draft.card_message_id) if draft else (0, None)
    return Corrected(kept(store, actor, record), chat, message)


def _counties(record: SavedRecord, changed: Iterable[Change]) -> Iterable[int]:
    yield from (contact.county_id for contact in record.contacts)
    for change in changed:
        for value in (change.before, change.after):
            if isinstance(value, Contact | DraftContact) and value.county_id:
                yield value.county_id
            elif change.field == "county_id" and value:
                yield value
