"""Buttons that open figures."""

from aiogram.types import InlineKeyboardMarkup

from handlers.callbacks import OpenFigure, ShowWhy
from handlers.paging import button, keyboard
from handlers.why import texts


def figures_keyboard() -> InlineKeyboardMarkup | None:
    """Return what opens the figures of the whole campaign."""
    return keyboard([button(words, OpenFigure(figure=figure)) for figure, words in texts.FIGURES.items()])


def why_keyboard(county_id: int) -> InlineKeyboardMarkup | None:
    """Return what opens the figures of one county."""
    return keyboard([button(texts.WHY, ShowWhy(county=county_id))])
