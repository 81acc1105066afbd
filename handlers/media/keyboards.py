"""Buttons below the question whether a place is kept."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callbacks import KeepPlace
from handlers.media import texts


def place_keyboard(draft_id: str) -> InlineKeyboardMarkup:
    """Return the answers."""
    keep = KeepPlace(draft=draft_id, keep=True).pack()
    leave = KeepPlace(draft=draft_id, keep=False).pack()
    row = [
        InlineKeyboardButton(text=texts.KEEP_PLACE, callback_data=keep),
        InlineKeyboardButton(text=texts.LEAVE_PLACE, callback_data=leave),
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])
