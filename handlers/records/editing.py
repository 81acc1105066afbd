"""An edited message and a reply: what they would change in a record, or add to a card or record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from campaign.actions.corrections import correctable
from campaign.actions.drafts import change_draft
from campaign.actions.withdrawals import may_withdraw, record_of
from campaign.corrections import pinned, unpinned
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.errors import DayInFuture, DayOutsideCampaign, Incomplete
from campaign.people import Actor
from campaign.ports import Store
from campaign.vocabulary import DraftState
from handlers.desk import Desk
from handlers.duties.cards import DutyCard
from handlers.records.amending import Unclear, amended, new_values
from handlers.records.corrections import Proposal, proposed
from handlers.report.actions import Card, Shown, Unsaved, card, is_whole, kept, read_again, reading_of
from handlers.report.reading import Said, draft_from, stated
from handlers.texts import FOUND, without_also
from understanding.likeness import most_alike

T = TypeVar("T", DraftIssue, DraftPractice)
MOST_ITEMS = 20
MOST_MOVED = 5
MOVED = timedelta(days=1)
"""How long and on how many records an earlier showing is looked for."""


@dataclass(frozen=True, slots=True)
class Added:
    """An open card to which words were added; `new` is False when it had them already."""

    shown: Card
    new: bool


@dataclass(frozen=True, slots=True)
class Amended:
    """An open card that a reply changed or gave up, or a record that says already what the reply says."""

    shown: Shown


def edited(store: Store, actor: Actor, desk: Desk, said: Said) -> Shown | Unsaved | DutyCard | Proposal:
    """Read an edited message: a saved one proposes a correction, others are read again. Raise NotAllowed."""
    known = store.drafts.by_source(said.chat_id, said.message_id)
    if known is None or known.state is not DraftState.SAVED or known.author_id != actor.person.id:
        return read_again(store, actor, desk, said)
    form, record = correctable(store, actor, known.id)
    target = _corrected(form, draft_from(stated(reading_of(store, actor, desk, said)), known))
    try:
        return proposed(store, actor, desk, target) or kept(store, actor, record)
    except (Incomplete, DayInFuture, DayOutsideCampaign):
        return kept(store, actor, record)


def add_words(
    store: Store, actor: Actor, desk: Desk, said: Said
) -> Added | Amended | Proposal | Unclear | None:
    """Take what a reply says into the card or record that it answers; None when there is none or it is new.

    New values of fields and what was found besides. A card is changed at once, since it still waits to be
    saved; for a record the change is proposed.
    """
    draft = replied_to(store, actor, said)
    if draft is None or is_whole(store, actor, desk, said):
        return None
    values = new_values(store, actor, desk, said, draft)
    words = without_also(values.rest if values else said.text)
    found = draft_from(reading_of(store, actor, desk, said, FOUND + words), draft) if words else None
    told = found if found and (found.issues or found.practices) else None
    if not (values or told):
        return None
    form = draft if draft.state is DraftState.OPEN else correctable(store, actor, draft.id)[0]
    new = amended(form, values) if values else form
    if isinstance(new, Unclear):
        return new
    return _taken(store, actor, desk, (draft, _grown(new, told) if told else new), changes=bool(values))


def _taken(
    store: Store, actor: Actor, desk: Desk, forms: tuple[Draft, Draft], *, changes: bool
) -> Added | Amended | Proposal | None:
    before, after = forms
    if before.state is not DraftState.OPEN:
        proposal = proposed(store, actor, desk, after)
        return proposal or (
            Amended(kept(store, actor, record_of(store, actor, before.id))) if changes else None
        )
    shown = card(store, actor, change_draft(store, actor, after))
    return Amended(shown) if changes else Added(shown, after != before)


def replied_to(store: Store, actor: Actor, said: Said) -> Draft | None:
    """Return the card, or that of the record, which a message answers and the person may change."""
    if said.reply_to is None:
        return None
    found = store.drafts.by_card(said.chat_id, said.reply_to)
    found = found or store.drafts.by_source(said.chat_id, said.reply_to) or _moved(store, actor, said)
    if found is None or found.corrects or found.campaign_id != actor.campaign_id:
        return None
    if found.state is DraftState.OPEN:
        return found if found.author_id == actor.person.id else None
    record = store.records.of_draft(found.id)
    return found if record and not record.withdrawn and may_withdraw(actor, record) else None


def _moved(store: Store, actor: Actor, said: Said) -> Draft | None:
    """Return a card, or that of a late record, of which the message answered is an earlier showing."""
    latest = store.drafts.latest_open(said.chat_id, actor.person.id, store.now - MOVED)
    records = store.archive.of_author(actor.campaign_id, actor.person.id, MOST_MOVED)
    drafts = [latest[0]] if latest else []
    drafts += [draft for record in records if (draft := store.drafts.get(record.draft_id))]
    here = (draft for draft in drafts if draft.chat_id == said.chat_id)
    return next((draft for draft in here if said.reply_to in draft.shown_before), None)


def _grown(draft: Draft, found: Draft) -> Draft:
    """Return a card with the issues and practices found that it lacks; of its first county if of none."""
    draft = pinned(draft)
    county = draft.contacts[0].county_id if draft.contacts else _first_county(draft)
    return draft.model_copy(
        update={
            "issues": _joined(draft.issues, found.issues, county),
            "practices": _joined(draft.practices, found.practices, county),
        }
    )


def _first_county(draft: Draft) -> int | None:
    counties = [item.county_id for item in draft.issues] + [item.county_id for item in draft.practices]
    return counties[0] if counties else None


def _joined(known: tuple[T, ...], found: tuple[T, ...], county: int | None) -> tuple[T, ...]:
    texts = {item.text for item in known}
    items: list[T] = list(known)
    new = (item for item in found if item.text not in texts)
    items += [item.model_copy(update={"county_id": item.county_id or county}) for item in new]
    return tuple(items[:MOST_ITEMS])


def _corrected(form: Draft, read: Draft) -> Draft:
    """Return a record's form with what its message says now; what the message leaves unsaid stays."""
    contacts, form = list(form.contacts), pinned(form)
    for place, new in enumerate(_in_order(contacts, read.contacts)):
        if place < len(contacts):
            said = {name: value for name, value in new if value is not None and name in _SAID}
            contacts[place] = contacts[place].model_copy(update=said)
        else:
            contacts.append(new)
    moved = form if len(contacts) > 1 else unpinned(form)
    return moved.model_copy(
        update={
            "contacts": tuple(contacts),
            "issues": _reworded(moved.issues, read.issues),
            "practices": _reworded(moved.practices, read.practices),
        }
    )


_SAID = ("county_id", "day", "channel", "participants", "attendees", "leader_present")


def _in_order(known: Sequence[DraftContact], read: Sequence[DraftContact]) -> list[DraftContact]:
    """Return what was read in the order of the record's contacts: of the same county if there is one."""
    rest, ordered = list(read), []
    for contact in known:
        same = next((new for new in rest if new.county_id == contact.county_id), rest[0] if rest else None)
        if same is None:
            break
        rest.remove(same)
        ordered.append(same)
    return [*ordered, *rest]


def _reworded(known: tuple[T, ...], read: tuple[T, ...]) -> tuple[T, ...]:
    """Return the items with new words where the message has some: those like them first, then in order."""
    items, new = list(known), [item for item in read if item.text not in {k.text for k in known}]
    said = {item.text for item in read}
    free = [place for place, item in enumerate(items) if item.text not in said]
    for item in new:
        if not free:
            items.append(item)
            continue
        like = most_alike(item.text, [items[place].text for place in free])
        place = free.pop(like or 0)
        items[place] = items[place].model_copy(update=_words(item))
    return tuple(items)


def _words(item: DraftIssue | DraftPractice) -> dict[str, object]:
    fields = item.model_dump(include={"text", "due", "resolver"})
    return {name: value for name, value in fields.items() if value is not None}
