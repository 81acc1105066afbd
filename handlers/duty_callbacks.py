"""Buttons of standing duties. A duty, a city and a person go by a mark of their name, a county by its id."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class ListDuties(CallbackData, prefix="jl"):
    """Show what is owed in the running windows."""


class ShowDuty(CallbackData, prefix="js"):
    """Show one duty, and a page, from 0, of those for whom it may be logged."""

    duty: int
    page: int = 0


class PickHolder(CallbackData, prefix="jh"):
    """Log a duty for a holder: ask for the day."""

    duty: int
    holder: int


class PickDutyDay(CallbackData, prefix="jd"):
    """Make a card of a duty, a holder and a day (20230220)."""

    duty: int
    holder: int
    day: str


class FillDuty(CallbackData, prefix="jf"):
    """Answer what a card asks: a holder, or (0) a day (20230220)."""

    record: int
    holder: int
    day: str


class SaveDuty(CallbackData, prefix="jv"):
    """Save a card, by any of its lines."""

    record: int


class DropDuty(CallbackData, prefix="jx"):
    """Give a card up."""

    record: int


class AlsoDuty(CallbackData, prefix="ja"):
    """Log the duty of which the card of a contact speaks."""

    record: int


class WithdrawDuty(CallbackData, prefix="jw"):
    """Ask why a saved line is to be withdrawn."""

    record: int


class Why(StrEnum):
    """Why a line is withdrawn."""

    MISTYPED = "m"
    TWICE = "t"
    NOT_HELD = "n"


class EndDuty(CallbackData, prefix="je"):
    """Withdraw a saved line."""

    record: int
    why: Why


class DutyFiles(CallbackData, prefix="jg"):
    """Send the files kept with a line once more."""

    record: int


DUTY_CALLBACKS = (
    ListDuties,
    ShowDuty,
    PickHolder,
    PickDutyDay,
    FillDuty,
    SaveDuty,
    DropDuty,
    AlsoDuty,
    WithdrawDuty,
    EndDuty,
    DutyFiles,
)
