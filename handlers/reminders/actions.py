"""What the buttons below a reminder ask of the store, in plain values."""

from dataclasses import dataclass
from datetime import date

from campaign.actions.reminder_wishes import own_wish, switch
from campaign.definition import ReminderRhythm
from campaign.drafts import Draft, DraftContact
from campaign.people import Actor
from campaign.ports import Store
from campaign.reminders import Wish
from handlers.desk import Desk
from handlers.log.actions import blank_form


@dataclass(frozen=True, slots=True)
class WishShown:
    """What a person wants of reminders, and how the campaign has them."""

    wish: Wish
    rhythm: ReminderRhythm | None
    today: date


def wish_shown(store: Store, actor: Actor) -> WishShown:
    """Return whether a person is reminded."""
    plan = store.campaigns.plan(actor.campaign_id)
    return WishShown(own_wish(store, actor), plan.definition.reminders, plan.today(store.now))


def switched(store: Store, actor: Actor, *, on: bool) -> WishShown:
    """Switch a person's reminders, and return how they stand."""
    switch(store, actor, on=on)
    return wish_shown(store, actor)


def form_on_county(store: Store, actor: Actor, desk: Desk, chat_id: int, county_id: int) -> Draft:
    """Return an empty card on a county; nothing is stored. Raise NotAllowed, NotFound."""
    county = store.people.county(actor.campaign_id, county_id)
    blank = blank_form(store, actor, desk, chat_id)
    return blank.model_copy(update={"contacts": (DraftContact(county_id=county.id),)})
