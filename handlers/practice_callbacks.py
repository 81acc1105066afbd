"""The data of the buttons below practices; declared once, as in `handlers.callbacks`."""

from aiogram.filters.callback_data import CallbackData


class ListPractices(CallbackData, prefix="lq"):
    """Show a page, from 0, of the practices; of one county's, or of all (0)."""

    county: int = 0
    page: int = 0


class ChoosePractice(CallbackData, prefix="cq"):
    """Choose a practice for promotion, or take that back; then show the page again."""

    number: int
    chosen: bool
    county: int = 0
    page: int = 0


PRACTICE_CALLBACKS = (ListPractices, ChoosePractice)
