"""The buttons of a county."""

from functools import partial

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from campaign.actions.own_county import answer_contact, own_contact
from campaign.county_words import Verdict
from handlers.desk import Desk
from handlers.own_county import actions, texts
from handlers.own_county.keyboards import home_keyboard, objection_keyboard
from handlers.own_county.screens import issues_screen, recorded_screen
from handlers.own_county_callbacks import (
    OwnAnswer,
    OwnIssues,
    OwnObject,
    OwnQuestion,
    OwnRecords,
    OwnSubmit,
)
from handlers.screen import Screen, press_answered, press_answered_below
from handlers.states import CountyTalk

KEY = "own_county"


async def records(callback: CallbackQuery, callback_data: OwnRecords, desk: Desk) -> None:
    """Show what is logged of the county."""
    page = await desk.look(partial(actions.recorded, page=callback_data.page))
    await press_answered(callback, recorded_screen(page))


async def say(callback: CallbackQuery, callback_data: OwnAnswer, desk: Desk, state: FSMContext) -> None:
    """Confirm a contact, or ask what is not so."""
    number = callback_data.number
    if not callback_data.so:
        await desk.look(partial(own_contact, number=number))
        await state.set_state(CountyTalk.objection)
        await state.update_data({KEY: {"number": number, "at": desk.now.isoformat()}})
        await press_answered_below(
            callback, Screen(texts.ASK_OBJECTION.format(number=number), objection_keyboard(number))
        )
        return
    word = await desk.act(partial(answer_contact, number=number, verdict=Verdict.CONFIRMED))
    page = await desk.look(partial(actions.recorded, page=callback_data.page))
    await press_answered(callback, recorded_screen(page), texts.answered(word))


async def object_alone(
    callback: CallbackQuery, callback_data: OwnObject, desk: Desk, state: FSMContext
) -> None:
    """Object without a word."""
    choice = partial(answer_contact, number=callback_data.number, verdict=Verdict.OBJECTED)
    word = await desk.act(choice)
    await state.set_state(None)
    await press_answered(callback, Screen(texts.answered(word), home_keyboard()))


async def ask_issue(callback: CallbackQuery, desk: Desk, state: FSMContext) -> None:
    """Ask for an issue."""
    await desk.look(actions.home)
    await state.set_state(CountyTalk.issue)
    await state.update_data({KEY: {"at": desk.now.isoformat()}})
    await press_answered_below(callback, Screen(texts.ASK_ISSUE))


async def submit(callback: CallbackQuery, callback_data: OwnSubmit, desk: Desk) -> None:
    """Raise the issue that was typed, or leave it."""
    if not callback_data.submit:
        await desk.look(actions.home)
        await press_answered(callback, Screen(texts.LEFT, home_keyboard()))
        return
    number = await desk.act(partial(actions.submit, draft_id=callback_data.draft))
    await press_answered(callback, Screen(texts.submitted(number), home_keyboard()), texts.SUBMITTED)


async def issues(callback: CallbackQuery, desk: Desk) -> None:
    """Show the open issues with their answers."""
    await press_answered(callback, issues_screen(await desk.look(actions.issues)))


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="own-county-buttons")
    routes.callback_query.register(records, OwnRecords.filter())
    routes.callback_query.register(say, OwnAnswer.filter())
    routes.callback_query.register(object_alone, OwnObject.filter())
    routes.callback_query.register(ask_issue, OwnQuestion.filter())
    routes.callback_query.register(submit, OwnSubmit.filter())
    routes.callback_query.register(issues, OwnIssues.filter())
    return routes
