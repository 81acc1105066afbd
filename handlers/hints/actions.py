"""What is known already of what a card or record says, in plain values."""

from campaign.archive import CountySoFar
from campaign.drafts import Draft
from campaign.ports import Store


def so_far(store: Store, draft: Draft) -> CountySoFar | None:
    """Return what is known of the county of a card's only contact; of several there would be a line each."""
    if len(draft.contacts) != 1:
        return None
    (contact,) = draft.contacts
    if contact.county_id is None or contact.day is None:
        return None
    found = store.archive.so_far(draft.campaign_id, contact.county_id, contact.day)
    return found if found.is_something else None
