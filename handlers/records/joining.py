"""Two people who log one contact: the second one's card adds to the first one's record."""

from dataclasses import replace
from typing import TypeVar

from campaign.actions.corrections import supplement
from campaign.actions.drafts import change_draft, drop_draft, own_draft
from campaign.corrections import as_draft, pinned
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.people import Actor
from campaign.ports import Store
from campaign.records import Contact
from campaign.vocabulary import DraftState
from handlers.callbacks import SameContact
from handlers.records.corrections import Corrected, corrected
from handlers.report.actions import Shown, present
from handlers.report.alike import logged_by_others
from understanding.likeness import is_told

T = TypeVar("T", DraftIssue, DraftPractice)
OPTIONAL = ("participants", "attendees", "leader_present")


def join_contact(store: Store, actor: Actor, choice: SameContact) -> Corrected | Shown:
    """Add a card's contact, with the issues, practices and files of its county, to another's record of it.

    Return the record; or what the card is now, when it is settled already or has other contacts left.
    Raise NotFound, NotAllowed.
    """
    card = own_draft(store, actor, choice.draft)
    open_ones = logged_by_others(store, card) if card.state is DraftState.OPEN else ()
    theirs = next((contact for contact in open_ones if contact.number == choice.number), None)
    known = theirs and store.drafts.get(theirs.draft_id)
    record = known and store.records.of_draft(known.id)
    if not (theirs and known and record):
        return present(store, actor, card.id)
    card = pinned(card)
    target = _supplemented(pinned(as_draft(record, known)), card, theirs)
    done = supplement(store, actor, known.id, target)
    over = store.attachments.hand_over(card.campaign_id, card.id, known.id, actor.person.id, store.now)
    rest = _without(card, theirs)
    if rest.contacts or rest.issues or rest.practices:
        change_draft(store, actor, rest)
        return present(store, actor, card.id)
    change_draft(store, actor, rest.model_copy(update={"joined": known.id}))
    drop_draft(store, actor, card.id)
    return replace(corrected(store, actor, done), over=over)


def _supplemented(form: Draft, card: Draft, theirs: Contact) -> Draft:
    mine = next(contact for contact in card.contacts if _same(contact, theirs))
    contacts = (
        _filled(contact, mine) if contact.number == theirs.number else contact for contact in form.contacts
    )
    return form.model_copy(
        update={
            "contacts": tuple(contacts),
            "issues": (*form.issues, *_new(form.issues, card.issues, theirs.county_id)),
            "practices": (*form.practices, *_new(form.practices, card.practices, theirs.county_id)),
            "written_at": card.written_at,
        }
    )


def _filled(known: DraftContact, mine: DraftContact) -> DraftContact:
    open_fields = (name for name in OPTIONAL if getattr(known, name) is None)
    return known.model_copy(update={name: getattr(mine, name) for name in open_fields})


def _new(known: tuple[T, ...], mine: tuple[T, ...], county_id: int) -> tuple[T, ...]:
    texts = [item.text for item in known]
    of_county = (item for item in mine if item.county_id == county_id)
    # What only reads alike may be another problem: better told twice than lost.
    return tuple(item for item in of_county if _distinct(item) or not is_told(item.text, texts))


def _distinct(item: DraftIssue | DraftPractice) -> bool:
    return isinstance(item, DraftIssue) and item.distinct


def _without(card: Draft, theirs: Contact) -> Draft:
    county = theirs.county_id
    return card.model_copy(
        update={
            "contacts": tuple(contact for contact in card.contacts if not _same(contact, theirs)),
            "issues": tuple(issue for issue in card.issues if issue.county_id != county),
            "practices": tuple(practice for practice in card.practices if practice.county_id != county),
        }
    )


def _same(mine: DraftContact, theirs: Contact) -> bool:
    return (mine.county_id, mine.day, mine.channel) == (theirs.county_id, theirs.day, theirs.channel)
