"""Rules as messages."""

from handlers.rules import keyboards, texts
from handlers.rules.actions import Preview, Taken
from handlers.screen import Screen


def screen(found: Preview | Taken) -> Screen:
    """Return the screen of rules that were looked at, or taken."""
    if isinstance(found, Taken):
        return Screen(texts.taken(found))
    return Screen(texts.preview(found), keyboards.take_keyboard(found))
