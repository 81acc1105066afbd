"""The data of the buttons below reminders and telephone lists; handlers/callbacks.py lists them, too."""

from aiogram.filters.callback_data import CallbackData


class LateForm(CallbackData, prefix="lf"):
    """Open an empty form on a county."""

    county: int


class RemindedIssue(CallbackData, prefix="ri"):
    """Show an issue below the reminder that tells of it."""

    number: int


class PutOffReminder(CallbackData, prefix="rp"):
    """Be reminded again tomorrow, or next Monday."""

    reminder: int
    to_monday: bool


class MuteReminder(CallbackData, prefix="rm"):
    """Hear nothing more of a reminder's matters within its window."""

    reminder: int


class SwitchReminders(CallbackData, prefix="ro"):
    """Be reminded, or not at all."""

    on: bool


class CallMade(CallbackData, prefix="rc"):
    """Note that somebody was telephoned."""

    reminder: int


REMINDER_CALLBACKS = (LateForm, RemindedIssue, PutOffReminder, MuteReminder, SwitchReminders, CallMade)
