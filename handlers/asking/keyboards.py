"""Buttons that open what an answer lists."""

from aiogram.types import InlineKeyboardMarkup

from campaign.records import Contact, Issue
from handlers.asking.actions import Listed
from handlers.callbacks import OpenRecord, ShowIssue
from handlers.paging import button, in_rows, keyboard


def contacts_keyboard(found: Listed[Contact]) -> InlineKeyboardMarkup | None:
    """Return a button for each contact that is listed, by its number."""
    buttons = [button(str(c.number), OpenRecord(draft=c.draft_id)) for c in found.found.first]
    return keyboard(*in_rows(buttons))


def issues_keyboard(found: Listed[Issue]) -> InlineKeyboardMarkup | None:
    """Return a button for each issue that is listed, by its number."""
    buttons = [button(str(issue.number), ShowIssue(number=issue.number)) for issue in found.found.first]
    return keyboard(*in_rows(buttons))
