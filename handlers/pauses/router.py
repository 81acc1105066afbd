"""/pause and /resume, and the buttons that do the same."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from campaign.people import County
from handlers import commands
from handlers.admin_callbacks import AskPause, EndPause
from handlers.desk import Desk
from handlers.filters import Heard, InPrivate
from handlers.pauses import actions, texts
from handlers.pauses.actions import Unsaid
from handlers.pauses.screens import begun_screen, paused_screen
from handlers.screen import Screen, answer, press_answered_below
from handlers.states import PauseTalk

KEY = "pause"


async def pause(message: Message, command: CommandObject, desk: Desk, state: FSMContext) -> None:
    """Pause a county, or ask why; without one, show those that are paused."""
    word, *reason = (command.args or "").split(maxsplit=1) or [""]
    if not word:
        await answer(message, paused_screen(await desk.look(actions.paused)))
        return
    found = await desk.act(partial(actions.pause, word=word, reason="".join(reason)))
    if isinstance(found, Unsaid):
        await _wait(desk, state, found.county)
    await answer(message, begun_screen(found))


async def resume(message: Message, command: CommandObject, desk: Desk) -> None:
    """Let a county go on; without one, show those that are paused."""
    word = "".join((command.args or "").split())
    if not word:
        await answer(message, paused_screen(await desk.look(actions.paused)))
        return
    await answer(message, Screen(texts.resumed(await desk.act(partial(actions.resume, word=word)))))


async def ask(callback: CallbackQuery, callback_data: AskPause, desk: Desk, state: FSMContext) -> None:
    """Ask why a county shall be paused; the next message is the reason."""
    found = await desk.act(partial(actions.pause_of, county_id=callback_data.county, reason=""))
    if isinstance(found, Unsaid):
        await _wait(desk, state, found.county)
    await press_answered_below(callback, begun_screen(found))


async def end(callback: CallbackQuery, callback_data: EndPause, desk: Desk) -> None:
    """Let a county go on."""
    found = await desk.act(partial(actions.resume_of, county_id=callback_data.county))
    await press_answered_below(callback, Screen(texts.resumed(found)))


async def _wait(desk: Desk, state: FSMContext, county: County) -> None:
    await state.set_state(PauseTalk.reason)
    await state.update_data({KEY: {"county": county.id, "at": desk.now.isoformat()}})


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="pauses")
    routes.message.register(pause, InPrivate(), commands.PAUSE.filter)
    routes.message.register(resume, InPrivate(), commands.RESUME.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="pauses-buttons")
    routes.callback_query.register(ask, AskPause.filter(), Heard())
    routes.callback_query.register(end, EndPause.filter(), Heard())
    return routes
