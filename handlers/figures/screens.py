"""A digest's figures, and a list behind one, as messages."""

from handlers.figures import keyboards, rows, texts
from handlers.figures.actions import Figures, OneList
from handlers.screen import Screen, fit
from handlers.texts import more_lines


def menu_screen(shown: Figures) -> Screen:
    """Return the screen of all figures."""
    return Screen(texts.menu(shown.facts, some=bool(shown.numbers)), keyboards.menu_keyboard(shown))


def list_screen(found: OneList) -> Screen:
    """Return the screen of one list."""
    behind = found.behind
    if not behind.number:
        return Screen(texts.GONE, keyboards.back_keyboard(found.digest))
    lines = [rows.line(row, behind) for row in behind.rows]
    text = fit(texts.head(behind), lines, texts.page(behind), more_lines)
    return Screen(text, keyboards.list_keyboard(found))
