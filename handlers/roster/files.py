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


class IsTable(Filter):
    """Lets tables through that are sent in private, by themselves or with a word that says what they are."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether the file may be a table of pairings."""
        document, caption = message.document, message.caption or ""
        if document is None or message.chat.type != ChatType.PRIVATE:
            return False
        named = (document.file_name or "").lower().endswith(texts.SUFFIXES)
        return named and (not caption.strip() or any(word in caption for word in texts.ABOUT_ROSTER))


async def fetched(bot: Bot, file_id: str) -> bytes | None:
    """Return a file's bytes; None when it cannot be had, now or any more."""
    target = BytesIO()
    try:
        await bot.download(file_id, target)
    except (TelegramBadRequest, ClientError, TimeoutError):
        return None
    return target.getvalue()
