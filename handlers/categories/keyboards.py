"""Buttons of categories."""

from aiogram.types import InlineKeyboardMarkup

from handlers.callbacks import ListIssues, ShowIssue
from handlers.categories import texts
from handlers.categories.actions import CategoryChoice, CategoryCounts
from handlers.category_callbacks import OTHER, ChooseCategory, ListFiled, ListShared
from handlers.paging import button, in_rows

IN_A_ROW = 2


def choice_keyboard(found: CategoryChoice) -> InlineKeyboardMarkup:
    """Return a button for each category that an issue does not have."""
    number, present = found.dossier.issue.number, found.dossier.issue.category
    every = [*((one.id, one.name) for one in found.categories), (None, texts.OTHERS)]
    others = [
        button(name, ChooseCategory(number=number, category=one or OTHER))
        for one, name in every
        if one != present
    ]
    back = [button(texts.BACK, ShowIssue(number=number))]
    return InlineKeyboardMarkup(inline_keyboard=[*in_rows(others, IN_A_ROW), back])


def back_keyboard() -> InlineKeyboardMarkup:
    """Return the way back to the list of issues."""
    return InlineKeyboardMarkup(inline_keyboard=[[button(texts.ALL, ListIssues())]])


def counts_keyboard(found: CategoryCounts) -> InlineKeyboardMarkup:
    """Return a button for each category of open issues."""
    some = [button(texts.counted(one.name, count), ListFiled(category=one.id)) for one, count in found.counts]
    if found.others:
        some.append(button(texts.counted(texts.OTHERS, found.others), ListFiled(category=OTHER)))
    last = [button(texts.SHARED, ListShared()), button(texts.ALL, ListIssues())]
    return InlineKeyboardMarkup(inline_keyboard=[*in_rows(some, IN_A_ROW), last])
