"""Buttons of lists of issues and of one issue."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.people import County
from campaign.vocabulary import IssueState
from handlers.callbacks import AskIssueWord, IssueWord, ListIssues, ReopenIssue, ShowIssue, TakeIssueWord
from handlers.issues import texts
from handlers.issues.actions import IssueCard, IssuePage
from handlers.texts import county_place

IN_A_ROW = 5


def page_keyboard(page: IssuePage) -> InlineKeyboardMarkup | None:
    """Return a button for each issue of a page, and those that turn it."""
    opening = [_button(str(issue.number), ShowIssue(number=issue.number).pack()) for issue in page.issues]
    rows = [opening[first : first + IN_A_ROW] for first in range(0, len(opening), IN_A_ROW)]
    county = page.county.id if page.county else 0
    turning = []
    if page.page:
        turning.append(_button(texts.BEFORE, ListIssues(page=page.page - 1, county=county).pack()))
    if page.left:
        turning.append(_button(texts.NEXT, ListIssues(page=page.page + 1, county=county).pack()))
    rows += [turning] if turning else []
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def issue_keyboard(card: IssueCard) -> InlineKeyboardMarkup:
    """Return what can be done with an issue."""
    number = card.dossier.issue.number
    progress = _button(texts.PROGRESS, AskIssueWord(number=number, what=IssueWord.PROGRESS).pack())
    if card.dossier.issue.state is IssueState.OPEN:
        other = _button(texts.CLOSE, AskIssueWord(number=number, what=IssueWord.RESULT).pack())
    else:
        other = _button(texts.REOPEN, ReopenIssue(number=number).pack())
    back = _button(texts.BACK, ListIssues().pack())
    return InlineKeyboardMarkup(inline_keyboard=[[progress, other], [back]])


def counties_keyboard(counties: Sequence[County]) -> InlineKeyboardMarkup | None:
    """Return a button for each county whose issues may be meant."""
    rows = [[_button(county_place(county), ListIssues(county=county.id).pack())] for county in counties]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def offer_keyboard(numbers: Sequence[int], *, solved: bool) -> InlineKeyboardMarkup:
    """Return a button for each thing that words written in reply may be for."""
    kinds = (IssueWord.RESULT,) if solved else (IssueWord.PROGRESS, IssueWord.RESULT)
    alone = len(numbers) == 1
    rows = [
        [
            _button(
                texts.take_label(what, number, alone=alone), TakeIssueWord(number=number, what=what).pack()
            )
            for what in kinds
        ]
        for number in numbers
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data)
