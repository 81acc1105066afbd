"""The data of the buttons of categories; declared once, as in `handlers.callbacks`."""

from aiogram.filters.callback_data import CallbackData

OTHER = "_"
"""Stands for issues of no known category; no id of one looks like it."""


class AskCategory(CallbackData, prefix="ic"):
    """Ask which category an issue is of."""

    number: int


class ChooseCategory(CallbackData, prefix="ik"):
    """Give an issue a category by its id, or (`OTHER`) none."""

    number: int
    category: str


class ListFiled(CallbackData, prefix="if"):
    """Show a page, from 0, of the open issues of a category by its id, or (`OTHER`) of none.

    Of one county, or of all (0).
    """

    category: str
    page: int = 0
    county: int = 0


class ListCategories(CallbackData, prefix="ig"):
    """Show the categories of which there are open issues."""


class ListShared(CallbackData, prefix="ih"):
    """Show which problems several counties have, and which counties."""


CATEGORY_CALLBACKS = (AskCategory, ChooseCategory, ListFiled, ListCategories, ListShared)
