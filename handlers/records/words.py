"""Why a record is withdrawn: asked for, then typed."""

from functools import partial

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import WithdrawRecord
from handlers.desk import Desk
from handlers.filters import HasWords, Heard, IsCommand
from handlers.records import actions, correcting, texts
from handlers.records.correcting import is_answer
from handlers.records.screens import record_screen
from handlers.screen import Screen, answer, press_answered_below
from handlers.states import RecordTalk


async def ask_reason(
    callback: CallbackQuery, callback_data: WithdrawRecord, desk: Desk, state: FSMContext
) -> None:
    """Ask why a record is to be withdrawn; the next message is taken for it."""
    await desk.look(partial(actions.check_withdrawal, draft_id=callback_data.draft))
    await state.set_state(RecordTalk.reason)
    await state.update_data(record=callback_data.draft, asked_at=desk.now.isoformat())
    await press_answered_below(callback, Screen(texts.ASK_REASON))


async def withdraw(message: Message, desk: Desk, state: FSMContext) -> None:
    """Withdraw a record for the reason that was typed, unless it was asked for long ago."""
    data = await state.get_data()
    await state.set_state(None)
    if not await is_answer(desk, message, data.get("asked_at")):
        raise SkipHandler
    draft_id, reason = str(data.get("record")), message.text or message.caption or ""
    done = await desk.act(partial(actions.withdraw, draft_id=draft_id, reason=reason))
    await answer(message, record_screen(done))


def router() -> Router:
    """Return the router of words about a record, and of the button that asks for them."""
    routes = Router(name="record-words")
    routes.include_router(correcting.router())
    routes.callback_query.register(ask_reason, WithdrawRecord.filter(), Heard())
    routes.message.register(withdraw, StateFilter(RecordTalk.reason), HasWords(), ~IsCommand(), Heard())
    return routes
