"""The union of a campaign's tier with those that it is linked with."""

from campaign.errors import NotFound
from campaign.ports import Store
from campaign.tiers import Union, unions


def union_of_tiers(store: Store, campaign_id: str) -> tuple[Union, ...]:
    """Return every county with what linked campaigns tell of it; nothing when there is none.

    A link holds when both definitions name each other and both campaigns are on this install.
    """
    others = linked(store, campaign_id)
    if not others:
        return ()
    return unions(store.tiers.counties(campaign_id), map(store.tiers.counties, others))


def linked(store: Store, campaign_id: str) -> tuple[str, ...]:
    """Return the campaigns that a campaign is linked with."""
    wanted = store.campaigns.plan(campaign_id).definition.linked
    return tuple(other for other in wanted if _names(store, other, campaign_id))


def _names(store: Store, other: str, campaign_id: str) -> bool:
    try:
        return campaign_id in store.campaigns.plan(other).definition.linked
    except NotFound:
        return False
