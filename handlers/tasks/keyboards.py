"""Buttons of the ledger of tasks."""

from aiogram.types import InlineKeyboardMarkup

from handlers.paging import button, in_rows, keyboard, turning
from handlers.task_callbacks import LeaveTaskWord, ListTasks, ShowTask, TakeTaskWord
from handlers.tasks import texts
from handlers.tasks.actions import TaskPage


def page_keyboard(page: TaskPage) -> InlineKeyboardMarkup | None:
    """Return a button for each task of a page, by its number."""
    opened = [button(str(one.task.number), ShowTask(number=one.task.number)) for one in page.tasks]
    return keyboard(*in_rows(opened), turning(page, lambda number: ListTasks(page=number)))


def card_keyboard() -> InlineKeyboardMarkup | None:
    """Return the way back to the list."""
    return keyboard([button(texts.BACK, ListTasks())])


def offer_keyboard(number: int, *, done: bool) -> InlineKeyboardMarkup | None:
    """Return what words may be taken for, the likelier first."""
    ways = (True, False) if done else (False, True)
    taken = [button(texts.TAKE[way], TakeTaskWord(number=number, done=way)) for way in ways]
    return keyboard(taken, [button(texts.LEAVE, LeaveTaskWord(number=number))])
