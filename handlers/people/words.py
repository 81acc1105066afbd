"""A change to the roster: asked for, typed, confirmed."""

from functools import partial

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.admin_callbacks import AskEdit, EditWord, TakeEdit
from handlers.desk import Desk
from handlers.filters import HasWords, InPrivate, IsCommand
from handlers.people import actions, edits, texts
from handlers.people.edits import Edit
from handlers.people.screens import edit_screen, people_screen
from handlers.records.correcting import is_answer
from handlers.screen import Screen, answer, press_answered, press_answered_below, press_told
from handlers.states import RosterTalk

KEY = "roster_edit"


async def ask(callback: CallbackQuery, callback_data: AskEdit, desk: Desk, state: FSMContext) -> None:
    """Ask for the words of a change; the next message is taken for them."""
    name = await desk.look(partial(edits.name_of, person_id=callback_data.person))
    await state.set_state(RosterTalk.name)
    asked = {"what": callback_data.what.value, "person": callback_data.person, "at": desk.now.isoformat()}
    await state.update_data({KEY: asked})
    await press_answered_below(callback, Screen(texts.asking_edit(callback_data.what, name)))


async def typed(message: Message, desk: Desk, state: FSMContext) -> None:
    """Show the change that was typed, to be confirmed, unless it was asked for long ago.

    What makes no change may be written once more.
    """
    kept = (await state.get_data()).get(KEY) or {}
    if not await is_answer(desk, message, kept.get("at")):
        await state.set_state(None)
        raise SkipHandler
    words = message.text or message.caption or ""
    what, person = EditWord(kept["what"]), int(kept["person"])
    edit = await desk.look(partial(edits.understood, what=what, person_id=person, words=words))
    if isinstance(edit, Edit):
        await state.set_state(None)
        await state.update_data({KEY: {**kept, "words": words}})
    await answer(message, edit_screen(edit))


async def take(callback: CallbackQuery, callback_data: TakeEdit, desk: Desk, state: FSMContext) -> None:
    """Make the change, and show the people as they are now."""
    kept = (await state.get_data()).get(KEY) or {}
    if "words" not in kept:
        await press_told(callback, texts.EDIT_OVER)
        return
    await desk.act(partial(edits.make, desk=desk, kept=kept, mark=callback_data.mark))
    page = await desk.look(partial(actions.people_page, page=0))
    await press_answered(callback, people_screen(page), texts.EDITED)


def router() -> Router:
    """Return the router of the words, and of the buttons that ask for them and confirm."""
    routes = Router(name="people-words")
    routes.callback_query.register(ask, AskEdit.filter())
    routes.callback_query.register(take, TakeEdit.filter())
    routes.message.register(typed, StateFilter(RosterTalk.name), InPrivate(), HasWords(), ~IsCommand())
    return routes
