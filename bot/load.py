"""A campaign's rules and roster into the store, in one unit of work."""

from campaign.definition import Definition
from campaign.ports import Store
from campaign.roster import Roster


def load_campaign(store: Store, definition: Definition, roster: Roster) -> bool:
    """Store rules and roster, or their new forms; return whether the rules changed.

    Pairings that are gone from the roster end at the unit of work's moment.
    """
    changed = store.campaigns.load(definition, store.now)
    store.people.take_roster(definition.id, roster, store.now)
    store.audit.note(definition.id, None, "campaign.load", definition.id, {"changed": changed})
    return changed


def load_roster(store: Store, campaign_id: str, roster: Roster) -> None:
    """Store another roster of a loaded campaign; raise NotFound."""
    store.campaigns.plan(campaign_id)
    store.people.take_roster(campaign_id, roster, store.now)
    store.audit.note(campaign_id, None, "roster.import", campaign_id, {"rows": len(roster.rows)})
