"""The one door: what goes to a person who reads another language is said in it."""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import AnswerCallbackQuery, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BotCommand, InlineKeyboardMarkup

from campaign.languages import Language
from digests.chat_text import clip
from handlers.language.catalogue import Catalogue, catalogue_of
from handlers.language.fitting import fitted
from handlers.screen import LONGEST_ALERT

WORDED = ("text", "caption")
MOST_PRESSES = 1000
"""So many presses that wait for their answer are remembered."""


class Door:
    """Knows who reads what; nearly everybody reads the source, and costs a look."""

    def __init__(self) -> None:
        self._chosen: dict[int, Language] = {}
        self._catalogues: dict[Language, Catalogue] = {}
        self._presses: dict[str, int] = {}

    def load(self, chosen: Mapping[int, Language]) -> None:
        """Take what was chosen before the start."""
        self._chosen = dict(chosen)

    def choose(self, telegram_id: int, language: Language) -> None:
        """Speak to an account in a language from now on."""
        self._chosen.pop(telegram_id, None)
        if language is not Language.CHINESE:
            self._chosen[telegram_id] = language

    def pressed(self, press_id: str, telegram_id: int) -> None:
        """Note who pressed: the short answer to a press names no chat."""
        if telegram_id in self._chosen:
            if len(self._presses) >= MOST_PRESSES:
                self._presses.clear()
            self._presses[press_id] = telegram_id

    def catalogue(self, chat_id: object) -> Catalogue | None:
        """Return what a chat's messages are said with; None where they stay as they are."""
        language = self._chosen.get(chat_id) if isinstance(chat_id, int) else None
        if language is None:
            return None
        if language not in self._catalogues:
            self._catalogues[language] = catalogue_of(language)
        return self._catalogues[language]

    def catalogue_for(self, method: TelegramMethod[Any]) -> Catalogue | None:
        """Return what a call is said with; None where it stays as it is."""
        if isinstance(method, AnswerCallbackQuery):
            return self.catalogue(self._presses.pop(method.callback_query_id, None))
        scope = getattr(method, "scope", None)
        return self.catalogue(getattr(scope or method, "chat_id", None))


class Interpreter(BaseRequestMiddleware):
    """Says each call of the conversation in the language of the person that it goes to."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the call, interpreted if need be."""
        catalogue = self._door.catalogue_for(method)
        return await make_request(bot, interpreted(method, catalogue) if catalogue else method)


def interpreted(method: TelegramMethod[TelegramType], catalogue: Catalogue) -> TelegramMethod[TelegramType]:
    """Return a call with its words, buttons and menu said by a catalogue, cut to what Telegram takes."""
    said: dict[str, Any] = {
        name: _said(words, method, catalogue)
        for name in WORDED
        if isinstance(words := getattr(method, name, None), str)
    }
    markup = getattr(method, "reply_markup", None)
    if isinstance(markup, InlineKeyboardMarkup):
        said["reply_markup"] = _labelled(markup, catalogue)
    if commands := getattr(method, "commands", None):
        said["commands"] = [_described(command, catalogue) for command in commands]
    return method.model_copy(update=said)


def _said(words: str, method: TelegramMethod[Any], catalogue: Catalogue) -> str:
    if isinstance(method, AnswerCallbackQuery):
        return clip(catalogue.say(words), LONGEST_ALERT)
    return fitted(words, catalogue)


def _labelled(markup: InlineKeyboardMarkup, catalogue: Catalogue) -> InlineKeyboardMarkup:
    rows = [
        [button.model_copy(update={"text": catalogue.say(button.text)}) for button in row]
        for row in markup.inline_keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _described(command: BotCommand, catalogue: Catalogue) -> BotCommand:
    return command.model_copy(update={"description": catalogue.say(command.description)})
