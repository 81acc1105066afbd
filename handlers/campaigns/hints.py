"""What an update itself tells of the campaign that is meant."""

from dataclasses import dataclass

from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.commands import SLASHES, Typed


@dataclass(frozen=True, slots=True)
class Hint:
    """What was said or pressed, and where.

    group: the chat, if it is one. pressed: a button's data. shown: the message of the bot below which that
    stands, or that was replied to. words: a text, or what stands behind a command. begun: words were asked
    for.
    """

    group: int | None = None
    pressed: str = ""
    shown: int | None = None
    words: str = ""
    command: bool = False
    begun: bool = False
    message: int | None = None


NOTHING = Hint()


def hint_of(event: TelegramObject, *, begun: bool) -> Hint:
    """Return what a message or a press tells."""
    if isinstance(event, CallbackQuery):
        message = event.message
        chat = message.chat if message else None
        group = chat.id if chat and chat.type != ChatType.PRIVATE else None
        return Hint(group, event.data or "", message.message_id if message else None)
    if not isinstance(event, Message):
        return NOTHING
    group = event.chat.id if event.chat.type != ChatType.PRIVATE else None
    replied = event.reply_to_message
    shown = replied.message_id if replied else None
    text = event.text or event.caption or ""
    command = text.startswith(tuple(SLASHES))
    words = Typed.extract_command(text).args or "" if command else text
    return Hint(group, "", shown, words, command, begun, event.message_id)
