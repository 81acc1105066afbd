"""An admin takes another roster, changes one thing of it, or mends a name."""

from collections.abc import Mapping, Sequence
from datetime import date

from campaign.actions.members import tell_person
from campaign.errors import Changed, NameTaken, NotFound
from campaign.people import Actor, Pairing
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.roster import Roster
from campaign.roster_changes import RosterChanges, roster_changes, stamp

MOST_NAMED = 50
"""So many counties are named before and after; a whole new table would fill the trail."""


def take_roster(
    store: Store,
    actor: Actor,
    roster: Roster,
    seen: str,
    action: str = "roster.import",
    *,
    since: date | None = None,
) -> RosterChanges:
    """Take a roster without faults; `seen` is the stamp of the pairings that it was compared with.

    since: an earlier day from which it holds.

    Those whose counties change are owed a notice, but for the first roster: then nothing changes for anybody.
    Raise NotAllowed, and Changed when the pairings are no longer those.
    """
    may_administer(actor)
    pairings = store.people.pairings(actor.campaign_id)
    if stamp(pairings) != seen:
        raise Changed("roster")
    found = roster_changes(roster, pairings, store.people.counties(actor.campaign_id))
    store.people.take_roster(actor.campaign_id, roster, store.now, since)
    facts = {
        "rows": found.rows,
        "new": len(found.new),
        "changed": len(found.changed),
        "gone": len(found.gone),
        **({"since": since.isoformat()} if since else {}),
        "before": {change.county: change.before for change in found.changed[:MOST_NAMED]},
        "after": {change.county: change.after for change in found.changed[:MOST_NAMED]},
    }
    store.audit.note(actor.campaign_id, actor.person.id, action, actor.campaign_id, facts)
    if not found.first:
        _tell(store, actor.campaign_id, pairings)
    return found


def rename_member(store: Store, actor: Actor, person_id: int, name: str) -> None:
    """Mend a person's name. Raise NotAllowed, NotFound, NameTaken."""
    may_administer(actor)
    person = store.members.get(actor.campaign_id, person_id).person
    if person.name == name:
        return
    if on_roster(store, actor.campaign_id, name):
        raise NameTaken(name)
    store.members.rename(actor.campaign_id, person_id, name)
    facts = {"before": person.name, "after": name}
    store.audit.note(actor.campaign_id, actor.person.id, "person.rename", name, facts)


def on_roster(store: Store, campaign_id: str, name: str) -> bool:
    """Return whether somebody of that name is known."""
    try:
        store.people.person(campaign_id, name)
    except NotFound:
        return False
    return True


def _tell(store: Store, campaign_id: str, pairings: Sequence[Pairing]) -> None:
    """Owe a notice to everybody who had other counties in the pairings that stood before."""
    before, after = _counties(pairings), _counties(store.people.pairings(campaign_id))
    for person_id in before.keys() | after.keys():
        now = after.get(person_id, {})
        if before.get(person_id, {}).keys() == now.keys():
            continue
        for account in _accounts(store, campaign_id, person_id):
            occasion, names = store.now.isoformat(), list(now.values())
            tell_person(store, campaign_id, account, "pairings_changed", occasion, counties=names)


def _counties(pairings: Sequence[Pairing]) -> Mapping[int, dict[int, str]]:
    """Return each person's counties by id, with their names."""
    found: dict[int, dict[int, str]] = {}
    for pairing in pairings:
        for person in (pairing.liaison, pairing.contact_person):
            if person:
                found.setdefault(person.id, {})[pairing.county.id] = pairing.county.name
    return found


def _accounts(store: Store, campaign_id: str, person_id: int) -> Sequence[int]:
    return [a.telegram_id for a in store.members.accounts(campaign_id, person_id) if not a.blocked_at]
