"""May this be done? Functions that return nothing or raise."""

from collections.abc import Iterable

from campaign.errors import NotAllowed
from campaign.people import Actor, Pairing
from campaign.vocabulary import Role


def may_log(actor: Actor) -> None:
    """Raise NotAllowed unless the person logs contacts in this campaign."""
    if not actor.roles & {Role.LEADER, Role.CONTACT_PERSON, Role.ADMIN}:
        raise NotAllowed("log")


def may_administer(actor: Actor) -> None:
    """Raise NotAllowed unless the person runs the campaign."""
    if not actor.is_admin:
        raise NotAllowed("administer")


def may_follow(actor: Actor, author_id: int, county_id: int, own: Iterable[Pairing]) -> None:
    """Raise NotAllowed unless the person raised the issue, is paired with its county, or runs the campaign.

    `own` are the person's pairings.
    """
    paired = any(pairing.county.id == county_id for pairing in own)
    if not (actor.is_admin or author_id == actor.person.id or paired):
        raise NotAllowed("follow")
