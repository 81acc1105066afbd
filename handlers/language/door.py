"""The one door: what goes to a chat whose person reads another language is said in it."""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BotCommand, InlineKeyboardMarkup

from campaign.languages import Language
from handlers.language.catalogue import Catalogue, catalogue_of

WORDED = ("text", "caption")


class Door:
    """Knows who reads what; nearly everybody reads the source, and costs a look."""

    def __init__(self) -> None:
        self._chosen: dict[int, Language] = {}
        self._catalogues: dict[Language, Catalogue] = {}

    def load(self, chosen: Mapping[int, Language]) -> None:
        """Take what was chosen before the start."""
        self._chosen = dict(chosen)

    def choose(self, telegram_id: int, language: Language) -> None:
        """Speak to an account in a language from now on."""
        self._chosen.pop(telegram_id, None)
        if language is not Language.CHINESE:
            self._chosen[telegram_id] = language

    def catalogue(self, chat_id: object) -> Catalogue | None:
        """Return what a chat's messages are said with; None where they stay as they are."""
        language = self._chosen.get(chat_id) if isinstance(chat_id, int) else None
        if language is None:
            return None
        if language not in self._catalogues:
            self._catalogues[language] = catalogue_of(language)
        return self._catalogues[language]


class Interpreter(BaseRequestMiddleware):
    """Says each call of the conversation in the language of the chat that it goes to."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the call, interpreted if need be."""
        scope = getattr(method, "scope", None)
        catalogue = self._door.catalogue(getattr(scope or method, "chat_id", None))
        return await make_request(bot, interpreted(method, catalogue) if catalogue else method)


def interpreted(method: TelegramMethod[TelegramType], catalogue: Catalogue) -> TelegramMethod[TelegramType]:
    """Return a call with its words, buttons and menu said by a catalogue."""
    said: dict[str, Any] = {
        name: catalogue.say(words) for name in WORDED if isinstance(words := getattr(method, name, None), str)
    }
    markup = getattr(method, "reply_markup", None)
    if isinstance(markup, InlineKeyboardMarkup):
        said["reply_markup"] = _labelled(markup, catalogue)
    if commands := getattr(method, "commands", None):
        said["commands"] = [_described(command, catalogue) for command in commands]
    return method.model_copy(update=said)


def _labelled(markup: InlineKeyboardMarkup, catalogue: Catalogue) -> InlineKeyboardMarkup:
    rows = [
        [button.model_copy(update={"text": catalogue.say(button.text)}) for button in row]
        for row in markup.inline_keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _described(command: BotCommand, catalogue: Catalogue) -> BotCommand:
    return command.model_copy(update={"description": catalogue.say(command.description)})
