"""A screen that is asked for in a group goes to who asked, in private: one message, however often he asks."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.desk import Desk
from handlers.figures import texts
from handlers.screen import Screen, press_told, send

DESTINY = "digest_lists"
"""What was sent last to each who asks in a group is kept beside aiogram's own state."""
AGAIN = timedelta(minutes=1)
"""Whoever asks for the same again so soon has it before his eyes, or is about to."""
START = "digest-"
"""What /start says when it comes from a button: this and the digest's id."""


async def send_in_private(
    callback: CallbackQuery, desk: Desk, state: FSMContext, screen: Screen, digest: int
) -> None:
    """Send a screen to who pressed in a group, in the place of what he got there before; answer the press."""
    bot, key = callback.bot, replace(state.key, destiny=DESTINY)
    if bot is None:
        return
    last = await state.storage.get_data(key)
    if last.get("data") == callback.data and desk.now - datetime.fromisoformat(last["at"]) < AGAIN:
        await callback.answer(texts.ALREADY_SENT)
        return
    try:
        sent = await send(bot, desk.telegram_id, screen)
    except TelegramRetryAfter:
        await press_told(callback, texts.TOO_MANY)
    except (TelegramForbiddenError, TelegramBadRequest):
        await _show_the_way(callback, bot, digest)
    else:
        await _forget(bot, desk.telegram_id, last)
        kept = {"message": sent, "data": callback.data, "at": desk.now.isoformat()}
        await state.storage.set_data(key, kept)
        await _tell(callback)


async def _forget(bot: Bot, chat_id: int, last: dict[str, Any]) -> None:
    """Delete what was sent before; what is older than two days stays, as Telegram has it."""
    if message := last.get("message"):
        with suppress(TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter):
            await bot.delete_message(chat_id, message)


async def _show_the_way(callback: CallbackQuery, bot: Bot, digest: int) -> None:
    """Open the private chat: its start button unblocks the bot, and brings what was asked for."""
    name = (await bot.me()).username
    try:
        await callback.answer(url=f"https://t.me/{name}?start={START}{digest}")
    except TelegramBadRequest:
        await press_told(callback, texts.NOT_REACHED)


async def _tell(callback: CallbackQuery) -> None:
    """Say where to look, in a passing line: the message itself announces itself."""
    with suppress(TelegramBadRequest):
        await callback.answer(texts.SENT_IN_PRIVATE)
