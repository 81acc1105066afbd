"""/invites: everybody who is not bound, as a list to hand on and a sheet to print."""

from functools import partial
from importlib import import_module

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers import commands
from handlers.admin.actions import new_code
from handlers.admin_callbacks import InviteAll
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.invites import actions, keyboards, texts
from handlers.invites.actions import InviteList, Waiting
from handlers.screen import Screen, answer, press_closed


async def invites(message: Message, desk: Desk, bot: Bot) -> None:
    """Invite all who are not bound; ask first when that ends codes that were handed out."""
    found = await desk.look(actions.waiting)
    if found.invited:
        await _ask(message, found)
        return
    made = await desk.act(partial(actions.invite_new, code=new_code))
    if made is None:
        await answer(message, Screen(texts.ALL_BOUND))
    else:
        await _hand_over(message, desk, bot, made)


async def invite_all(callback: CallbackQuery, callback_data: InviteAll, desk: Desk, bot: Bot) -> None:
    """Invite those whom the button says; handled again, ask anew: what was made may have been shown."""
    if desk.repeated:
        await press_closed(callback, "")
        if isinstance(callback.message, Message):
            await _ask(callback.message, await desk.look(actions.waiting))
        return
    again = partial(actions.invite_again, code=new_code, mark=callback_data.mark)
    made = await desk.act(again if callback_data.again else partial(actions.invite_new, code=new_code))
    await press_closed(callback, "" if made else texts.ALL_INVITED)
    if made and isinstance(callback.message, Message):
        await _hand_over(callback.message, desk, bot, made)


async def _ask(message: Message, found: Waiting) -> None:
    await answer(message, Screen(texts.ask_again(found), keyboards.again_keyboard(found)))


async def _hand_over(message: Message, desk: Desk, bot: Bot, made: InviteList) -> None:
    username = (await bot.me()).username or ""
    for text in texts.invitations(made, username):
        await answer(message, Screen(text))
    sheet = await desk.draw(lambda: _sheet(made, username))
    file = BufferedInputFile(sheet, texts.SHEET_NAME)
    await message.answer_document(file, caption=texts.sheet_caption(made))


def _sheet(made: InviteList, username: str) -> bytes:
    # What draws codes and pages is paid for by those alone who ask for a sheet.
    drawn: bytes = import_module("handlers.invites.sheet").invite_sheet(made, username)
    return drawn


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="invites")
    routes.message.register(invites, InPrivate(), commands.INVITES.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="invites-buttons")
    routes.callback_query.register(invite_all, InviteAll.filter())
    return routes
