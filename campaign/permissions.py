"""May this be done? Functions that return nothing or raise."""

from campaign.errors import NotAllowed
from campaign.people import Actor
from campaign.vocabulary import Role


def may_log(actor: Actor) -> None:
    """Raise NotAllowed unless the person logs contacts in this campaign."""
    if not actor.roles & {Role.LEADER, Role.CONTACT_PERSON, Role.ADMIN}:
        raise NotAllowed("log")


def may_administer(actor: Actor) -> None:
    """Raise NotAllowed unless the person runs the campaign."""
    if not actor.is_admin:
        raise NotAllowed("administer")
