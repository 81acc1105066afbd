"""/start, with or without an invite's code."""

import asyncio
import logging
from functools import partial

from aiogram import Bot, Router
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.filters import CommandObject
from aiogram.types import Message

from campaign.errors import AlreadyBound, CodeWrong
from campaign.roles import BY_ROSTER
from campaign.vocabulary import Role
from handlers import commands
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.menu import set_commands_of
from handlers.own_county.actions import home_if_county
from handlers.own_county.screens import home_screen
from handlers.screen import Screen, answer
from handlers.start import actions, texts

MENU_SECONDS = 5.0
"""So long a menu may hold up what is typed next."""
logger = logging.getLogger(__name__)


async def start(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Bind the account by the code that came along, or greet."""
    code = (command.args or "").strip()
    if not code and (home := await desk.look_unbound(partial(home_if_county, desk=desk))):
        await answer(message, home_screen(home))
        return
    if not code:
        await answer(message, Screen(texts.greeting(await desk.look(actions.welcome))))
        return
    outcome = await desk.act_unbound(partial(actions.bind, desk=desk, code=code))
    if isinstance(outcome, AlreadyBound):
        raise outcome
    if isinstance(outcome, CodeWrong):
        await answer(message, Screen(texts.wrong_code(outcome)))
        return
    home = await desk.look_unbound(partial(home_if_county, desk=desk))
    await answer(message, home_screen(home) if home else Screen(texts.greeting(outcome)))
    if not outcome.roles <= BY_ROSTER:
        await _offer_menu(bot, message.chat.id, outcome.roles)


async def _offer_menu(bot: Bot, chat_id: int, roles: frozenset[Role]) -> None:
    """Show somebody his commands at once; without the menu they work all the same, and a start sets it."""
    try:
        async with asyncio.timeout(MENU_SECONDS):
            await set_commands_of(bot, chat_id, roles)
    except (TelegramAPIError, ClientDecodeError, TimeoutError) as error:
        logger.warning("a menu was not set: %s", type(error).__name__)


def router() -> Router:
    """Return the router of this conversation."""
    routes = Router(name="start")
    routes.message.register(start, InPrivate(), commands.START.filter)
    return routes
