"""What a county types after it was asked for."""

from functools import partial

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from campaign.actions.own_county import answer_contact
from campaign.county_words import Verdict
from handlers.desk import Desk
from handlers.filters import HasWords, InPrivate, IsCommand
from handlers.own_county import actions, texts
from handlers.own_county.keyboards import home_keyboard
from handlers.own_county.router import KEY
from handlers.own_county.screens import submit_screen
from handlers.report.reading import said_in
from handlers.screen import Screen, answer
from handlers.states import CountyTalk


async def objection(message: Message, desk: Desk, state: FSMContext) -> None:
    """Object in the words that were typed."""
    kept = (await state.get_data()).get(KEY) or {}
    words = message.text or message.caption or ""
    choice = partial(answer_contact, number=int(kept.get("number", 0)), verdict=Verdict.OBJECTED, words=words)
    word = await desk.act(choice)
    await state.set_state(None)
    await answer(message, Screen(texts.answered(word), home_keyboard()))


async def issue(message: Message, desk: Desk, state: FSMContext) -> None:
    """Show the issue that was typed, to be submitted."""
    draft = await desk.act(partial(actions.drafted, desk=desk, said=said_in(message)))
    await state.set_state(None)
    await answer(message, submit_screen(draft))


def router() -> Router:
    """Return the router of the words."""
    routes = Router(name="own-county-words")
    routes.message.filter(InPrivate(), HasWords(), ~IsCommand())
    routes.message.register(objection, StateFilter(CountyTalk.objection))
    routes.message.register(issue, StateFilter(CountyTalk.issue))
    return routes
