"""A month of days to pick from, in Chinese, up to the campaign's today.

aiogram-dialog's own calendar words its months by the process's locale and asks the machine's clock for today;
this one takes both from the window's data: `today`, `first` and `last`, the days that may be picked.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Calendar, CalendarConfig, CalendarScope
from aiogram_dialog.widgets.kbd.calendar_kbd import (
    CALLBACK_NEXT_MONTH,
    CALLBACK_PREV_MONTH,
    CalendarScopeView,
    CallbackGenerator,
    next_month_begin,
    prev_month_begin,
    raw_from_date,
)

from campaign.days import DAY
from handlers.log import texts

BLANK = "."
WEEK = 7


class MonthOfDays(CalendarScopeView):
    """One month: a row to leaf, the weekdays, the weeks."""

    def __init__(self, data_of: CallbackGenerator) -> None:
        self._data_of = data_of

    async def render(
        self,
        config: CalendarConfig,  # noqa: ARG002 - the protocol's; the days come with the window's data
        offset: date,
        data: dict[str, Any],
        manager: DialogManager,  # noqa: ARG002 - the protocol's
    ) -> list[list[InlineKeyboardButton]]:
        """Return the rows of buttons of the month that `offset` lies in."""
        start, after = offset.replace(day=1), next_month_begin(offset)
        monday = start - DAY * start.weekday()
        weeks = ((after - monday).days + WEEK - 1) // WEEK
        rows = [[monday + DAY * (WEEK * week + n) for n in range(WEEK)] for week in range(weeks)]
        first, last = max(start, data["first"]), min(after - DAY, data["last"])
        return [
            self._leafing(start, after, data),
            [self._blank(name) for name in texts.WEEKDAYS],
            *(
                [self._day(day, data["today"]) if first <= day <= last else self._blank() for day in row]
                for row in rows
                if row[0] <= last and row[-1] >= first
            ),
        ]

    def _leafing(self, start: date, after: date, data: Mapping[str, Any]) -> list[InlineKeyboardButton]:
        before = self._button(texts.month_before(prev_month_begin(start)), CALLBACK_PREV_MONTH)
        later = self._button(texts.month_after(after), CALLBACK_NEXT_MONTH)
        return [
            before if start > data["first"] else self._blank(),
            self._blank(texts.month(start)),
            later if after <= data["last"] else self._blank(),
        ]

    def _day(self, day: date, today: date) -> InlineKeyboardButton:
        return self._button(texts.day_label(day, today), str(raw_from_date(day)))

    def _blank(self, label: str = texts.NO_DAY) -> InlineKeyboardButton:
        return self._button(label, BLANK)

    def _button(self, label: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=label, callback_data=self._data_of(data))


class DayCalendar(Calendar):
    """The calendar of the form."""

    def _init_views(self) -> dict[CalendarScope, CalendarScopeView]:
        return {CalendarScope.DAYS: MonthOfDays(self._item_callback_data)}

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        if self.get_offset(manager) is None:
            self.set_offset(data["last"], manager)
        return await super()._render_keyboard(data, manager)

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data == BLANK:
            return True
        return await super()._process_item_callback(callback, data, dialog, manager)
