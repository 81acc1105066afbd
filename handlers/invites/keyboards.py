"""Buttons of invites for many."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.admin_callbacks import InviteAll
from handlers.invites import texts
from handlers.invites.actions import Waiting


def again_keyboard(waiting: Waiting) -> InlineKeyboardMarkup:
    """Return both ways to invite when some hold a code."""
    rows = [[InlineKeyboardButton(text=texts.AGAIN, callback_data=InviteAll(again=True).pack())]]
    if fresh := waiting.unbound - waiting.invited:
        data = InviteAll(again=False).pack()
        rows.append([InlineKeyboardButton(text=texts.only_new(fresh), callback_data=data)])
    return InlineKeyboardMarkup(inline_keyboard=rows)
