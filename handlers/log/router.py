"""/log, /undo, /cancel, and the button that opens the form on a card."""

from functools import partial

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from campaign.drafts import Draft
from handlers import commands
from handlers.callbacks import CorrectRecord, EditDraft
from handlers.desk import Desk
from handlers.filters import Heard, InPrivate
from handlers.issues.texts import CANCELLED
from handlers.log import actions, closing, texts
from handlers.log.getters import kept
from handlers.records.corrections import record_form
from handlers.report import texts as report_texts
from handlers.report.actions import undo_last
from handlers.report.screens import screen
from handlers.screen import Screen, answer, press_answered, press_told, renew


async def log(message: Message, desk: Desk, dialog_manager: DialogManager) -> None:
    """Begin a form."""
    draft = await desk.look(partial(actions.blank_form, desk=desk, chat_id=message.chat.id))
    await closing.start_empty(dialog_manager, draft)


async def edit(
    callback: CallbackQuery, callback_data: EditDraft, desk: Desk, dialog_manager: DialogManager
) -> None:
    """Open the form in a card's place."""
    found = await desk.look(partial(actions.open_card, draft_id=callback_data.draft))
    if not isinstance(found, Draft):
        await press_answered(callback, screen(found))
        return
    await closing.start_on(dialog_manager, found, callback_data.asked)
    await press_told(callback, "")


async def correct(
    callback: CallbackQuery, callback_data: CorrectRecord, desk: Desk, dialog_manager: DialogManager
) -> None:
    """Open the form on a saved record."""
    form = await desk.look(partial(record_form, draft_id=callback_data.draft))
    await closing.start_correcting(dialog_manager, form)
    await press_told(callback, "")


async def cancel(message: Message, desk: Desk, dialog_manager: DialogManager, state: FSMContext) -> None:
    """Leave the form that is open, or say nothing about the issue after all."""
    waiting = await state.get_state() is not None
    await state.set_state(None)
    if not dialog_manager.has_context():
        if waiting:
            await answer(message, Screen(CANCELLED))
            return
        await desk.look(lambda _store, _actor: None)
        await answer(message, Screen(texts.NOTHING_OPEN))
        return
    card = await desk.look(partial(actions.before_form, draft_id=kept(dialog_manager).draft.id))
    await dialog_manager.reset_stack()
    await answer(message, screen(card) if card else Screen(texts.CANCELLED))


async def undo(message: Message, desk: Desk, bot: Bot, dialog_manager: DialogManager) -> None:
    """Undo the latest record, and leave a form on it; handled again, say only that it was done."""
    if desk.repeated:
        await answer(message, Screen(report_texts.UNDONE_ALREADY))
        return
    kept, draft = await desk.act(undo_last)
    await closing.leave_form_on(dialog_manager, draft.id)
    if draft.card_message_id:
        await renew(bot, draft.chat_id, draft.card_message_id, screen(kept))
    await answer(message, screen(kept))


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="log")
    routes.message.register(log, commands.LOG.filter, Heard())
    routes.message.register(undo, InPrivate(), commands.UNDO.filter)
    routes.message.register(cancel, commands.CANCEL.filter, Heard())
    return routes


def buttons() -> Router:
    """Return the router of this conversation's button on a card."""
    routes = Router(name="log-buttons")
    routes.callback_query.register(edit, EditDraft.filter(), Heard())
    routes.callback_query.register(correct, CorrectRecord.filter(), Heard())
    return routes
