"""The present state of plans as one message."""

from handlers.planned import keyboards, texts
from handlers.planned.actions import Plans
from handlers.screen import Screen


def plans_screen(shown: Plans) -> Screen:
    """Return the screen of a card's plans."""
    return Screen(texts.plans(shown), keyboards.plans_keyboard(shown))
