"""Buttons of the ledger of tasks."""

from aiogram.filters.callback_data import CallbackData


class ListTasks(CallbackData, prefix="hl"):
    """Show a page, from 0, of the tasks."""

    page: int = 0


class ShowTask(CallbackData, prefix="hs"):
    """Show a task by its number."""

    number: int


class TakeTaskWord(CallbackData, prefix="ht"):
    """Take the words that the card quotes for a task: it goes on, or is done."""

    number: int
    done: bool


class LeaveTaskWord(CallbackData, prefix="hx"):
    """Take the words for nothing."""

    number: int


TASK_CALLBACKS = (ListTasks, ShowTask, TakeTaskWord, LeaveTaskWord)
