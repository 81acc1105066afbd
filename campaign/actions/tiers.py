"""The union of a campaign's tier with those that it is linked with."""

from dataclasses import replace
from datetime import datetime

from campaign.days import Days
from campaign.definition import Definition
from campaign.errors import NotFound
from campaign.ports import Store
from campaign.roster import Roster, RosterFault
from campaign.tiers import Union, unions


def union_of_tiers(
    store: Store, campaign_id: str, as_of: datetime | None = None, days: Days | None = None
) -> tuple[Union, ...]:
    """Return every county with what linked campaigns tell of it; nothing when there is none.

    As it was known at `as_of` if given; with who was contacted within some days. A link holds when both
    definitions name each other and both campaigns are on this install.
    """
    others = linked(store, campaign_id)
    if not others:
        return ()
    told = (store.tiers.counties(other, as_of, days) for other in others)
    return unions(store.tiers.counties(campaign_id, as_of, days), told)


def overlapping(store: Store, definition: Definition, roster: Roster) -> Roster:
    """Return a roster with a doubt that names the counties which both it and the campaign above look after.

    Only where the rules say that they shall not overlap, and both campaigns name each other.
    """
    other = definition.limits.no_overlap_with
    if other is None or not _names(store, other, definition.id):
        return roster
    theirs = [county for county in store.tiers.counties(other) if county.paired]
    places = {(county.prefecture, county.name) for county in theirs}
    codes = {county.code for county in theirs if county.code}
    own = (row for row in roster.rows if row.liaison)
    both = [row.county for row in own if row.code in codes or (row.prefecture, row.county) in places]
    names = "\u3001".join(dict.fromkeys(both))
    doubt = RosterFault(0, "county_overlap", names, store.campaigns.plan(other).definition.title)
    return replace(roster, doubts=(doubt, *roster.doubts)) if both else roster


def linked(store: Store, campaign_id: str) -> tuple[str, ...]:
    """Return the campaigns that a campaign is linked with."""
    wanted = store.campaigns.plan(campaign_id).definition.linked
    return tuple(other for other in wanted if _names(store, other, campaign_id))


def _names(store: Store, other: str, campaign_id: str) -> bool:
    try:
        return campaign_id in store.campaigns.plan(other).definition.linked
    except NotFound:
        return False
