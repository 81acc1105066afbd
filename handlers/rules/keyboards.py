"""The button that takes rules."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.admin_callbacks import TakeRules
from handlers.rules import texts
from handlers.rules.actions import Preview


def take_keyboard(preview: Preview) -> InlineKeyboardMarkup | None:
    """Return the button; none when the rules change nothing."""
    if not preview.changes.any:
        return None
    button = InlineKeyboardButton(text=texts.TAKE, callback_data=TakeRules(mark=preview.mark).pack())
    return InlineKeyboardMarkup(inline_keyboard=[[button]])
