"""A proposed correction is taken by a tap, or by a word on why; or the record is left as it is."""

from dataclasses import replace
from functools import partial

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.callbacks import LeaveCorrection, TakeCorrection
from handlers.desk import Desk
from handlers.filters import HasWords, Heard, IsCommand
from handlers.issues.actions import due_back
from handlers.records import corrections, texts
from handlers.records.corrections import Corrected, Proposal
from handlers.records.screens import proposal_screen
from handlers.report.actions import is_whole
from handlers.report.reading import Said
from handlers.report.screens import screen
from handlers.screen import answer, press_answered, renew_quietly
from handlers.states import RecordTalk


async def take(
    callback: CallbackQuery, callback_data: TakeCorrection, desk: Desk, state: FSMContext, bot: Bot
) -> None:
    """Take a proposed form; the tap itself is the reason."""
    await state.set_state(None)
    reason = texts.MISTYPED if callback_data.mistyped else texts.BY_MESSAGE
    taken = partial(corrections.take, draft_id=callback_data.draft, reason=reason)
    done = await desk.act(taken)
    await press_answered(callback, screen(done.kept), texts.CORRECTED)
    await renew_own(bot, done, callback.message.message_id if callback.message else None)


async def leave(
    callback: CallbackQuery, callback_data: LeaveCorrection, desk: Desk, state: FSMContext
) -> None:
    """Leave the record as it is."""
    await state.set_state(None)
    done = await desk.act(partial(corrections.leave, draft_id=callback_data.draft))
    await press_answered(callback, screen(done.kept), texts.LEFT)


async def say_why(message: Message, desk: Desk, state: FSMContext, bot: Bot) -> None:
    """Take a proposed form for the reason that was typed, unless it was asked for long ago."""
    data = await state.get_data()
    await state.set_state(None)
    word = message.text or message.caption or ""
    if not await is_answer(desk, message, data.get("asked_at")):
        raise SkipHandler
    taken = partial(corrections.take, draft_id=str(data.get("correction")), reason=word)
    done = await desk.act(taken)
    await answer(message, screen(done.kept))
    await renew_own(bot, done, None)


async def is_answer(desk: Desk, message: Message, asked_at: str | None) -> bool:
    """Tell whether a message answers what was asked at a moment: in time, and no report of a contact."""
    if not due_back(asked_at, desk.now):
        return False
    said = Said(message.chat.id, message.message_id, message.text or message.caption or "")
    return not await desk.look(partial(is_whole, desk=desk, said=said))


async def ask_why(desk: Desk, state: FSMContext, proposal: Proposal) -> None:
    """Wait for a word on a proposed form."""
    await state.set_state(RecordTalk.correction)
    await state.update_data(correction=proposal.draft.id, asked_at=desk.now.isoformat())


async def offer(message: Message, proposal: Proposal) -> None:
    """Show what would change, in reply to the message that says so."""
    await answer(message, proposal_screen(proposal), quote=True)


async def renew_own(bot: Bot, done: Corrected, shown: int | None) -> None:
    """Bring a record's own message up to date, for its author, when another one was just shown."""
    if done.message_id not in {None, shown}:
        theirs = replace(done.kept, own=True, changeable=True)
        await renew_quietly(bot, done.chat_id, done.message_id, screen(theirs))


def router() -> Router:
    """Return the router of proposed corrections."""
    routes = Router(name="corrections")
    routes.callback_query.register(take, TakeCorrection.filter(), Heard())
    routes.callback_query.register(leave, LeaveCorrection.filter(), Heard())
    wait = StateFilter(RecordTalk.correction)
    routes.message.register(say_why, wait, HasWords(), ~IsCommand(), Heard())
    return routes
