"""/export."""

from functools import partial

from aiogram import Router
from aiogram.enums import ParseMode
from aiogram.types import BufferedInputFile, Message

from handlers import commands
from handlers.desk import Desk
from handlers.export import actions, texts
from handlers.filters import InPrivate


async def export(message: Message, desk: Desk) -> None:
    """Send all that was logged, or what was logged of a person's own counties, as a workbook."""
    wanted = await desk.act(partial(actions.begin, desk=desk))
    file = await desk.draw_from(partial(actions.made, export=wanted))
    words = texts.caption(own=wanted.person_id is not None)
    await message.answer_document(
        BufferedInputFile(file, wanted.file_name), caption=words, parse_mode=ParseMode.HTML
    )


def router() -> Router:
    """Return the router of this conversation's command."""
    routes = Router(name="export")
    routes.message.register(export, InPrivate(), commands.EXPORT.filter)
    return routes
