"""What was planned becomes a card, and a record that does what was planned closes the plan."""

from dataclasses import replace

from campaign import planning
from campaign.drafts import Draft, DraftContact
from campaign.people import Actor
from campaign.planned import PlannedContact, PlannedState
from campaign.ports import Store
from campaign.records import SavedRecord


def card_of(store: Store, planned: PlannedContact, blank: Draft) -> Draft:
    """Return a card that says what was planned, for one tap."""
    plan = store.campaigns.plan(planned.campaign_id)
    day = planned.day if planned.day and planned.day <= plan.today(store.now) else None
    contact = DraftContact(county_id=planned.county_id, day=day, channel=planned.channel)
    return blank.model_copy(update={"contacts": (contact,)})


def close_planned(store: Store, actor: Actor, record: SavedRecord) -> None:
    """Close the plans of the person that a record of his fulfils: one for each contact."""
    if not record.contacts:
        return
    plans = list(store.planned.open_of(actor.campaign_id, actor.person.id))
    for contact in record.contacts:
        planned = planning.fulfilled(plans, contact.county_id, contact.day, contact.channel)
        if planned is None:
            continue
        plans.remove(planned)
        store.planned.put(replace(planned, state=PlannedState.DONE, contact_id=contact.id))
        facts = {"contact": contact.number}
        store.audit.note(actor.campaign_id, actor.person.id, "plan.done", planned.county_name, facts)
