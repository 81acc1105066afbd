"""Buttons of groups."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.vocabulary import ChatState
from handlers.admin_callbacks import AskStopGroup, ChangeGroup, DropTopic, ListGroups, ShowGroup
from handlers.groups import texts
from handlers.groups.actions import GroupCard, GroupPage

IN_A_ROW = 5
Data = AskStopGroup | ChangeGroup | DropTopic | ListGroups | ShowGroup


def groups_keyboard(page: GroupPage) -> InlineKeyboardMarkup | None:
    """Return a button for each group of a page, and those that turn it."""
    opening = [
        _button(str(number), ShowGroup(chat=group.chat_id))
        for number, group in enumerate(page.groups, start=page.place + 1)
    ]
    rows = [opening[first : first + IN_A_ROW] for first in range(0, len(opening), IN_A_ROW)]
    turning = [_button(texts.BEFORE, ListGroups(page=page.page - 1))] if page.page else []
    turning += [_button(texts.NEXT, ListGroups(page=page.page + 1))] if page.left else []
    rows += [turning] if turning else []
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def card_keyboard(card: GroupCard) -> InlineKeyboardMarkup:
    """Return what can be decided about a group."""
    chat, approved = card.group.chat_id, card.group.state is ChatState.APPROVED
    approve = _button(texts.APPROVE, ChangeGroup(chat=chat, approve=True))
    rows = {
        ChatState.WAITING: [[approve, _button(texts.REFUSE, ChangeGroup(chat=chat, approve=False))]],
        ChatState.APPROVED: [[_button(texts.STOP, AskStopGroup(chat=chat))]],
        ChatState.REFUSED: [[approve]],
        ChatState.LEFT: [],
    }[card.group.state]
    if approved and card.group.topic_id is not None:
        rows.append([_button(texts.TO_GROUP, DropTopic(chat=chat))])
    return InlineKeyboardMarkup(inline_keyboard=[*rows, [_button(texts.BACK, ListGroups())]])


def stop_keyboard(card: GroupCard) -> InlineKeyboardMarkup:
    """Return yes and no to stopping a group."""
    chat = card.group.chat_id
    yes = _button(texts.CONFIRM_STOP, ChangeGroup(chat=chat, approve=False))
    return InlineKeyboardMarkup(inline_keyboard=[[yes, _button(texts.CANCEL, ShowGroup(chat=chat))]])


def _button(label: str, data: Data) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())
