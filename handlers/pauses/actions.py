"""Pauses begun and ended, in plain values."""

from dataclasses import dataclass
from datetime import date

from campaign.actions.pauses import pause_county, pauses_now, resume_county
from campaign.pauses import Pause
from campaign.people import Actor, County
from campaign.permissions import may_administer
from campaign.ports import Store
from handlers.overview.actions import MOST_FOUND, SomeCounties, matching


@dataclass(frozen=True, slots=True)
class Paused:
    """The pauses of a day: one that was just asked for, or all."""

    pauses: tuple[Pause, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A county that is to be paused without a word on why."""

    county: County


@dataclass(frozen=True, slots=True)
class Resumed:
    """A county that goes on; `paused`: it was paused until then."""

    county: County
    paused: bool


def paused(store: Store, actor: Actor) -> Paused:
    """Return the pauses of this day. Raise NotAllowed."""
    return Paused(pauses_now(store, actor), store.campaigns.plan(actor.campaign_id).today(store.now))


def pause(store: Store, actor: Actor, word: str, reason: str) -> Paused | Unsaid | SomeCounties:
    """Pause the county that a word names, for a reason. Raise NotAllowed."""
    county = _named(store, actor, word)
    return county if isinstance(county, SomeCounties) else pause_of(store, actor, county.id, reason)


def pause_of(store: Store, actor: Actor, county_id: int, reason: str) -> Paused | Unsaid:
    """Pause a county for a reason; without one, only tell whether it is. Raise NotAllowed, NotFound."""
    county = store.people.county(actor.campaign_id, county_id)
    known = [one for one in pauses_now(store, actor) if one.county_id == county.id]
    if not reason and not known:
        return Unsaid(county)
    one = pause_county(store, actor, county, reason)
    return Paused((one,), store.campaigns.plan(actor.campaign_id).today(store.now))


def resume(store: Store, actor: Actor, word: str) -> Resumed | SomeCounties:
    """Let the county that a word names go on. Raise NotAllowed."""
    county = _named(store, actor, word)
    return county if isinstance(county, SomeCounties) else resume_of(store, actor, county.id)


def resume_of(store: Store, actor: Actor, county_id: int) -> Resumed:
    """Let a county go on. Raise NotAllowed, NotFound."""
    county = store.people.county(actor.campaign_id, county_id)
    return Resumed(county, resume_county(store, actor, county))


def _named(store: Store, actor: Actor, word: str) -> County | SomeCounties:
    may_administer(actor)
    found = matching(store.people.counties(actor.campaign_id), word)
    return found[0] if len(found) == 1 else SomeCounties(word, found[:MOST_FOUND])
