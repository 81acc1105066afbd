"""Files without words, and places: they join a card or record, wait for words, or are asked about."""

from functools import partial
from typing import Any

from aiogram import Bot, Router
from aiogram.enums import ContentType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Location, Message

from campaign.attachments import FileKind, SentFile
from handlers.callbacks import KeepPlace
from handlers.desk import Desk
from handlers.filters import UNREADABLE, Heard, InPrivate, OfKind, Place
from handlers.media import actions, texts
from handlers.media.actions import Joined
from handlers.media.keyboards import place_keyboard
from handlers.report.actions import Kept, Shown, id_of
from handlers.report.reading import said_in
from handlers.report.screens import screen
from handlers.screen import Screen, answer, press_answered, press_closed, renew_quietly

FILES = frozenset(
    {
        ContentType.PHOTO,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.ANIMATION,
        ContentType.DOCUMENT,
        ContentType.VOICE,
    }
)


async def file_alone(message: Message, desk: Desk, place: Place, state: FSMContext, bot: Bot) -> None:
    """Let a file join what it belongs to, or wait for words; in groups it belongs to its album or nothing."""
    said, private = said_in(message), place.group is None
    joined = await desk.act(partial(actions.join, said=said, private=private))
    if joined:
        await tell_joined(message, joined, state, bot)
    elif private:
        await put_by(message, said.files, desk, state)


async def tell_joined(message: Message, joined: Joined, state: FSMContext, bot: Bot) -> None:
    """Renew the card or record that a file joined; say so when the file did not come along with it."""
    if joined.added:
        await renew_quietly(bot, joined.chat_id, joined.message_id, screen(joined.shown))
    draft_id = id_of(joined.shown)
    if joined.over and (await state.get_data()).get("full") != draft_id:
        await state.update_data(full=draft_id)
        await answer(message, Screen(texts.too_many()))
    elif joined.added and (not joined.quiet or joined.kind is FileKind.VOICE):
        await answer(message, Screen(texts.joined(joined.kind, _where(joined.shown))))


async def put_by(message: Message, files: tuple[SentFile, ...], desk: Desk, state: FSMContext) -> None:
    """Let files wait for words; say so once."""
    known = actions.waiting(await state.get_data(), desk.now)
    some = tuple(dict.fromkeys((*known, *files)))
    await state.update_data(actions.put_by(some, desk.now))
    if not known or desk.repeated:
        await answer(message, Screen(texts.alone(files[0].kind)))


async def place_sent(message: Message, desk: Desk) -> None:
    """Ask whether a place is to be kept; nothing of it is stored before."""
    shown = await desk.look(partial(actions.place_for, said=said_in(message)))
    if shown is None:
        await answer(message, Screen(texts.PLACE_ALONE))
        return
    asked = Screen(texts.ask_place(_where(shown)), place_keyboard(id_of(shown)))
    await answer(message, asked, quote=True)


async def keep_place(callback: CallbackQuery, callback_data: KeepPlace, desk: Desk, bot: Bot) -> None:
    """Keep the place to which the question replies, or leave it."""
    if not callback_data.keep:
        await press_answered(callback, Screen(texts.PLACE_LEFT))
        return
    found = _location(callback.message)
    if found is None:
        await press_closed(callback, texts.PLACE_GONE)
        return
    where = f"{found.latitude:.5f},{found.longitude:.5f}"
    file = SentFile(FileKind.PLACE, where, where)
    done = await desk.act(partial(actions.keep_place, draft_id=callback_data.draft, place=file))
    await press_answered(callback, Screen(texts.too_many() if done.over else texts.PLACE_KEPT))
    await renew_quietly(bot, done.chat_id, done.message_id, screen(done.shown))


async def unreadable(message: Message, desk: Desk) -> None:
    """Say what is wanted when something came that cannot be read."""
    await desk.look(lambda _store, _actor: None)
    await answer(message, Screen(texts.UNREADABLE))


def _where(shown: Shown) -> str:
    if isinstance(shown, Kept):
        contacts = shown.record.contacts
        return texts.on_record(contacts[0].number if contacts else None)
    return texts.on_card()


def _location(message: Any) -> Location | None:
    asked = message.reply_to_message if isinstance(message, Message) else None
    return asked.location if asked else None


def router() -> Router:
    """Return the router of what comes without words."""
    routes = Router(name="media")
    routes.message.register(file_alone, OfKind(FILES), Heard())
    routes.message.register(place_sent, InPrivate(), OfKind({ContentType.LOCATION, ContentType.VENUE}))
    routes.message.register(unreadable, InPrivate(), OfKind(UNREADABLE))
    return routes


def buttons() -> Router:
    """Return the router of the question about a place."""
    routes = Router(name="media-buttons")
    routes.callback_query.register(keep_place, KeepPlace.filter(), Heard())
    return routes
