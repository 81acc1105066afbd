"""The buttons below a digest in a group, and those of the message that they send."""

import re
from collections.abc import Callable
from functools import partial

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from campaign.people import Actor
from campaign.ports import Store
from digests.opened.figures import Figure, Opened
from handlers import commands
from handlers.desk import Desk, Stranger
from handlers.digest_callbacks import DigestFigures, DigestIssues, DigestList, DigestUncovered
from handlers.figures import actions, texts
from handlers.figures.screens import list_screen, menu_screen
from handlers.figures.sending import START, send_in_private
from handlers.filters import Heard, InPrivate
from handlers.screen import Screen, answer, press_answered, press_told

ASKED = re.compile(START + r"(\d{1,18})")


async def show_figures(
    callback: CallbackQuery, callback_data: DigestFigures, desk: Desk, state: FSMContext
) -> None:
    """Show every figure."""
    digest = callback_data.digest
    await _show(callback, desk, state, digest, partial(_menu, digest=digest))


async def uncovered(
    callback: CallbackQuery, callback_data: DigestUncovered, desk: Desk, state: FSMContext
) -> None:
    """List the counties with nothing logged."""
    asked = DigestList(digest=callback_data.digest, figure=Opened(Figure.UNCOVERED).written)
    await show_list(callback, asked, desk, state)


async def issues(callback: CallbackQuery, callback_data: DigestIssues, desk: Desk, state: FSMContext) -> None:
    """List the issues that were open."""
    asked = DigestList(digest=callback_data.digest, figure=Opened(Figure.OPEN).written)
    await show_list(callback, asked, desk, state)


async def show_list(
    callback: CallbackQuery, callback_data: DigestList, desk: Desk, state: FSMContext
) -> None:
    """Show the list behind a figure, in the place of what was pressed."""
    digest, figure, page = callback_data.digest, callback_data.figure, callback_data.page
    question = partial(_list, digest=digest, figure=figure, page=page)
    await _show(callback, desk, state, digest, question)


async def started(message: Message, command: CommandObject, desk: Desk) -> None:
    """Show the figures of the digest whose button brought somebody here."""
    found = ASKED.fullmatch(command.args or "")
    digest = int(found[1]) if found else 0
    if campaign_id := await desk.look_unbound(partial(actions.campaign_of, digest_id=digest)):
        desk.mean(campaign_id)
    await answer(message, await desk.look(partial(_menu, digest=digest)))


def _list(store: Store, actor: Actor, digest: int, figure: str, page: int) -> Screen:
    return list_screen(actions.one_list(store, actor, digest, figure, page))


def _menu(store: Store, actor: Actor, digest: int) -> Screen:
    return menu_screen(actions.figures(store, actor, digest))


async def _show(
    callback: CallbackQuery,
    desk: Desk,
    state: FSMContext,
    digest: int,
    question: Callable[[Store, Actor], Screen],
) -> None:
    """Answer in the place of what was pressed, or from a group in private."""
    try:
        screen = await desk.look(question)
    except Stranger:
        await press_told(callback, texts.NOT_BOUND)
        return
    if callback.message and callback.message.chat.type == ChatType.PRIVATE:
        await press_answered(callback, screen)
    else:
        await send_in_private(callback, desk, state, screen, digest)


def router() -> Router:
    """Return the router of what brings somebody here from a group."""
    routes = Router(name="figures")
    asks = commands.START.filter
    routes.message.register(started, InPrivate(), asks, _asks_for_figures)
    return routes


async def _asks_for_figures(_message: Message, command: CommandObject) -> bool:
    return ASKED.fullmatch(command.args or "") is not None


def buttons() -> Router:
    """Return the router of the buttons."""
    routes = Router(name="figures-buttons")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(uncovered, DigestUncovered.filter())
    routes.callback_query.register(show_figures, DigestFigures.filter())
    routes.callback_query.register(issues, DigestIssues.filter())
    routes.callback_query.register(show_list, DigestList.filter())
    return routes
