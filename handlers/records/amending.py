"""New values of single fields, as a reply to a card or record gives them."""

from dataclasses import dataclass

from campaign.corrections import unpinned
from campaign.drafts import Draft, DraftContact
from campaign.people import Actor
from campaign.ports import Store
from handlers.desk import Desk
from handlers.report.actions import reading_of
from handlers.report.reading import LONGEST_NAMES, MOST_PEOPLE, Said
from understanding import Fragment

FIELDS = ("day", "channel", "participants", "attendees", "leader_present")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A reply that does not tell which of several contacts it changes."""

    contacts: int


def new_values(store: Store, actor: Actor, desk: Desk, said: Said, draft: Draft) -> Fragment | None:
    """Return the new values that a reply gives for a card; None when it tells of a county of its own."""
    if not draft.contacts:
        return None
    reading = reading_of(store, actor, desk, said)
    counties = {contact.county_id for contact in draft.contacts}
    if any(item.county.value and int(item.county.value) not in counties for item in reading.contacts):
        return None
    return desk.reader(actor.campaign_id).fragment(said.text, desk.written_at)


def amended(draft: Draft, fragment: Fragment) -> Draft | Unclear:
    """Return a card with new values; of several contacts the county tells which one is meant."""
    county = int(fragment.county) if fragment.county else None
    meant = [contact for contact in draft.contacts if county in {None, contact.county_id}]
    if len(draft.contacts) == 1:
        meant, draft = list(draft.contacts), unpinned(draft)
    if len(meant) != 1:
        return Unclear(len(draft.contacts))
    new = _with(meant[0], fragment, county)
    contacts = (new if contact is meant[0] else contact for contact in draft.contacts)
    return draft.model_copy(update={"contacts": tuple(contacts)})


def _with(contact: DraftContact, fragment: Fragment, county: int | None) -> DraftContact:
    said = {name: getattr(fragment, name) for name in FIELDS}
    said["attendees"] = (fragment.attendees or "")[:LONGEST_NAMES] or None
    said["participants"] = min(fragment.participants, MOST_PEOPLE) if fragment.participants else None
    update = {name: value for name, value in said.items() if value is not None}
    if county:
        update |= {"county_id": county, "county_choices": ()}
    return contact.model_copy(update=update)
