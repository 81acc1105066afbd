"""A question in plain words about a standing duty, answered by its screen."""

from dataclasses import replace

from campaign.people import Actor
from campaign.permissions import Action, permit
from campaign.ports import Store
from handlers.desk import Desk
from handlers.duties import texts
from handlers.duties.actions import mark, shown
from handlers.duties.screens import duty_screen
from handlers.screen import Screen


def duty_asked(store: Store, actor: Actor, desk: Desk, text: str) -> Screen | None:
    """Return the screen of the duty that words ask for, with the counties they name first; None without any.

    Raise NotAllowed.
    """
    rules = store.campaigns.plan(actor.campaign_id).definition.duties
    names = {rule.id: (rule.name, *rule.aliases) for rule in rules}
    reader = desk.reader(actor.campaign_id)
    duty = reader.duty_asked(text, names) if names else None
    if duty is None:
        return None
    permit(actor, Action.READ_FIGURES)
    found = shown(store, actor, mark(duty))
    screen, counties = duty_screen(found), reader.named(text)
    own = [stand for stand in found.standing.stands if str(stand.holder.county_id) in counties]
    return replace(screen, text="\n".join((*map(texts.stand, own), screen.text)))
