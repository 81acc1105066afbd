"""What is typed about roles, after it was asked for."""

import asyncio
import logging
from functools import partial
from typing import Any

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from campaign.vocabulary import Role
from handlers.desk import Desk
from handlers.filters import HasWords, InPrivate, IsCommand
from handlers.menu import set_commands_of
from handlers.records.correcting import is_answer
from handlers.roles import actions, texts
from handlers.roles.actions import RolesShown
from handlers.roles.reading import Newcomer
from handlers.roles.screens import newcomer_screen, roles_screen
from handlers.screen import Screen, answer
from handlers.states import RoleTalk

KEY = "role"
MENU_SECONDS = 5.0
logger = logging.getLogger(__name__)


async def days(message: Message, desk: Desk, state: FSMContext, bot: Bot) -> None:
    """Give a role the days that were typed."""
    kept = await _asked(message, desk, state)
    person, role = int(kept["person"]), Role(kept["role"])
    shown = await desk.act(partial(actions.set_days, person_id=person, role=role, words=message.text or ""))
    if shown is None:
        await answer(message, Screen(texts.NO_DAYS))
        return
    await state.set_state(None)
    await answer(message, roles_screen(shown))
    await offer_menus(bot, shown)


async def county(message: Message, desk: Desk, state: FSMContext, bot: Bot) -> None:
    """Let somebody speak for the county that was typed."""
    kept = await _asked(message, desk, state)
    word = "".join((message.text or "").split())
    shown = await desk.act(partial(actions.set_county, person_id=int(kept["person"]), word=word))
    if not isinstance(shown, RolesShown):
        await answer(message, Screen(texts.no_county(word, shown)))
        return
    await state.set_state(None)
    await answer(message, roles_screen(shown))
    await offer_menus(bot, shown)


async def newcomer(message: Message, desk: Desk, state: FSMContext) -> None:
    """Show who would be taken up, to be confirmed."""
    kept = await _asked(message, desk, state)
    words = message.text or ""
    found, today = await desk.look(partial(actions.newcomer, words=words))
    if isinstance(found, Newcomer):
        await state.set_state(None)
        await state.update_data({KEY: {**kept, "words": words}})
    await answer(message, newcomer_screen(found, today))


async def offer_menus(bot: Bot, shown: RolesShown) -> None:
    """Show somebody the commands of his roles; without the menu they work all the same."""
    for account in shown.accounts:
        try:
            async with asyncio.timeout(MENU_SECONDS):
                await set_commands_of(bot, account, shown.roles)
        except (TelegramAPIError, ClientDecodeError, TimeoutError) as error:
            logger.warning("a menu was not set: %s", type(error).__name__)


async def _asked(message: Message, desk: Desk, state: FSMContext) -> dict[str, Any]:
    """Return what was asked; let words go on to others that answer nothing."""
    kept: dict[str, Any] = (await state.get_data()).get(KEY) or {}
    if not await is_answer(desk, message, kept.get("at")):
        await state.set_state(None)
        raise SkipHandler
    return kept


def router() -> Router:
    """Return the router of the words."""
    routes = Router(name="role-words")
    routes.message.filter(InPrivate(), HasWords(), ~IsCommand())
    routes.message.register(days, StateFilter(RoleTalk.days))
    routes.message.register(county, StateFilter(RoleTalk.county))
    routes.message.register(newcomer, StateFilter(RoleTalk.newcomer))
    return routes
