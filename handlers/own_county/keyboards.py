"""Buttons that a county sees."""

from aiogram.types import InlineKeyboardMarkup

from campaign.drafts import Draft
from handlers.own_county import texts
from handlers.own_county.actions import Recorded
from handlers.own_county_callbacks import (
    OwnAnswer,
    OwnIssues,
    OwnObject,
    OwnQuestion,
    OwnRecords,
    OwnSubmit,
)
from handlers.paging import button, turning


def home_keyboard() -> InlineKeyboardMarkup:
    """Return the three things."""
    rows = (
        button(texts.RECORDS, OwnRecords()),
        button(texts.RAISE, OwnQuestion()),
        button(texts.ISSUES, OwnIssues()),
    )
    return InlineKeyboardMarkup(inline_keyboard=[[row] for row in rows])


def records_keyboard(page: Recorded) -> InlineKeyboardMarkup:
    """Return yes and no for each contact that the county said nothing of, and what turns the page."""
    rows = [
        [
            button(
                texts.answer_label(contact.number, so=so),
                OwnAnswer(number=contact.number, so=so, page=page.page),
            )
            for so in (True, False)
        ]
        for contact in page.contacts
        if contact.number not in page.said
    ]
    turned = turning(page, lambda number: OwnRecords(page=number))
    rest = [[button(texts.RAISE, OwnQuestion()), button(texts.ISSUES, OwnIssues())]]
    return InlineKeyboardMarkup(inline_keyboard=[*rows, *([turned] if turned else []), *rest])


def objection_keyboard(number: int) -> InlineKeyboardMarkup:
    """Return the way to object without a word."""
    return InlineKeyboardMarkup(inline_keyboard=[[button(texts.SEND_ALONE, OwnObject(number=number))]])


def submit_keyboard(draft: Draft) -> InlineKeyboardMarkup:
    """Return yes and no to an issue that was typed."""
    yes = button(texts.SUBMIT, OwnSubmit(draft=draft.id, submit=True))
    return InlineKeyboardMarkup(
        inline_keyboard=[[yes, button(texts.LEAVE, OwnSubmit(draft=draft.id, submit=False))]]
    )
