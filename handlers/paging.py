"""Lists that are turned page by page: where a page begins and ends, and the buttons below it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.texts import BEFORE, NEXT

ON_A_PAGE = 10
IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class Paged:
    """One page of a list of `total` items, `size` to a page; `place` is that of its first item, from 0."""

    place: int
    total: int
    size: int

    @property
    def page(self) -> int:
        """Its number, from 0."""
        return self.place // self.size

    @property
    def left(self) -> int:
        """How many items come after it."""
        return max(0, self.total - self.place - self.size)


def place_of(page: int, total: int, size: int = ON_A_PAGE) -> int:
    """Return the place of the first item of a page, or of the last page if there are fewer."""
    return min(max(page, 0), max(0, total - 1) // size) * size


def opening(page: Paged, opened: Iterable[CallbackData]) -> list[InlineKeyboardButton]:
    """Return a button for each item of a page, by its place in the list, from 1."""
    return [button(str(number), data) for number, data in enumerate(opened, start=page.place + 1)]


def turning(page: Paged, to: Callable[[int], CallbackData]) -> list[InlineKeyboardButton]:
    """Return the buttons that turn a page; `to` makes the data for a page's number."""
    back = [button(BEFORE, to(page.page - 1))] if page.place else []
    return [*back, button(NEXT, to(page.page + 1))] if page.left else back


def in_rows(
    buttons: Sequence[InlineKeyboardButton], width: int = IN_A_ROW
) -> list[list[InlineKeyboardButton]]:
    """Return buttons in rows of at most `width`."""
    return [list(buttons[first : first + width]) for first in range(0, len(buttons), width)]


def keyboard(*rows: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    """Return the rows that are not empty; None when all are."""
    some = [list(row) for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=some) if some else None


def button(label: str, data: CallbackData) -> InlineKeyboardButton:
    """Return a button."""
    return InlineKeyboardButton(text=label, callback_data=data.pack())
