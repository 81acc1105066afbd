"""The buttons below a digest in a group: the list behind a figure goes to who pressed, in private."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery

from campaign.people import Actor
from campaign.ports import Store
from handlers.desk import Desk, Stranger
from handlers.digest_callbacks import DigestIssues, DigestUncovered
from handlers.filters import Heard
from handlers.issues.screens import list_screen
from handlers.live import actions, texts
from handlers.screen import PLAIN, Screen, press_told

T = TypeVar("T")


async def uncovered(callback: CallbackQuery, callback_data: DigestUncovered, desk: Desk, bot: Bot) -> None:
    """List the counties with nothing logged, as the digest counted them."""
    question = partial(actions.uncovered_behind, digest_id=callback_data.digest)
    found = await _asked(callback, desk, question)
    if found is not None:
        await _send(callback, desk, bot, [Screen(text) for text in found])


async def issues(callback: CallbackQuery, callback_data: DigestIssues, desk: Desk, bot: Bot) -> None:
    """List the issues that are open now."""
    question = partial(actions.issues_behind, digest_id=callback_data.digest)
    found = await _asked(callback, desk, question)
    if found is not None:
        await _send(callback, desk, bot, [list_screen(found)])


async def _asked(callback: CallbackQuery, desk: Desk, question: Callable[[Store, Actor], T]) -> T | None:
    try:
        return await desk.look(question)
    except Stranger:
        await press_told(callback, texts.NOT_BOUND)
        return None


async def _send(callback: CallbackQuery, desk: Desk, bot: Bot, screens: Sequence[Screen]) -> None:
    try:
        for screen in screens:
            await bot.send_message(
                desk.telegram_id,
                screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.keyboard,
                link_preview_options=PLAIN,
            )
    except (TelegramForbiddenError, TelegramBadRequest):
        await press_told(callback, texts.NOT_REACHED)
        return
    await press_told(callback, texts.SENT_IN_PRIVATE)


def router() -> Router:
    """Return the router of the buttons."""
    routes = Router(name="live-buttons")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(uncovered, DigestUncovered.filter())
    routes.callback_query.register(issues, DigestIssues.filter())
    return routes
