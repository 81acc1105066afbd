"""The data of the buttons of roles; handlers/callbacks.py lists them, too."""

from aiogram.filters.callback_data import CallbackData

from campaign.vocabulary import Role


class ShowRoles(CallbackData, prefix="xr"):
    """Show a person's roles."""

    person: int


class GiveRole(CallbackData, prefix="xg"):
    """Give a person a role from today on, without an end."""

    person: int
    role: Role


class EndRole(CallbackData, prefix="xe"):
    """Take a role back; `sure`: the question was answered."""

    person: int
    role: Role
    sure: bool = False


class AskRole(CallbackData, prefix="xa"):
    """Ask for the days of a role that somebody has, or for the county of one that he is to have."""

    person: int
    role: Role


class AskNewcomer(CallbackData, prefix="xn"):
    """Ask for somebody to be taken up who stands in no table of pairings."""


class TakeNewcomer(CallbackData, prefix="xt"):
    """Take up who was typed."""


ROLE_CALLBACKS = (ShowRoles, GiveRole, EndRole, AskRole, AskNewcomer, TakeNewcomer)
