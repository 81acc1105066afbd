"""What a person sees: HTML and buttons, and how it gets there."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import unescape

from aiogram import Bot
from aiogram.enums import ChatType, ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters

from digests.chat_text import clip, units

LIMIT = 4096
LONGEST_ALERT = 200
TAG = re.compile(r"<[^>]*>")
PLAIN = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML of at most 4096 characters, and buttons if there are any."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


def fit(head: str, items: Sequence[str], foot: str, more: Callable[[int], str], limit: int = LIMIT) -> str:
    """Join a text, cut between its items so that it fits; `more` words how many were left out.

    Lengths are those of the HTML, which is never shorter than the text after parsing.
    """
    rest = units(more(len(items))) + units(head) + units(foot) + 3
    shown = 0
    for item in items:
        rest += units(item) + 1
        if rest > limit:
            break
        shown += 1
    left = [more(len(items) - shown)] if shown < len(items) else []
    return "\n".join(part for part in (head, *items[:shown], *left, foot) if part)


async def answer(message: Message, screen: Screen, *, quote: bool = False) -> Message:
    """Answer in the chat of a message, as a reply to it when `quote`."""
    reply = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    return await message.answer(
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=screen.keyboard,
        link_preview_options=PLAIN,
        reply_parameters=reply if quote else None,
    )


async def renew(bot: Bot, chat_id: int, message_id: int | None, screen: Screen) -> int | None:
    """Put a screen in the place of an earlier one, or below when that is gone; return the message's id."""
    if message_id is None:
        return await send(bot, chat_id, screen)
    try:
        await bot.edit_message_text(
            screen.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=screen.keyboard,
            link_preview_options=PLAIN,
        )
    except TelegramBadRequest as refusal:
        if not unchanged(refusal):
            return await send(bot, chat_id, screen)
    return message_id


async def renew_quietly(bot: Bot, chat_id: int, message_id: int | None, screen: Screen) -> None:
    """Put a screen in the place of an earlier one; let it be when that is gone."""
    with suppress(TelegramBadRequest, TelegramForbiddenError):
        await bot.edit_message_text(
            screen.text,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=screen.keyboard,
            link_preview_options=PLAIN,
        )


async def press_answered(callback: CallbackQuery, screen: Screen, words: str = "") -> None:
    """Put a screen in the place of the pressed one, and answer the press."""
    if callback.message and callback.bot:
        await renew(callback.bot, callback.message.chat.id, callback.message.message_id, screen)
    with suppress(TelegramBadRequest):
        await callback.answer(words or None)


async def press_closed(callback: CallbackQuery, words: str) -> None:
    """Answer a press and take the buttons away: the question below which they stood is settled."""
    if isinstance(callback.message, Message):
        with suppress(TelegramBadRequest):
            await callback.message.edit_reply_markup()
    await press_told(callback, words)


async def press_answered_below(callback: CallbackQuery, screen: Screen) -> None:
    """Put a screen below the pressed one, which stays, and answer the press."""
    if isinstance(callback.message, Message):
        await answer(callback.message, screen)
    await press_told(callback, "")


async def press_told(callback: CallbackQuery, words: str) -> None:
    """Answer a press with a sentence that must be read, or with nothing; HTML becomes plain text.

    When the press is too old to be answered, the sentence is written below, in private chats.
    """
    plain = clip(unescape(TAG.sub("", words)), LONGEST_ALERT)
    try:
        await callback.answer(plain or None, show_alert=bool(plain))
    except TelegramBadRequest:
        message = callback.message
        if plain and callback.bot and message and message.chat.type == ChatType.PRIVATE:
            await send(callback.bot, message.chat.id, Screen(words))


def unchanged(refusal: TelegramBadRequest) -> bool:
    """Tell whether Telegram refused an edit because it changes nothing."""
    return "message is not modified" in refusal.message


async def send(bot: Bot, chat_id: int, screen: Screen) -> int:
    """Send a screen to a chat; return the message's id."""
    sent = await bot.send_message(
        chat_id,
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=screen.keyboard,
        link_preview_options=PLAIN,
    )
    return sent.message_id
