"""The present state of a card or record as one message."""

from handlers.report import keyboards, texts
from handlers.report.actions import Card, Kept
from handlers.screen import Screen


def screen(shown: Card | Kept) -> Screen:
    """Return the screen of a card or of a record."""
    if isinstance(shown, Kept):
        return Screen(texts.record_text(shown), keyboards.record_keyboard(shown))
    return Screen(texts.card_text(shown), keyboards.card_keyboard(shown))
