"""Files that an admin sends to be taken: which they are, and how they are fetched."""

from dataclasses import dataclass
from io import BytesIO

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.types import Message
from aiohttp import ClientError

LONGEST_CAPTION = 20
"""What is longer says more than what a file is: it is a report with a file."""


@dataclass(frozen=True, slots=True)
class FileToTake(Filter):
    """Lets files through that are sent in private, by themselves or with one of the words that name them.

    A file in reply to something, or in an album, belongs to a record.
    """

    suffixes: tuple[str, ...]
    words: tuple[str, ...]

    async def __call__(self, message: Message) -> bool:
        """Tell whether the file may be one to take."""
        document, caption = message.document, (message.caption or "").strip()
        if document is None or message.chat.type != ChatType.PRIVATE:
            return False
        if message.reply_to_message or message.media_group_id or len(caption) > LONGEST_CAPTION:
            return False
        named = not caption or any(word in caption for word in self.words)
        return named and (document.file_name or "").lower().endswith(self.suffixes)


async def fetched(bot: Bot, file_id: str) -> bytes | None:
    """Return a file's bytes; None when it cannot be had, now or any more."""
    target = BytesIO()
    try:
        await bot.download(file_id, target)
    except (TelegramBadRequest, ClientError, TimeoutError):
        return None
    return target.getvalue()
