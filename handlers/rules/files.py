"""Which files are rules."""

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.rules import texts

MOST_BYTES = 200_000
LONGEST_CAPTION = 20


class IsRules(Filter):
    """Lets YAML files through that are sent in private, by themselves or with a word that says what they are.

    A file in reply to something, or in an album, belongs to a record.
    """

    async def __call__(self, message: Message) -> bool:
        """Tell whether the file may hold rules."""
        document, words = message.document, (message.caption or "").strip()
        if document is None or message.chat.type != ChatType.PRIVATE:
            return False
        if message.reply_to_message or message.media_group_id or len(words) > LONGEST_CAPTION:
            return False
        named = not words or any(word in words for word in texts.ABOUT_RULES)
        return named and (document.file_name or "").lower().endswith(texts.SUFFIXES)
