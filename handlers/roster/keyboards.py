"""The button that takes a table."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.admin_callbacks import TakeRoster
from handlers.roster import texts
from handlers.roster.actions import Preview


def take_keyboard(preview: Preview) -> InlineKeyboardMarkup | None:
    """Return the button; none when the table changes nothing."""
    if not preview.changes.any:
        return None
    button = InlineKeyboardButton(text=texts.TAKE, callback_data=TakeRoster(mark=preview.mark).pack())
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
