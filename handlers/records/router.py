"""/records, /county and /practices, and the buttons that open and show again."""

from collections.abc import Sequence
from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from campaign.attachments import SentFile
from handlers import commands
from handlers.callbacks import CountyFiles, ListContacts, OpenCounty, OpenRecord, RecordFiles
from handlers.desk import Desk
from handlers.filters import Heard, InPrivate
from handlers.media.sending import send_files
from handlers.practice_callbacks import ChoosePractice, ListPractices
from handlers.records import actions, keyboards, texts
from handlers.records.screens import contacts_screen, county_screen, practices_screen, record_screen
from handlers.screen import Screen, answer, press_answered, press_answered_below, press_told


async def records(message: Message, desk: Desk) -> None:
    """List a person's latest records."""
    own = await desk.look(actions.own_records)
    await answer(message, Screen(texts.own_records(own), keyboards.own_keyboard(own)))


async def county(message: Message, command: CommandObject, desk: Desk) -> None:
    """Show what was logged of a county."""
    question = partial(actions.county_named, word=(command.args or "").strip())
    await answer(message, county_screen(await desk.look(question)))


async def practices(message: Message, command: CommandObject, desk: Desk) -> None:
    """List the latest practices, of a county if one is named."""
    found = await desk.look(partial(actions.practices, word=(command.args or "").strip()))
    await answer(message, practices_screen(found))


async def turn_practices(callback: CallbackQuery, callback_data: ListPractices, desk: Desk) -> None:
    """Show another page of the practices."""
    question = partial(actions.practice_page, page=callback_data.page, county_id=callback_data.county)
    await press_answered(callback, practices_screen(await desk.look(question)))


async def choose(callback: CallbackQuery, callback_data: ChoosePractice, desk: Desk) -> None:
    """Choose a practice for promotion or take that back, and show the page again."""
    found = await desk.act(partial(actions.choose, pressed=callback_data))
    await press_answered(callback, practices_screen(found))


async def turn_contacts(callback: CallbackQuery, callback_data: ListContacts, desk: Desk) -> None:
    """Show a page of a county's contacts."""
    question = partial(actions.contact_page, page=callback_data.page, county_id=callback_data.county)
    await press_answered(callback, contacts_screen(await desk.look(question)))


async def open_county(callback: CallbackQuery, callback_data: OpenCounty, desk: Desk) -> None:
    """Show what was logged of the county that was picked."""
    found = await desk.look(partial(actions.county_book, county_id=callback_data.county))
    await press_answered(callback, county_screen(found))


async def open_record(callback: CallbackQuery, callback_data: OpenRecord, desk: Desk) -> None:
    """Show a record below the list."""
    opened = await desk.look(partial(actions.opened, draft_id=callback_data.draft))
    await press_answered_below(callback, record_screen(opened))


async def record_files(callback: CallbackQuery, callback_data: RecordFiles, desk: Desk) -> None:
    """Send a record's files once more."""
    await _send(callback, await desk.look(partial(actions.files, draft_id=callback_data.draft)))


async def county_files(callback: CallbackQuery, callback_data: CountyFiles, desk: Desk) -> None:
    """Send a county's latest files once more."""
    await _send(callback, await desk.look(partial(actions.county_files, county_id=callback_data.county)))


async def _send(callback: CallbackQuery, files: Sequence[SentFile]) -> None:
    if isinstance(callback.message, Message):
        await send_files(callback.message, files)
    await press_told(callback, "" if files else texts.NO_FILES)


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="records")
    routes.message.register(records, InPrivate(), commands.RECORDS.filter)
    routes.message.register(county, InPrivate(), commands.COUNTY.filter)
    routes.message.register(practices, InPrivate(), commands.PRACTICES.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="records-buttons")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(open_record, OpenRecord.filter())
    routes.callback_query.register(open_county, OpenCounty.filter())
    routes.callback_query.register(turn_practices, ListPractices.filter())
    routes.callback_query.register(choose, ChoosePractice.filter())
    routes.callback_query.register(turn_contacts, ListContacts.filter())
    routes.callback_query.register(record_files, RecordFiles.filter())
    routes.callback_query.register(county_files, CountyFiles.filter())
    return routes
