"""Invite a person; note that a group added or removed the bot; decide about a group."""

import secrets
from dataclasses import dataclass
from datetime import date

from campaign.actions.groups import group_heard_again, group_joined, group_moved, group_removed
from campaign.actions.invites import invite_person
from campaign.errors import NotFound
from campaign.invites import Invite, last_whole_day
from campaign.people import Actor
from campaign.ports import Store
from handlers.desk import Desk

# Without letters and figures that are easily taken for each other.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Invited:
    """An invite to hand on: who it is for, its code, the last whole day on which it binds.

    `bound`: an account is bound to the person already.
    """

    name: str
    campaign: str
    code: str
    last_day: date
    bound: bool


def new_code() -> str:
    """Return a code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is not on the roster, and those of the roster that hold it."""

    name: str
    near: tuple[str, ...]


def invite(store: Store, actor: Actor, name: str, code: str) -> Invited | Unknown:
    """Store an invite for a person of the roster. Raise NotAllowed."""
    try:
        made = invite_person(store, actor, name, code)
    except NotFound:
        return Unknown(name, _near(store, actor.campaign_id, name))
    return invited(store, made, code)


def invited(store: Store, made: Invite, code: str) -> Invited:
    """Return an invite that was stored, as it is handed on."""
    plan = store.campaigns.plan(made.campaign_id)
    bound = store.people.is_bound(made.person_id)
    last_day = last_whole_day(made.expires_at, plan.definition.tz)
    return Invited(made.person_name, plan.definition.title, code, last_day, bound)


def _near(store: Store, campaign_id: str, name: str) -> tuple[str, ...]:
    pairs = store.people.pairings(campaign_id)
    names = (person.name for pair in pairs for person in (pair.liaison, pair.contact_person) if person)
    return tuple(dict.fromkeys(known for known in names if name in known))[:MOST_NEAR]


def joined(store: Store, desk: Desk, chat_id: int, title: str) -> None:
    """Note a group that added the bot: it waits for approval in the adder's campaign, or the default one."""
    adder = store.people.actor(desk.telegram_id)
    campaign_id = adder.campaign_id if adder else desk.default_campaign
    group_joined(store, campaign_id, chat_id, title, desk.update_key, by=desk.telegram_id)


def heard_again(store: Store, desk: Desk, chat_id: int, title: str) -> None:
    """Note a group in which the bot may write again."""
    group_heard_again(store, chat_id, title, desk.update_key, by=desk.telegram_id)


def left(store: Store, desk: Desk, chat_id: int) -> None:
    """Note that a group removed the bot."""
    group_removed(store, chat_id, desk.update_key, desk.telegram_id)


def moved(store: Store, old: int, new: int) -> None:
    """Note that a group became a supergroup; both of its messages tell so, and the first one counts."""
    group_moved(store, old, new, str(new))


def reachable(store: Store, telegram_id: int, *, yes: bool) -> None:
    """Note that a person let the bot in again, or blocked it."""
    store.people.set_blocked(telegram_id, None if yes else store.now)
