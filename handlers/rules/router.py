"""Rules are sent, looked at, and taken with one tap."""

from functools import partial

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from campaign.definition import Definition
from handlers.admin_callbacks import TakeRules
from handlers.desk import Desk
from handlers.files import FileToTake, fetched
from handlers.rules import actions, texts
from handlers.rules.actions import Preview, Taken
from handlers.rules.screens import screen
from handlers.screen import Screen, answer, press_answered, press_told

KEY = "rules"
MOST_BYTES = 200_000
TAKEN = "rules_taken"


async def sent(message: Message, desk: Desk, bot: Bot, state: FSMContext) -> None:
    """Show what rules would change, or what is wrong with them, line by line."""
    document = message.document
    known = await desk.look(actions.known)
    if document is None or known is None:
        raise SkipHandler
    if (document.file_size or 0) > MOST_BYTES:
        await answer(message, Screen(texts.TOO_BIG))
        return
    content = await fetched(bot, document.file_id)
    if content is None:
        await answer(message, Screen(texts.NOT_FETCHED))
        return
    rules = await desk.rules(document.file_name or "", content, known)
    if rules.definition is None:
        await answer(message, Screen(texts.faulty(rules.faults)))
        return
    found = await desk.look(partial(actions.preview, definition=rules.definition))
    await state.update_data({KEY: [document.file_id, found.mark], TAKEN: None})
    await answer(message, screen(found))


async def take(
    callback: CallbackQuery, callback_data: TakeRules, desk: Desk, bot: Bot, state: FSMContext
) -> None:
    """Take the rules that were shown, if nothing has changed since; otherwise show them anew."""
    kept = await state.get_data()
    if kept.get(TAKEN) == callback_data.mark and not desk.repeated:
        await press_told(callback, texts.TAKEN_BEFORE)
        return
    file_id, mark = kept.get(KEY) or ("", "")
    if mark != callback_data.mark:
        await press_told(callback, texts.STALE)
        return
    definition = await _definition(desk, bot, file_id)
    if definition is None:
        await press_told(callback, texts.NOT_FETCHED)
        return
    found = await desk.act(partial(actions.take, desk=desk, definition=definition, mark=mark))
    if isinstance(found, Preview):
        await state.update_data({KEY: [file_id, found.mark]})
    else:
        await state.update_data({TAKEN: mark})
    words = texts.TAKEN if isinstance(found, Taken) else texts.CHANGED_SINCE
    await press_answered(callback, screen(found), words)


async def _definition(desk: Desk, bot: Bot, file_id: str) -> Definition | None:
    """Return the rules that were shown; None when the file cannot be had, or no longer fits the counties."""
    known = await desk.look(actions.known)
    content = await fetched(bot, file_id)
    if known is None or content is None:
        return None
    return (await desk.rules("", content, known)).definition


def files() -> Router:
    """Return the router of rules that are sent."""
    routes = Router(name="rules")
    routes.message.register(sent, FileToTake(texts.SUFFIXES, texts.ABOUT_RULES))
    return routes


def buttons() -> Router:
    """Return the router of the button that takes rules."""
    routes = Router(name="rules-buttons")
    routes.callback_query.register(take, TakeRules.filter())
    return routes
