"""The union of a campaign's tier with those that it is linked with."""

from datetime import datetime

from campaign.errors import NotFound
from campaign.ports import Store
from campaign.tiers import Union, unions


def union_of_tiers(store: Store, campaign_id: str, as_of: datetime | None = None) -> tuple[Union, ...]:
    """Return every county with what linked campaigns tell of it; nothing when there is none.

    As it was known at `as_of` if given. A link holds when both definitions name each other and both
    campaigns are on this install.
    """
    others = linked(store, campaign_id)
    if not others:
        return ()
    told = (store.tiers.counties(other, as_of) for other in others)
    return unions(store.tiers.counties(campaign_id, as_of), told)


def linked(store: Store, campaign_id: str) -> tuple[str, ...]:
    """Return the campaigns that a campaign is linked with."""
    wanted = store.campaigns.plan(campaign_id).definition.linked
    return tuple(other for other in wanted if _names(store, other, campaign_id))


def _names(store: Store, other: str, campaign_id: str) -> bool:
    try:
        return campaign_id in store.campaigns.plan(other).definition.linked
    except NotFound:
        return False
