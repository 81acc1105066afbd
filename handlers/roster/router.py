"""A table of pairings is sent, looked at, and taken with one tap."""

from functools import partial

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.admin_callbacks import TakeRoster
from handlers.desk import Desk
from handlers.files import FileToTake, fetched
from handlers.report.reading import Said
from handlers.roster import actions, texts
from handlers.roster.actions import Preview, Taken
from handlers.roster.screens import screen
from handlers.screen import Screen, answer, press_answered, press_told

KEY = "roster"
MOST_BYTES = 2_000_000
TAKEN = "roster_taken"


async def sent(message: Message, desk: Desk, bot: Bot, state: FSMContext) -> None:
    """Show what a table would change, or what is wrong with it, row by row."""
    document = message.document
    if document is None or not await _for_the_roster(message, desk):
        raise SkipHandler
    if (document.file_size or 0) > MOST_BYTES:
        await answer(message, Screen(texts.TOO_BIG))
        return
    data = await fetched(bot, document.file_id)
    if data is None:
        await answer(message, Screen(texts.NOT_FETCHED))
        return
    name, sha = document.file_name or "", actions.digest_of(data)
    table = await desk.table(name, data)
    found = await desk.look(partial(actions.preview, table=table, sha=sha))
    if isinstance(found, Preview):
        await state.update_data({KEY: [document.file_id, name, sha, found.mark], TAKEN: None})
    await answer(message, screen(found))


async def take(
    callback: CallbackQuery, callback_data: TakeRoster, desk: Desk, bot: Bot, state: FSMContext
) -> None:
    """Take the table that was shown, if nothing has changed since; otherwise show it anew."""
    kept = await state.get_data()
    if kept.get(TAKEN) == callback_data.mark and not desk.repeated:
        await press_told(callback, texts.TAKEN_BEFORE)
        return
    file_id, name, sha, mark = kept.get(KEY) or ("", "", "", "")
    data = await fetched(bot, file_id) if mark == callback_data.mark else None
    if data is None or actions.digest_of(data) != sha:
        await press_told(callback, texts.STALE if mark != callback_data.mark else texts.NOT_FETCHED)
        return
    table = await desk.table(name, data)
    found = await desk.act(partial(actions.take, desk=desk, table=table, shown=(sha, mark)))
    if isinstance(found, Preview):
        await state.update_data({KEY: [file_id, name, sha, found.mark]})
    elif isinstance(found, Taken):
        await state.update_data({TAKEN: mark})
    words = texts.TAKEN if isinstance(found, Taken) else texts.CHANGED_SINCE
    await press_answered(callback, screen(found), words)


async def _for_the_roster(message: Message, desk: Desk) -> bool:
    said = Said(message.chat.id, message.message_id, message.caption or "")
    return await desk.look(partial(actions.for_the_roster, desk=desk, said=said))


def files() -> Router:
    """Return the router of tables that are sent."""
    routes = Router(name="roster")
    routes.message.register(sent, FileToTake(texts.SUFFIXES, texts.ABOUT_ROSTER))
    return routes


def buttons() -> Router:
    """Return the router of the button that takes a table."""
    routes = Router(name="roster-buttons")
    routes.callback_query.register(take, TakeRoster.filter())
    return routes
