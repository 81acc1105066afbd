"""Filters, all asynchronous: aiogram sends synchronous ones, also its magic ones, through a thread."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType, ContentType, MessageEntityType
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from campaign.groups import Group
from campaign.permissions import Action
from campaign.vocabulary import ChatState
from handlers.commands import SLASHES, spoken_command
from handlers.desk import Desk
from handlers.sensitive import is_sensitive
from handlers.texts import task_told

OPEN_FORMS = "aiogd:stack:"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was said: a private chat, or an approved group."""

    group: Group | None = None


class Heard(Filter):
    """Lets private chats and approved groups through, with `place`; a group not approved gets nothing."""

    async def __call__(self, event: TelegramObject, desk: Desk) -> bool | dict[str, Any]:
        """Return the place; one hop in groups, none in private chats."""
        message = event.message if isinstance(event, CallbackQuery) else event
        chat = getattr(message, "chat", None)
        if chat is None:
            return False
        if chat.type == ChatType.PRIVATE:
            return {"place": Place()}
        group = await desk.look_unbound(lambda store: store.groups.get(chat.id))
        return {"place": Place(group)} if group and group.state is ChatState.APPROVED else False


class IsCommand(Filter):
    """Lets messages through that begin with a slash, or are a word that stands for a command."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether it is a command of ours or of others."""
        return (message.text or "").startswith(tuple(SLASHES)) or spoken_command(message) is not None


class IsSensitive(Filter):
    """Lets messages through that must not be kept: nobody but the fallback takes them."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether the text or caption is sensitive."""
        return is_sensitive(message.text or message.caption or "")


class HasWords(Filter):
    """Lets messages through that say something: a text or a caption."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether there is a text or a caption."""
        return bool((message.text or message.caption or "").strip())


async def named(message: Message, bot: Bot) -> bool:
    """Tell whether a message names the bot."""
    name = f"@{(await bot.me()).username}".lower()
    mentions = (entity for entity in message.entities or () if entity.type == MessageEntityType.MENTION)
    return any(entity.extract_from(message.text or "").lower() == name for entity in mentions)


class InPrivate(Filter):
    """Lets private chats through."""

    async def __call__(self, message: Message) -> bool:
        """Tell whether it was said in private."""
        return message.chat.type == ChatType.PRIVATE


class ToTheBot(Filter):
    """Lets messages through that are meant for the bot: in private, or in reply to it."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        """Tell whether the message is meant for the bot."""
        answered = message.reply_to_message
        to_bot = answered is not None and answered.from_user is not None and answered.from_user.id == bot.id
        return message.chat.type == ChatType.PRIVATE or to_bot


class Continuing(Filter):
    """Lets messages through that may go on with something: words asked for, a form that is open, a reply."""

    async def __call__(
        self, message: Message, raw_state: str | None = None, aiogd_context: object = None
    ) -> bool:
        """Tell whether anything was begun."""
        begun = raw_state is not None or aiogd_context is not None
        return begun or message.reply_to_message is not None


class NoFormOpen(Filter):
    """Lets private chats through in which no form is open.

    What aiogram-dialog keeps of open forms stands under a destiny of its own beside aiogram's.
    """

    async def __call__(self, event: TelegramObject, state: FSMContext) -> bool:
        """Tell whether there is no form to go on with."""
        message = event.message if isinstance(event, CallbackQuery) else event
        if not isinstance(message, Message) or message.chat.type != ChatType.PRIVATE:
            return False
        forms = replace(state.key, destiny=OPEN_FORMS)
        return not message.is_topic_message and not await state.storage.get_data(forms)


class GoesOnWithNothing(Filter):
    """Lets plain words through that stand alone: no reply, and no words were asked for."""

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        """Tell whether what is written may be kept, and goes on with nothing."""
        text = message.text
        alone = raw_state is None and message.reply_to_message is None
        return alone and text is not None and not is_sensitive(text) and task_told(text) is None


class MayWrite(Filter):
    """Lets those through who may fill a card: a form may be older than the end of a role."""

    async def __call__(self, _message: Message, desk: Desk) -> bool:
        """Tell that he may. Raise NotAllowed, Stranger."""
        desk.needs = Action.WRITE
        await desk.look(lambda _store, _actor: None)
        return True


class OfKind(Filter):
    """Lets messages of some kinds of content through."""

    def __init__(self, kinds: Container[str]) -> None:
        self.kinds = kinds

    async def __call__(self, message: Message) -> bool:
        """Tell whether the content is of one of the kinds."""
        return message.content_type in self.kinds


UNREADABLE = frozenset(
    {
        ContentType.PHOTO,
        ContentType.LOCATION,
        ContentType.VENUE,
        ContentType.VOICE,
        ContentType.STICKER,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.AUDIO,
        ContentType.DOCUMENT,
        ContentType.ANIMATION,
        ContentType.CONTACT,
        ContentType.POLL,
        ContentType.DICE,
    }
)
