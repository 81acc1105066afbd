"""What a handler raised, answered by type; anything else goes on to whoever runs the bot."""

import logging
from functools import partial

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ErrorEvent, Message
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from campaign.errors import Ignored, NotAllowed, Refusal
from handlers.commands import SLASHES
from handlers.desk import Desk, Stranger
from handlers.fallback import texts
from handlers.own_county.actions import home_if_county
from handlers.own_county.screens import home_screen
from handlers.screen import Screen, answer, press_told
from handlers.start.actions import answer_stranger
from handlers.start.texts import STRANGERS

logger = logging.getLogger(__name__)


async def refused(event: ErrorEvent, desk: Desk, bot: Bot, state: FSMContext | None = None) -> None:
    """Say in a sentence why something cannot be done; to its author alone.

    What somebody may not answer any more is no longer asked. What people say to each other in a group is
    theirs.
    """
    if isinstance(event.exception, NotAllowed) and state:
        await state.set_state(None)
    if isinstance(event.exception, Ignored) or _is_talk(event):
        await _silence(event)
    elif isinstance(event.exception, NotAllowed) and await _shown_home(event, desk):
        return
    elif isinstance(event.exception, Refusal):
        await _tell(event, desk, bot, texts.sentence(event.exception))


async def stranger(event: ErrorEvent, desk: Desk) -> None:
    """Answer a stranger politely, once a day, and in private only."""
    message = event.update.message
    if message and message.chat.type == ChatType.PRIVATE:
        if kind := await desk.act_unbound(partial(answer_stranger, desk=desk)):
            await answer(message, Screen(STRANGERS[kind]))
    else:
        await _silence(event)


async def form_over(event: ErrorEvent, desk: Desk, bot: Bot) -> None:
    """Answer a button of a form that is closed, or of a version of it that is gone."""
    await _tell(event, desk, bot, texts.FORM_OVER)


async def not_sent(event: ErrorEvent) -> None:
    """Let an answer go that Telegram will never take; what was committed stays."""
    logger.warning("an answer was refused for good: %s", type(event.exception).__name__)
    await _silence(event)


async def _shown_home(event: ErrorEvent, desk: Desk) -> bool:
    """Show a county what it can do, whatever it wrote; tell whether it is one."""
    message = event.update.message
    home = await desk.look_unbound(partial(home_if_county, desk=desk)) if message else None
    if message is None or home is None:
        return False
    await answer(message, home_screen(home))
    return True


def _is_talk(event: ErrorEvent) -> bool:
    message = event.update.message or event.update.edited_message
    if message is None or not isinstance(event.exception, NotAllowed):
        return False
    return message.chat.type != ChatType.PRIVATE and not (message.text or "").startswith(tuple(SLASHES))


async def _tell(event: ErrorEvent, desk: Desk, bot: Bot, words: str) -> None:
    if callback := event.update.callback_query:
        await press_told(callback, words)
        return
    message = event.update.message or event.update.edited_message
    if isinstance(message, Message) and message.chat.type == ChatType.PRIVATE:
        await answer(message, Screen(words))
    elif message:
        await bot.send_message(desk.telegram_id, words, parse_mode="HTML")


async def _silence(event: ErrorEvent) -> None:
    callback = event.update.callback_query
    if isinstance(callback, CallbackQuery):
        await press_told(callback, "")


def register(router: Router) -> None:
    """Register every answer to an error."""
    router.errors.register(stranger, ExceptionTypeFilter(Stranger))
    router.errors.register(refused, ExceptionTypeFilter(Refusal))
    router.errors.register(form_over, ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState))
    router.errors.register(not_sent, ExceptionTypeFilter(TelegramBadRequest, TelegramForbiddenError))
