"""What is known already of what a card or record says, in plain values."""

from collections import Counter
from enum import StrEnum

from campaign.archive import CountySoFar, SaidBefore
from campaign.drafts import Draft
from campaign.ports import Store
from campaign.records import SavedRecord
from campaign.vocabulary import Channel


class Hint(StrEnum):
    """What an author may want to add: a visit of which nothing is told; one text for several counties."""

    BARE = "bare"
    SHARED = "shared"


def hint_of(store: Store, record: SavedRecord, *, files: bool) -> Hint | SaidBefore | None:
    """Return the one thing worth hinting at below a record that was just saved. `files`: it has some."""
    draft = store.drafts.get(record.draft_id)
    # Who filled the form was asked for all of it.
    if draft is None or draft.source_message_id is None or record.withdrawn:
        return None
    if earlier := store.archive.said_before(draft):
        return earlier
    if any(count > 1 for count in Counter(issue.text for issue in record.issues).values()):
        return Hint.SHARED
    told = files or draft.noted is not None  # a problem that became an open one's progress was told
    return Hint.BARE if not told and _is_bare(record) else None


def _is_bare(record: SavedRecord) -> bool:
    """Tell whether a record is one visit of which nothing is told; a call with nothing to tell is common."""
    if len(record.contacts) != 1 or record.issues or record.practices:
        return False
    (contact,) = record.contacts
    told = contact.participants is not None or contact.attendees or contact.leader_present is not None
    return contact.channel is Channel.ONSITE and not told


def so_far(store: Store, draft: Draft) -> CountySoFar | None:
    """Return what is known of the county of a card's only contact; of several there would be a line each."""
    if len(draft.contacts) != 1:
        return None
    (contact,) = draft.contacts
    if contact.county_id is None or contact.day is None:
        return None
    found = store.archive.so_far(draft.campaign_id, contact.county_id, contact.day)
    return found if found.is_something else None
