"""/digest: what the digest would say now."""

from functools import partial

from aiogram import Router
from aiogram.enums import ParseMode
from aiogram.filters import CommandObject
from aiogram.types import BufferedInputFile, Message

from digests.messages import OutMessage
from handlers import commands
from handlers.desk import Desk
from handlers.filters import Heard, Place
from handlers.live import actions, texts
from handlers.reminders.keyboards import markup
from handlers.review.actions import latest
from handlers.review.screens import card_screen
from handlers.review.texts import DRAFT, ONLY_PRIVATE
from handlers.screen import Screen, answer


async def digest(message: Message, command: CommandObject, desk: Desk, place: Place) -> None:
    """Send a digest's texts and its picture with the figures of this moment; or the draft."""
    word = "".join((command.args or "").split())
    if word == DRAFT:
        shown = await desk.look(latest)
        await answer(message, Screen(ONLY_PRIVATE) if place.group else card_screen(shown))
        return
    kinds = await desk.look(partial(actions.live_kinds, place=place))
    kind = texts.kind_named(word, kinds)
    if kind is None:
        await answer(message, Screen(texts.usage(kinds)))
        return
    facts = await desk.look(partial(actions.live_facts, place=place, kind=kind))
    for part in await desk.draw(partial(actions.live_messages, facts, kind, desk.charts)):
        await _send(message, part)


async def _send(message: Message, part: OutMessage) -> None:
    if part.photo is None:
        await answer(message, Screen(part.text))
    else:
        picture, rows = BufferedInputFile(part.photo, part.photo_name), markup(part.buttons)
        await message.answer_photo(picture, caption=part.text, parse_mode=ParseMode.HTML, reply_markup=rows)


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="live")
    routes.message.register(digest, commands.DIGEST.filter, Heard())
    return routes
