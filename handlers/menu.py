"""The commands that Telegram offers when somebody types a slash."""

from collections.abc import Container, Mapping
from contextlib import suppress
from types import MappingProxyType

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from campaign.permissions import TABLE
from campaign.vocabulary import Role
from handlers import access
from handlers.commands import COMMANDS, Audience
from handlers.commands import BotCommand as Declared
from handlers.texts import MENU

NOBODY: Mapping[int, frozenset[Role]] = MappingProxyType({})


async def set_commands(bot: Bot, own: Mapping[int, Container[Role]] = NOBODY) -> None:
    """Set the menus of private chats and groups, and of those whose roles need another, by Telegram id."""
    private = _menu(Audience.EVERYBODY, Audience.PRIVATE)
    await bot.set_my_commands(private, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(_menu(Audience.EVERYBODY), scope=BotCommandScopeAllGroupChats())
    for telegram_id, roles in own.items():
        with suppress(TelegramBadRequest, TelegramForbiddenError):  # he may have left the chat
            await set_commands_of(bot, telegram_id, roles)


async def set_commands_of(bot: Bot, telegram_id: int, roles: Container[Role]) -> None:
    """Set the menu of one person's chat, in the language that he reads: what his roles may do."""
    words = [BotCommand(command=c.word, description=MENU[c.word]) for c in COMMANDS if _may(roles, c)]
    await bot.set_my_commands(words, scope=BotCommandScopeChat(chat_id=telegram_id))


def _may(roles: Container[Role], command: Declared) -> bool:
    return any(role in roles for role in TABLE[access.COMMANDS[command]])


def _menu(*audiences: Audience) -> list[BotCommand]:
    return [
        BotCommand(command=command.word, description=MENU[command.word])
        for command in COMMANDS
        if command.audience in audiences
    ]
