"""Which files are tables of pairings, and how they are fetched."""

from io import BytesIO

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.types import Message
from aiohttp import ClientError

from handlers.roster import texts

MOST_BYTES = 2_000_000
LONGEST_CAPTION = 20
"""What is longer says more than that a file is a table of pairings: it is a report with a file."""


class IsTable(Filter):
    """Lets tables through that are sent in private, by themselves or with a word that says what they are.

    A file in reply to something, or in an album, belongs to a record.
    """

    async def __call__(self, message: Message) -> bool:
        """Tell whether the file may be a table of pairings."""
        document = message.document
        if document is None or message.chat.type != ChatType.PRIVATE:
            return False
        if message.reply_to_message or message.media_group_id:
            return False
        return (document.file_name or "").lower().endswith(texts.SUFFIXES) and _names_it(
            message.caption or ""
        )


def _names_it(caption: str) -> bool:
    words = caption.strip()
    return not words or (len(words) <= LONGEST_CAPTION and any(word in words for word in texts.ABOUT_ROSTER))


async def fetched(bot: Bot, file_id: str) -> bytes | None:
    """Return a file's bytes; None when it cannot be had, now or any more."""
    target = BytesIO()
    try:
        await bot.download(file_id, target)
    except (TelegramBadRequest, ClientError, TimeoutError):
        return None
    return target.getvalue()
