"""The roster's people as messages."""

from handlers.admin_callbacks import MemberWord
from handlers.people import keyboards, texts
from handlers.people.actions import MemberCard, PeoplePage
from handlers.people.edits import Edit, Misread
from handlers.screen import Screen


def people_screen(found: PeoplePage | MemberCard) -> Screen:
    """Return the screen of a page, or of the one person that was found."""
    if isinstance(found, MemberCard):
        return card_screen(found)
    return Screen(texts.people(found), keyboards.people_keyboard(found))


def card_screen(card: MemberCard) -> Screen:
    """Return the screen of one person."""
    return Screen(texts.card(card), keyboards.card_keyboard(card))


def asking_screen(card: MemberCard, what: MemberWord) -> Screen:
    """Return the question before something is taken away."""
    return Screen(texts.asking(what, card), keyboards.confirm_keyboard(card, what))


def edit_screen(edit: Edit | Misread) -> Screen:
    """Return a change that was typed, to be confirmed, or what was not understood of it."""
    if isinstance(edit, Misread):
        return Screen(texts.misread(edit))
    return Screen(texts.edit(edit), keyboards.edit_keyboard(edit))
