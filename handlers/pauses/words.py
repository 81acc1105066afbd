"""The reason why a county is paused, typed after it was asked for."""

from functools import partial

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.desk import Desk
from handlers.filters import HasWords, InPrivate, IsCommand
from handlers.pauses import actions
from handlers.pauses.router import KEY
from handlers.pauses.screens import begun_screen
from handlers.records.correcting import is_answer
from handlers.screen import answer
from handlers.states import PauseTalk


async def reason(message: Message, desk: Desk, state: FSMContext) -> None:
    """Pause the county for the reason that was typed, unless it was asked for long ago."""
    kept = (await state.get_data()).get(KEY) or {}
    await state.set_state(None)
    if not await is_answer(desk, message, kept.get("at")):
        raise SkipHandler
    words = message.text or message.caption or ""
    found = await desk.act(partial(actions.pause_of, county_id=int(kept["county"]), reason=words))
    await answer(message, begun_screen(found))


def router() -> Router:
    """Return the router of the words."""
    routes = Router(name="pause-words")
    routes.message.register(reason, StateFilter(PauseTalk.reason), InPrivate(), HasWords(), ~IsCommand())
    return routes
