"""Buttons of pauses."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.admin_callbacks import AskPause, EndPause
from handlers.paging import button, in_rows, keyboard
from handlers.pauses import texts
from handlers.pauses.actions import Paused

MOST = 20


def pause_button(county_id: int, *, paused: bool) -> InlineKeyboardButton:
    """Return what pauses a county, or lets it go on."""
    if paused:
        return button(texts.RESUME, EndPause(county=county_id))
    return button(texts.PAUSE, AskPause(county=county_id))


def paused_keyboard(found: Paused) -> InlineKeyboardMarkup | None:
    """Return a button for each paused county that lets it go on."""
    every = [
        button(f"{texts.RESUME}{pause.county_name}", EndPause(county=pause.county_id))
        for pause in found.pauses[:MOST]
    ]
    return keyboard(*in_rows(every, 2))
