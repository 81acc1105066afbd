"""Buttons of the overviews."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callbacks import ShowCounty
from handlers.overview.actions import SomeCounties
from handlers.texts import county_place


def counties_keyboard(some: SomeCounties) -> InlineKeyboardMarkup | None:
    """Return a button for each county that a word may mean."""
    rows = [
        [InlineKeyboardButton(text=county_place(county), callback_data=ShowCounty(county=county.id).pack())]
        for county in some.counties
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
