"""Pauses as messages."""

from handlers.overview.actions import SomeCounties
from handlers.pauses import texts
from handlers.pauses.actions import Paused, Unsaid
from handlers.pauses.keyboards import paused_keyboard
from handlers.screen import Screen


def paused_screen(found: Paused) -> Screen:
    """Return the screen of all pauses of a day."""
    return Screen(texts.paused(found), paused_keyboard(found))


def begun_screen(found: Paused | Unsaid | SomeCounties) -> Screen:
    """Return the screen of what became of a wish to pause."""
    return Screen(texts.begun(found), paused_keyboard(found) if isinstance(found, Paused) else None)
