"""Buttons of lists of issues and of one issue."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from campaign.people import County
from campaign.vocabulary import IssueState
from handlers.callbacks import AskIssueWord, IssueWord, ListIssues, ReopenIssue, ShowIssue, TakeIssueWord
from handlers.category_callbacks import AskCategory, ListCategories, ListFiled
from handlers.issues import texts
from handlers.issues.actions import IssueCard, IssuePage
from handlers.paging import button, in_rows, keyboard, turning
from handlers.texts import county_place


def page_keyboard(page: IssuePage) -> InlineKeyboardMarkup | None:
    """Return a button for each issue of a page, and those that turn it."""
    county = page.county.id if page.county else 0
    opened = [button(str(issue.number), ShowIssue(number=issue.number)) for issue in page.issues]

    def to(number: int) -> CallbackData:
        filed = ListFiled(category=page.category, page=number, county=county)
        return filed if page.category else ListIssues(page=number, county=county)

    more = page.county is None and not page.category and page.total > page.size
    grouped = [button(texts.BY_CATEGORY, ListCategories())] if more else []
    return keyboard(*in_rows(opened), turning(page, to), grouped)


def issue_keyboard(card: IssueCard) -> InlineKeyboardMarkup:
    """Return what who sees an issue may do with it."""
    number = card.dossier.issue.number
    progress = button(texts.PROGRESS, AskIssueWord(number=number, what=IssueWord.PROGRESS))
    if card.dossier.issue.state is IssueState.OPEN:
        other = button(texts.CLOSE, AskIssueWord(number=number, what=IssueWord.RESULT))
    else:
        other = button(texts.REOPEN, ReopenIssue(number=number))
    back = button(texts.BACK, ListIssues())
    if not card.follows:
        return InlineKeyboardMarkup(inline_keyboard=[[back]])
    elsewhere = button(texts.REFILE, AskCategory(number=number))
    return InlineKeyboardMarkup(inline_keyboard=[[progress, other], [elsewhere, back]])


def counties_keyboard(counties: Sequence[County]) -> InlineKeyboardMarkup | None:
    """Return a button for each county whose issues may be meant."""
    return keyboard(*([button(county_place(county), ListIssues(county=county.id))] for county in counties))


def offer_keyboard(numbers: Sequence[int], *, solved: bool) -> InlineKeyboardMarkup:
    """Return a button for each thing that words written in reply may be for."""
    kinds = (IssueWord.RESULT,) if solved else (IssueWord.PROGRESS, IssueWord.RESULT)
    alone = len(numbers) == 1
    rows = [
        [
            button(texts.take_label(what, number, alone=alone), TakeIssueWord(number=number, what=what))
            for what in kinds
        ]
        for number in numbers
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
