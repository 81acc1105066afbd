"""Buttons of standing duties."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.duties import texts
from handlers.duties.actions import DutyDays, DutyList, DutyShown, holder_mark, mark
from handlers.duties.cards import DutyCard
from handlers.duties.reading import Also, called
from handlers.duty_callbacks import (
    AlsoDuty,
    DropDuty,
    DutyFiles,
    EndDuty,
    FillDuty,
    ListDuties,
    PickDutyDay,
    PickHolder,
    SaveDuty,
    ShowDuty,
    WithdrawDuty,
)
from handlers.paging import button, in_rows, keyboard, turning
from handlers.texts import near_day

NAMES_IN_A_ROW = 3
DAYS_IN_A_ROW = 2


def list_keyboard(found: DutyList) -> InlineKeyboardMarkup | None:
    """Return a button for each duty."""
    every = (button(called(one.rule), ShowDuty(duty=mark(one.rule.id))) for one in found.standings)
    return keyboard(*in_rows(list(every), 2))


def duty_keyboard(shown: DutyShown) -> InlineKeyboardMarkup | None:
    """Return those for whom a duty may be logged, what may be withdrawn, and the files there are."""
    duty = mark(shown.standing.rule.id)
    holders = [button(one.name, PickHolder(duty=duty, holder=holder_mark(one))) for one in shown.holders]
    ends = [
        button(texts.record_button(record, shown.today), WithdrawDuty(record=record.id))
        for record in shown.records
        if record.id in shown.changeable
    ]
    files = [
        button(texts.files_button(record), DutyFiles(record=record.id))
        for record in shown.records
        if record.note.files
    ]
    return keyboard(
        *in_rows(holders, NAMES_IN_A_ROW),
        turning(shown, lambda page: ShowDuty(duty=duty, page=page)),
        *in_rows([*ends, *files], 2),
        [button(texts.BACK, ListDuties())],
    )


def days_keyboard(asked: DutyDays) -> InlineKeyboardMarkup | None:
    """Return the latest days."""
    duty, holder = mark(asked.rule.id), holder_mark(asked.holder)
    days = [
        button(near_day(day, asked.today), PickDutyDay(duty=duty, holder=holder, day=f"{day:%Y%m%d}"))
        for day in asked.days
    ]
    return keyboard(*in_rows(days, DAYS_IN_A_ROW), [button(texts.BACK, ShowDuty(duty=duty))])


def card_keyboard(shown: DutyCard) -> InlineKeyboardMarkup | None:
    """Return the answers to what a card asks, and what can be done with it."""
    record = shown.first.id
    if shown.first.stands:
        may = [button(texts.WITHDRAW, WithdrawDuty(record=record))] if shown.changeable else []
        return keyboard([*may, button(texts.LOG_MORE, ShowDuty(duty=mark(shown.rule.id)))])
    if not shown.first.is_open:
        return None
    drop = button(texts.DROP, DropDuty(record=record))
    if shown.asks_holder or shown.asks_day:
        return keyboard(*_answers(shown), [drop])
    save = button(texts.SAVE_ANYWAY if shown.before else texts.SAVE, SaveDuty(record=record))
    return keyboard([save, drop])


def reasons_keyboard(shown: DutyCard) -> InlineKeyboardMarkup | None:
    """Return why a record may be withdrawn."""
    return keyboard(
        [button(words, EndDuty(record=shown.first.id, why=why)) for why, words in texts.REASONS.items()],
        [button(texts.BACK, ShowDuty(duty=mark(shown.rule.id)))],
    )


def also_row(found: Also | None) -> list[InlineKeyboardButton]:
    """Return the button of the duty beside a contact."""
    return (
        [button(texts.also(found.name), AlsoDuty(record=found.record))] if found and not found.saved else []
    )


def _answers(shown: DutyCard) -> list[list[InlineKeyboardButton]]:
    record = shown.first.id
    if shown.asks_holder:
        names = [
            button(one.name, FillDuty(record=record, holder=holder_mark(one), day=""))
            for one in shown.choices
        ]
        return in_rows(names, NAMES_IN_A_ROW)
    days = [
        button(near_day(day, shown.today), FillDuty(record=record, holder=0, day=f"{day:%Y%m%d}"))
        for day in shown.days
    ]
    return in_rows(days, DAYS_IN_A_ROW)
