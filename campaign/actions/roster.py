"""An admin takes another roster."""

from campaign.errors import Changed
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.roster import Roster
from campaign.roster_changes import RosterChanges, roster_changes, stamp


def take_roster(store: Store, actor: Actor, roster: Roster, seen: str) -> RosterChanges:
    """Take a roster without faults; `seen` is the stamp of the pairings that it was compared with.

    Raise NotAllowed, and Changed when the pairings are no longer those.
    """
    may_administer(actor)
    pairings = store.people.pairings(actor.campaign_id)
    if stamp(pairings) != seen:
        raise Changed("roster")
    found = roster_changes(roster, pairings)
    store.people.take_roster(actor.campaign_id, roster, store.now)
    facts = {
        "rows": found.rows,
        "new": len(found.new),
        "changed": len(found.changed),
        "gone": len(found.gone),
    }
    store.audit.note(actor.campaign_id, actor.person.id, "roster.import", actor.campaign_id, facts)
    return found
