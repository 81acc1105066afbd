"""The campaigns of an account, in plain values."""

from dataclasses import dataclass

from campaign.people import Actor
from campaign.ports import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """A campaign that somebody takes part in."""

    id: str
    title: str


def choices(store: Store, telegram_id: int) -> tuple[Choice, ...]:
    """Return the campaigns that an account takes part in, in the order in which it was bound."""
    own = (actor for actor in store.people.actors(telegram_id) if actor.takes_part)
    return tuple(_choice(store, actor.campaign_id) for actor in own)


def choose(store: Store, actor: Actor, after: int) -> Choice:
    """Do what comes after a message in the person's campaign; also all that follows."""
    store.people.choose(actor.telegram_id, actor.campaign_id, after, store.now)
    return _choice(store, actor.campaign_id)


def _choice(store: Store, campaign_id: str) -> Choice:
    return Choice(campaign_id, store.campaigns.plan(campaign_id).definition.title)
