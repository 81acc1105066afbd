"""Groups as messages."""

from handlers.groups import keyboards, texts
from handlers.groups.actions import GroupCard, GroupPage
from handlers.screen import Screen


def page_screen(page: GroupPage) -> Screen:
    """Return the screen of a page of groups."""
    return Screen(texts.groups(page), keyboards.groups_keyboard(page))


def card_screen(card: GroupCard) -> Screen:
    """Return the screen of one group."""
    return Screen(texts.card(card), keyboards.card_keyboard(card))


def stop_screen(card: GroupCard) -> Screen:
    """Return the question before a group is stopped."""
    return Screen(texts.asking_stop(card), keyboards.stop_keyboard(card))
