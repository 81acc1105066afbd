"""A correction without a reply: the card or record that its words mean, with what they would change."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from campaign.actions.corrections import correctable
from campaign.actions.drafts import change_draft, drop_draft
from campaign.corrections import unpinned
from campaign.drafts import Draft
from campaign.errors import DayInFuture, DayOutsideCampaign, Incomplete
from campaign.meant import Candidate, Meant, ToldValue, meant
from campaign.people import Actor
from campaign.plan import Plan
from campaign.ports import Store
from handlers.desk import Desk
from handlers.records.actions import Opened, opened
from handlers.records.corrections import Proposal, proposed
from handlers.records.editing import Amended
from handlers.report.actions import UNDO_TIME, card
from handlers.report.reading import Said
from understanding import Amends

OPEN_FOR = timedelta(minutes=30)
MOST_LOOKED_AT = 30
FIELDS = {"county": "county_id"}
POINTING = ("county", "day", "channel")
"""What only says which record is meant, where that is to go."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """The record that words mean, which they only take back or call wrong."""

    opened: Opened
    takes_back: bool


def corrected_by_words(
    store: Store, actor: Actor, desk: Desk, said: Said, *, surely: bool
) -> Amended | Proposal | Pointed | None:
    """Return what a correction does to the person's card or record; None when it means none of his.

    surely: the words are known to correct something; else they must say which record is wrong, or what is
    wrong and what is right.
    """
    amends = desk.reader(actor.campaign_id).amends(said.text, desk.written_at)
    if amends.of_issue or not (surely or any(told.old or told.field == "number" for told in amends.told)):
        return None
    found = meant(_told(amends), _candidates(store, actor, desk, said))
    if found is None or not (surely or found.values):
        return None
    draft = found.candidate.home
    if draft.corrects is not None or store.records.of_draft(draft.id) is not None:
        return _of_record(store, actor, desk, amends, found)
    if found.values:
        return Amended(card(store, actor, change_draft(store, actor, _changed(draft, found))))
    # A card that is only called wrong, or of which only a part is to go, keeps its buttons for that.
    whole = not amends.of_part and (len(draft.contacts) == 1 or not amends.told)
    return (
        Amended(card(store, actor, drop_draft(store, actor, draft.id)))
        if amends.takes_back and whole
        else None
    )


def mends_latest(store: Store, actor: Actor, desk: Desk, said: Said) -> bool:
    """Tell whether words are nothing but new values, of what is open or was just saved, or point back.

    Of a card with several contacts they must name one; a county below a card with none is that of its items.
    """
    fragment = desk.reader(actor.campaign_id).fragment(said.text, desk.written_at)
    if fragment is None or fragment.rest:
        return False
    latest = store.drafts.latest_open(said.chat_id, actor.person.id, store.now - UNDO_TIME)
    if latest and latest[0].contacts:
        return len(latest[0].contacts) == 1 or fragment.county is not None
    if latest and fragment.county is not None:
        return False
    record = store.records.latest_of(actor.campaign_id, actor.person.id)
    if record is None or len(record.contacts) != 1:
        return False
    return fragment.points_back or store.now - record.saved_at <= UNDO_TIME


def _of_record(
    store: Store, actor: Actor, desk: Desk, amends: Amends, found: Meant[Draft]
) -> Proposal | Pointed | None:
    """Return the new form of a record, or the record itself where the words give it none."""
    draft_id = found.candidate.home.id
    if found.values:
        with suppress(Incomplete, DayInFuture, DayOutsideCampaign):
            form = correctable(store, actor, draft_id)[0]
            return proposed(store, actor, desk, _changed(form, found))
    elif not (amends.takes_back or amends.told):
        return None
    return Pointed(opened(store, actor, draft_id), amends.takes_back and not amends.of_part)


def _told(amends: Amends) -> list[ToldValue]:
    return [
        ToldValue(
            FIELDS.get(told.field, told.field),
            int(told.value) if told.field == "county" else told.value,
            told.old,
            told.points or (amends.takes_back and told.field in POINTING and not told.old),
        )
        for told in amends.told
    ]


def _candidates(store: Store, actor: Actor, desk: Desk, said: Said) -> Iterator[Candidate[Draft]]:
    """Yield the contacts of the person's open card and of his latest records, latest first."""
    plan = store.campaigns.plan(actor.campaign_id)
    latest = store.drafts.latest_open(said.chat_id, actor.person.id, store.now - OPEN_FOR)
    open_card = list(_of(latest[0], plan)) if latest and latest[0].campaign_id == actor.campaign_id else []
    just_saved = store.records.latest_of(actor.campaign_id, actor.person.id) if latest else None
    saved_later = just_saved and latest and just_saved.saved_at > latest[1]
    if not saved_later:
        yield from open_card
    yield from _of_records(store, actor, desk, said, plan)
    if saved_later:
        yield from open_card


def _of_records(store: Store, actor: Actor, desk: Desk, said: Said, plan: Plan) -> Iterator[Candidate[Draft]]:
    for record in store.archive.of_author(actor.campaign_id, actor.person.id, MOST_LOOKED_AT):
        form = correctable(store, actor, record.draft_id)[0]
        # What colleagues tell each other in a group corrects at most what was logged there.
        if said.chat_id in {form.chat_id, desk.telegram_id}:
            yield from _of(form, plan)


def _of(form: Draft, plan: Plan) -> Iterator[Candidate[Draft]]:
    entered = plan.today(form.written_at)
    for place, contact in enumerate(form.contacts):
        yield Candidate(form, place, contact, entered)


def _changed(form: Draft, found: Meant[Draft]) -> Draft:
    contacts = list(form.contacts)
    new = dict(found.values) | ({"county_choices": ()} if "county_id" in found.values else {})
    contacts[found.candidate.place] = contacts[found.candidate.place].model_copy(update=new)
    form = unpinned(form) if len(contacts) == 1 else form
    return form.model_copy(update={"contacts": tuple(contacts)})
