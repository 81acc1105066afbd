"""Drafts as messages."""

from handlers.reminders.keyboards import markup
from handlers.review import keyboards, texts
from handlers.review.actions import Coming, ReviewCard, SectionShown
from handlers.screen import Screen


def card_screen(card: ReviewCard | Coming) -> Screen:
    """Return the screen of a draft, or of the days on which there will be some."""
    if isinstance(card, Coming):
        return Screen(texts.coming(card))
    return Screen(texts.card(card), markup(keyboards.card_rows(card)))


def section_screen(shown: SectionShown) -> Screen:
    """Return the screen of one section."""
    return Screen(texts.section(shown), markup(keyboards.section_rows(shown)))


def groups_screen(card: ReviewCard) -> Screen:
    """Return the screen of the groups that get it."""
    return Screen(texts.GROUPS, markup(keyboards.group_rows(card)))


def offer_screen(shown: SectionShown) -> Screen:
    """Return what somebody else made of the section, and both ways out."""
    return Screen(texts.changed_by_other(shown), markup(keyboards.offer_rows(shown)))
