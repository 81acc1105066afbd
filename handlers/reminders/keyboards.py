"""Buttons of reminders, as rows of (label, data), since the outbox carries them too."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.reminders import Call, Matters, ReminderState, Wish
from digests.messages import Button
from handlers.reminder_callbacks import (
    CallMade,
    LateForm,
    MuteReminder,
    PutOffReminder,
    RemindedIssue,
    SwitchReminders,
)
from handlers.reminders import texts

Rows = tuple[tuple[Button, ...], ...]
IN_A_ROW = 2
MOST_COUNTIES = 10
MOST_ISSUES = 10
MOST_CALLS = 40


def reminder_rows(reminder_id: int, matters: Matters) -> Rows:
    """Return a way on for each matter, and how to be reminded less."""
    return (*matter_rows(matters), *_wishes(reminder_id))


def matter_rows(matters: Matters) -> Rows:
    """Return a button for each county and each issue, the first ones if they are many."""
    counties = [
        (texts.late_form(county.name), LateForm(county=county.id).pack())
        for county in matters.counties[:MOST_COUNTIES]
    ]
    issues = [
        (texts.issue_button(issue.number), RemindedIssue(number=issue.number).pack())
        for issue in matters.issues[:MOST_ISSUES]
    ]
    return (*_in_rows(counties), *_in_rows(issues))


def call_rows(calls: Sequence[Call]) -> Rows:
    """Return a button for each call that was not made yet."""
    left = [call for call in calls if call.reminder.state is ReminderState.CALL][:MOST_CALLS]
    return tuple(
        ((texts.call_button(call.person.name), CallMade(reminder=call.reminder.id).pack()),) for call in left
    )


def state_rows(wish: Wish) -> Rows:
    """Return the switch: off for whom nothing stands in the way, else on."""
    on = SwitchReminders(on=True).pack()
    if wish == Wish():
        return (((texts.SWITCH_OFF, SwitchReminders(on=False).pack()),),)
    return (((texts.SWITCH_ON, on),),)


def markup(rows: Rows) -> InlineKeyboardMarkup | None:
    """Return rows in aiogram's form; None when there are none."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in rows
        ]
    )


def _wishes(reminder_id: int) -> Rows:
    later = (
        (texts.TO_TOMORROW, PutOffReminder(reminder=reminder_id, to_monday=False).pack()),
        (texts.TO_MONDAY, PutOffReminder(reminder=reminder_id, to_monday=True).pack()),
    )
    less = (
        (texts.MUTE, MuteReminder(reminder=reminder_id).pack()),
        (texts.NEVER, SwitchReminders(on=False).pack()),
    )
    return (later, less)


def _in_rows(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[first : first + IN_A_ROW]) for first in range(0, len(buttons), IN_A_ROW))
