"""/reminders, and the buttons below reminders and telephone lists."""

from contextlib import suppress
from functools import partial

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from campaign.actions.reminder_wishes import mute, note_call, put_off
from handlers import commands
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.issues.actions import issue_shown
from handlers.issues.screens import issue_screen
from handlers.log import closing
from handlers.reminder_callbacks import (
    CallMade,
    LateForm,
    MuteReminder,
    PutOffReminder,
    RemindedIssue,
    SwitchReminders,
)
from handlers.reminders import actions, texts
from handlers.reminders.screens import calls_screen, left_screen, state_screen
from handlers.screen import answer, press_answered, press_answered_below, press_told


async def reminders(message: Message, desk: Desk) -> None:
    """Show whether a person is reminded, with the switch."""
    await answer(message, state_screen(await desk.look(actions.wish_shown)))


async def switch(callback: CallbackQuery, callback_data: SwitchReminders, desk: Desk) -> None:
    """Switch a person's reminders on or off."""
    shown = await desk.act(partial(actions.switched, on=callback_data.on))
    words = texts.SWITCHED_ON if callback_data.on else texts.SWITCHED_OFF
    await press_answered(callback, state_screen(shown), words)


async def later(callback: CallbackQuery, callback_data: PutOffReminder, desk: Desk) -> None:
    """Put a reminder off."""
    choice = partial(put_off, reminder_id=callback_data.reminder, to_monday=callback_data.to_monday)
    reminder, day = await desk.act(choice)
    words = texts.put_off_until(day)
    await press_answered(callback, left_screen(reminder.matters, words), words)


async def no_more(callback: CallbackQuery, callback_data: MuteReminder, desk: Desk) -> None:
    """Tell nothing more of these matters in this window."""
    reminder = await desk.act(partial(mute, reminder_id=callback_data.reminder))
    words = texts.muted(reminder.matters)
    await press_answered(callback, left_screen(reminder.matters, words), words)


async def log_late(
    callback: CallbackQuery, callback_data: LateForm, desk: Desk, dialog_manager: DialogManager
) -> None:
    """Open the form on a county, below the reminder."""
    chat_id = callback.message.chat.id if callback.message else desk.telegram_id
    question = partial(actions.form_on_county, desk=desk, chat_id=chat_id, county_id=callback_data.county)
    await closing.start_on_county(dialog_manager, await desk.look(question))
    if isinstance(callback.message, Message):
        # The dialog takes the buttons off the message that was pressed; the other counties need theirs.
        with suppress(TelegramBadRequest):
            await callback.message.edit_reply_markup(reply_markup=callback.message.reply_markup)
    await press_told(callback, "")


async def show_issue(callback: CallbackQuery, callback_data: RemindedIssue, desk: Desk) -> None:
    """Show an issue below the reminder."""
    card = await desk.look(partial(issue_shown, number=callback_data.number))
    await press_answered_below(callback, issue_screen(card))


async def called(callback: CallbackQuery, callback_data: CallMade, desk: Desk) -> None:
    """Note that somebody was telephoned."""
    calls = await desk.act(partial(note_call, reminder_id=callback_data.reminder))
    await press_answered(callback, calls_screen(calls), texts.NOTED)


def router() -> Router:
    """Return the router of this conversation's command."""
    routes = Router(name="reminders")
    routes.message.register(reminders, InPrivate(), commands.REMINDERS.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="reminders-buttons")
    routes.callback_query.register(switch, SwitchReminders.filter())
    routes.callback_query.register(later, PutOffReminder.filter())
    routes.callback_query.register(no_more, MuteReminder.filter())
    routes.callback_query.register(log_late, LateForm.filter())
    routes.callback_query.register(show_issue, RemindedIssue.filter())
    routes.callback_query.register(called, CallMade.filter())
    return routes
