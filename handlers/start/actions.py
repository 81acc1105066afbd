"""Bind an account, greet a bound person, and answer a stranger at most once a day."""

from dataclasses import dataclass, replace
from enum import StrEnum

from campaign.actions.invites import note_wrong_code, redeem_invite
from campaign.errors import AlreadyBound, CodeWrong
from campaign.people import Actor
from campaign.ports import Store
from campaign.vocabulary import Role
from handlers.campaigns.actions import Choice, choices
from handlers.desk import Desk


@dataclass(frozen=True, slots=True)
class Welcome:
    """What a greeting says: who he is, for which campaign, and his counties in the roster's order.

    `choices`: all campaigns that he takes part in.
    """

    name: str
    title: str
    campaign: str
    roles: frozenset[Role]
    counties: tuple[str, ...]
    example_county: str
    choices: tuple[Choice, ...] = ()
    campaign_id: str = ""


def bind(store: Store, desk: Desk, code: str) -> Welcome | CodeWrong | AlreadyBound:
    """Bind the account by its code, or count the wrong code, also of who is bound. Raise Ignored."""
    try:
        bound = redeem_invite(store, desk.telegram_id, code)
    except (CodeWrong, AlreadyBound) as wrong:
        if not desk.repeated:
            note_wrong_code(store, desk.telegram_id)
        return wrong
    desk.mean(bound.actor.campaign_id)
    return welcome(store, bound.actor)


def welcome(store: Store, actor: Actor) -> Welcome:
    """Return what a bound person's greeting says."""
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    counties = tuple(pairing.county.name for pairing in pairings)
    first = counties[:1] or tuple(county.name for county in store.people.counties(actor.campaign_id)[:1])
    title = store.campaigns.plan(actor.campaign_id).definition.title
    return Welcome(
        actor.person.name,
        actor.person.title,
        title,
        actor.roles,
        counties,
        "".join(first),
        choices(store, actor.telegram_id),
        actor.campaign_id,
    )


class StrangerKind(StrEnum):
    """Who is nobody here: he never was anybody, or another account took his place."""

    UNKNOWN = "unknown"
    FORMER = "former"


def answer_stranger(store: Store, desk: Desk) -> StrangerKind | None:
    """Note that a stranger is answered today; return None when he was already, or is ignored."""
    tries = store.invites.tries(desk.telegram_id)
    today = store.campaigns.plan(desk.default_campaign).today(store.now)
    if tries.ignored(store.now) or (tries.answered_on == today and not desk.repeated):
        return None
    store.invites.note_tries(replace(tries, answered_on=today))
    return StrangerKind.FORMER if store.invites.used_by(desk.telegram_id) else StrangerKind.UNKNOWN
