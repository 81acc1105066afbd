"""The data of the buttons below plans; handlers/callbacks.py lists them, too."""

from aiogram.filters.callback_data import CallbackData


class KeepPlanned(CallbackData, prefix="pn"):
    """Note the plans of a card: their ids, joined by dots."""

    plans: str


class LeavePlanned(CallbackData, prefix="px"):
    """Give plans up, noted or not yet."""

    plans: str


class DatePlanned(CallbackData, prefix="py"):
    """Note plans for a day (20230301), or move them to it; without one, show days to pick from."""

    plans: str
    day: str = ""


class WentThere(CallbackData, prefix="pw"):
    """Say that what was planned was done: a card is to be made of it."""

    planned: int


class NotThere(CallbackData, prefix="pm"):
    """Say that nothing came of a plan."""

    planned: int


PLANNED_CALLBACKS = (KeepPlanned, LeavePlanned, DatePlanned, WentThere, NotThere)
