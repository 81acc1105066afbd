"""Buttons of groups."""

from aiogram.types import InlineKeyboardMarkup

from campaign.vocabulary import ChatState
from handlers.admin_callbacks import AskStopGroup, ChangeGroup, DropTopic, ListGroups, ShowGroup
from handlers.groups import texts
from handlers.groups.actions import GroupCard, GroupPage
from handlers.paging import button, in_rows, keyboard, opening, turning


def groups_keyboard(page: GroupPage) -> InlineKeyboardMarkup | None:
    """Return a button for each group of a page, and those that turn it."""
    opened = [ShowGroup(chat=group.chat_id) for group in page.groups]
    return keyboard(*in_rows(opening(page, opened)), turning(page, lambda number: ListGroups(page=number)))


def card_keyboard(card: GroupCard) -> InlineKeyboardMarkup:
    """Return what can be decided about a group."""
    chat, approved = card.group.chat_id, card.group.state is ChatState.APPROVED
    approve = button(texts.APPROVE, ChangeGroup(chat=chat, approve=True))
    rows = {
        ChatState.WAITING: [[approve, button(texts.REFUSE, ChangeGroup(chat=chat, approve=False))]],
        ChatState.APPROVED: [[button(texts.STOP, AskStopGroup(chat=chat))]],
        ChatState.REFUSED: [[approve]],
        ChatState.STOPPED: [[approve]],
        ChatState.LEFT: [],
    }[card.group.state]
    if approved and card.group.topic_id is not None:
        rows.append([button(texts.TO_GROUP, DropTopic(chat=chat))])
    return InlineKeyboardMarkup(inline_keyboard=[*rows, [button(texts.BACK, ListGroups())]])


def stop_keyboard(card: GroupCard) -> InlineKeyboardMarkup:
    """Return yes and no to stopping a group."""
    chat = card.group.chat_id
    yes = button(texts.CONFIRM_STOP, ChangeGroup(chat=chat, approve=False))
    return InlineKeyboardMarkup(inline_keyboard=[[yes, button(texts.CANCEL, ShowGroup(chat=chat))]])
