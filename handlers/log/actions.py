"""What the form asks of the store, in plain values."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from campaign.actions.drafts import change_draft, open_draft, own_draft
from campaign.actions.withdrawals import record_of
from campaign.attachments import SentFile
from campaign.drafts import Draft, DraftContact
from campaign.errors import DraftGone, NotFound
from campaign.people import Actor, County, Pairing
from campaign.permissions import may_log
from campaign.ports import Store
from campaign.vocabulary import DraftState, Role
from handlers.desk import Desk
from handlers.log import texts
from handlers.overview.actions import matching
from handlers.report.actions import Card, Shown, card, present, save
from handlers.report.actions import kept as shown_record

MOST_COUNTIES = 30
MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Days:
    """The days that may be picked, first to last, and today."""

    first: date
    last: date
    today: date


@dataclass(frozen=True, slots=True)
class WhoOption:
    """Who may have gone to a county, and whether its liaison was among them."""

    key: str
    attendees: str
    leader_present: bool


def blank_form(store: Store, actor: Actor, desk: Desk, chat_id: int) -> Draft:
    """Return an empty card for the form; nothing is stored. Raise NotAllowed."""
    may_log(actor)
    return Draft(
        id=desk.update_key,
        campaign_id=actor.campaign_id,
        author_id=actor.person.id,
        chat_id=chat_id,
        written_at=store.now,
        contacts=(DraftContact(),),
    )


def open_card(store: Store, actor: Actor, draft_id: str) -> Draft | Shown:
    """Return a card that can be changed, else what became of it. Raise NotFound."""
    draft = own_draft(store, actor, draft_id)
    return draft if draft.state is DraftState.OPEN else present(store, actor, draft_id)


def county_options(store: Store, actor: Actor) -> Sequence[County]:
    """Return the person's own counties, then all others if they are few."""
    own = [pairing.county for pairing in store.people.pairings(actor.campaign_id, actor.person.id)]
    every = store.people.counties(actor.campaign_id)
    rest = [county for county in every if county not in own] if len(every) <= MOST_COUNTIES else []
    return [*own[:MOST_COUNTIES], *rest]


def search_counties(store: Store, actor: Actor, word: str) -> Sequence[County]:
    """Return the counties that a typed word may mean."""
    return matching(store.people.counties(actor.campaign_id), word)[:MOST_FOUND]


def days(store: Store, actor: Actor) -> Days:
    """Return the days that a contact may carry."""
    plan = store.campaigns.plan(actor.campaign_id)
    span, today = plan.definition.span, plan.today(store.now)
    return Days(span.first, min(span.last, today), today)


def who_options(store: Store, actor: Actor, county_id: int | None) -> Sequence[WhoOption]:
    """Return who may have gone: contact person, liaison, both; the person himself if he is none of them."""
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    pairing = next((p for p in pairings if p.county.id == county_id), None)
    if pairing is None:
        return (WhoOption("me", actor.person.name, leader_present=Role.LEADER in actor.roles),)
    if pairing.concerns(actor.person.id):
        return tuple(_paired(pairing))
    return (WhoOption("me", actor.person.name, leader_present=False), *_paired(pairing))


def as_card(store: Store, actor: Actor, draft: Draft, *, correcting: bool) -> Card:
    """Return the card of a form as it stands; a record that is corrected is like none but itself.

    Who solves a problem is asked on cards, where it may be left open; no form waits for it.
    """
    shown = card(store, actor, draft.model_copy(update={"asks_resolver": False}))
    return replace(shown, alike=None, others=(), so_far=None) if correcting else shown


def before_form(store: Store, actor: Actor, draft_id: str) -> Shown | None:
    """Return the card or record that a form was opened on; None for a form of its own."""
    with suppress(NotFound):
        return present(store, actor, draft_id)
    with suppress(NotFound):
        return shown_record(store, actor, record_of(store, actor, draft_id))
    return None


def keep_files(store: Store, actor: Actor, draft_id: str, files: Sequence[SentFile]) -> bool:
    """Keep files with the card or record that a form was opened on; False for a form of its own."""
    draft = store.drafts.get(draft_id)
    if draft is None:
        return False
    store.attachments.add(draft.campaign_id, draft.id, files, actor.person.id, store.now)
    return True


def save_form(store: Store, actor: Actor, draft: Draft, files: Sequence[SentFile] = ()) -> Shown:
    """Save a form as a record, at once; when it cannot be saved, show what its card says."""
    try:
        known = open_draft(store, actor, draft)
        if known.state is DraftState.OPEN:
            change_draft(store, actor, draft.model_copy(update={"card_message_id": known.card_message_id}))
    except DraftGone:
        return present(store, actor, draft.id)
    if files:
        store.attachments.add(draft.campaign_id, draft.id, files, actor.person.id, store.now)
    return save(store, actor, draft.id)


def _paired(pairing: Pairing) -> Sequence[WhoOption]:
    liaison, contact = pairing.liaison.name, pairing.contact_person
    alone = WhoOption("liaison", liaison, leader_present=True)
    if contact is None:
        return (alone,)
    both = WhoOption("both", texts.names((liaison, contact.name)), leader_present=True)
    return (WhoOption("contact", contact.name, leader_present=False), both, alone)
