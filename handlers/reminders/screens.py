"""Reminders and telephone lists as messages, after somebody pressed a button below them."""

from collections.abc import Sequence

from campaign.reminders import Call, Matters
from handlers.reminders import keyboards, texts
from handlers.reminders.actions import WishShown
from handlers.screen import Screen


def left_screen(matters: Matters, words: str) -> Screen:
    """Return a reminder with what was decided about it; its matters can still be opened."""
    rows = keyboards.matter_rows(matters)
    return Screen(f"{texts.reminder(matters)}\n{words}", keyboards.markup(rows))


def calls_screen(calls: Sequence[Call]) -> Screen:
    """Return a telephone list as it stands."""
    return Screen(texts.calls(calls), keyboards.markup(keyboards.call_rows(calls)))


def state_screen(shown: WishShown) -> Screen:
    """Return whether a person is reminded, with the switch."""
    rows = keyboards.state_rows(shown.wish) if shown.rhythm else ()
    return Screen(texts.state(shown.wish, shown.rhythm, shown.today), keyboards.markup(rows))
