"""Buttons of invites for many."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.admin_callbacks import InviteAll
from handlers.invites import texts
from handlers.invites.actions import Waiting


def again_keyboard(waiting: Waiting) -> InlineKeyboardMarkup:
    """Return both ways to invite when some hold a code."""
    rows = [[_button(texts.AGAIN, waiting, again=True)]]
    if fresh := waiting.unbound - waiting.invited:
        rows.append([_button(texts.only_new(fresh), waiting, again=False)])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(label: str, waiting: Waiting, *, again: bool) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=InviteAll(again=again, mark=waiting.mark).pack())
