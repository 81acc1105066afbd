"""Roles as messages."""

from datetime import date

from campaign.vocabulary import Role
from handlers.roles import keyboards, texts
from handlers.roles.actions import RolesShown
from handlers.roles.reading import Fault, Newcomer
from handlers.screen import Screen


def roles_screen(shown: RolesShown) -> Screen:
    """Return the screen of somebody's roles."""
    words = texts.roles(shown.person.name, shown.by_roster, shown.given, shown.counties, shown.today)
    return Screen(words, keyboards.roles_keyboard(shown))


def end_screen(shown: RolesShown, role: Role) -> Screen:
    """Return the question before a role is taken back."""
    return Screen(texts.asking_end(shown.person.name, role), keyboards.end_keyboard(shown.person.id, role))


def newcomer_screen(found: Newcomer | Fault, today: date) -> Screen:
    """Return who is to be taken up, or what is wrong with the words."""
    if isinstance(found, Fault):
        return Screen(texts.FAULTS[found])
    words = texts.newcomer(found.name, found.grant, found.county, today)
    return Screen(words, keyboards.newcomer_keyboard())
