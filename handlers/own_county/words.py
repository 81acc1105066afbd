"""What a county types after it was asked for."""

from functools import partial
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from campaign.actions.own_county import answer_contact
from campaign.county_words import Verdict
from handlers.access import said
from handlers.desk import Desk
from handlers.filters import HasWords, InPrivate, IsCommand
from handlers.issues.actions import due_back
from handlers.own_county import actions, texts
from handlers.own_county.keyboards import home_keyboard
from handlers.own_county.router import KEY
from handlers.own_county.screens import submit_screen
from handlers.report.reading import said_in
from handlers.screen import Screen, answer
from handlers.states import CountyTalk


async def objection(message: Message, desk: Desk, state: FSMContext) -> None:
    """Object in the words that were typed."""
    kept = await _asked(message, desk, state)
    words = message.text or message.caption or ""
    choice = partial(answer_contact, number=int(kept.get("number", 0)), verdict=Verdict.OBJECTED, words=words)
    word = await desk.act(choice)
    await state.set_state(None)
    await answer(message, Screen(texts.answered(word), home_keyboard()))


async def issue(message: Message, desk: Desk, state: FSMContext) -> None:
    """Show the issue that was typed, to be submitted."""
    await _asked(message, desk, state)
    draft = await desk.act(partial(actions.drafted, desk=desk, said=said_in(message)))
    await state.set_state(None)
    await answer(message, submit_screen(draft))


async def _asked(message: Message, desk: Desk, state: FSMContext) -> dict[str, Any]:
    """Return what was asked; words that come too late for it go on as any others."""
    kept: dict[str, Any] = (await state.get_data()).get(KEY) or {}
    if not due_back(kept.get("at"), desk.now):
        await desk.look(actions.home)
        await state.set_state(None)
        desk.needs = said(message, None)
        raise SkipHandler
    return kept


def router() -> Router:
    """Return the router of the words."""
    routes = Router(name="own-county-words")
    routes.message.filter(InPrivate(), HasWords(), ~IsCommand())
    routes.message.register(objection, StateFilter(CountyTalk.objection))
    routes.message.register(issue, StateFilter(CountyTalk.issue))
    return routes
