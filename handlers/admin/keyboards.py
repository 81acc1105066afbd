"""Buttons of an admin's notices."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.groups import Group
from campaign.vocabulary import ChatState
from handlers.admin import texts
from handlers.notices.keyboards import decision_rows


def other_decision(group: Group) -> InlineKeyboardMarkup | None:
    """Return the button that changes a decision; nothing once the bot has left."""
    if group.state is ChatState.LEFT:
        return None
    ((approve, refuse),) = decision_rows(group.chat_id)
    label, data = (texts.STOP, refuse[1]) if group.state is ChatState.APPROVED else approve
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data)]])
