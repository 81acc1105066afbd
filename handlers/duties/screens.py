"""Standing duties as messages."""

from handlers.duties import keyboards, texts
from handlers.duties.actions import DutyDays, DutyList, DutyShown
from handlers.duties.cards import DutyCard
from handlers.screen import Screen


def list_screen(found: DutyList) -> Screen:
    """Return what is owed."""
    return Screen(texts.duty_list(found), keyboards.list_keyboard(found))


def duty_screen(shown: DutyShown) -> Screen:
    """Return one duty."""
    return Screen(texts.duty(shown), keyboards.duty_keyboard(shown))


def days_screen(asked: DutyDays) -> Screen:
    """Return the question for the day."""
    return Screen(texts.days(asked), keyboards.days_keyboard(asked))


def duty_card_screen(shown: DutyCard) -> Screen:
    """Return a card, or what became of it."""
    return Screen(texts.card(shown), keyboards.card_keyboard(shown))


def why_screen(shown: DutyCard) -> Screen:
    """Ask why a record is to be withdrawn."""
    return Screen(f"{texts.card(shown)}\n{texts.WHY}", keyboards.reasons_keyboard(shown))
