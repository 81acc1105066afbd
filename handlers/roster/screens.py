"""Tables of pairings as messages."""

from handlers.roster import keyboards, texts
from handlers.roster.actions import Preview, Taken, Unusable
from handlers.screen import Screen


def screen(found: Preview | Unusable | Taken) -> Screen:
    """Return the screen of a table that was looked at, or taken."""
    if isinstance(found, Unusable):
        return Screen(texts.unusable(found))
    if isinstance(found, Taken):
        return Screen(texts.taken(found))
    return Screen(texts.preview(found), keyboards.take_keyboard(found))
