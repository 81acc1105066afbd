"""The commands that Telegram offers when somebody types a slash."""

from collections.abc import Container, Iterable
from contextlib import suppress

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


async def set_commands(bot: Bot, admins: Iterable[int] = ()) -> None:
    """Set the menus of private chats and groups, and of each admin's chat by his Telegram id."""
    private = _menu(Audience.EVERYBODY, Audience.PRIVATE)
    await bot.set_my_commands(private, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(_menu(Audience.EVERYBODY), scope=BotCommandScopeAllGroupChats())
    for admin in admins:
        with suppress(TelegramBadRequest, TelegramForbiddenError):  # he may have left the chat
            await set_admin_commands(bot, admin)


async def set_admin_commands(bot: Bot, admin: int) -> None:
    """Set the menu of an admin's chat by his Telegram id."""
    await bot.set_my_commands(_menu(*Audience), scope=BotCommandScopeChat(chat_id=admin))


async def set_commands_of(bot: Bot, telegram_id: int, roles: Container[Role]) -> None:
    """Set the menu of one person's chat: what his roles may do."""
    words = [BotCommand(command=c.word, description=MENU[c.word]) for c in COMMANDS if _may(roles, c)]
    await bot.set_my_commands(words, scope=BotCommandScopeChat(chat_id=telegram_id))


def _may(roles: Container[Role], command: Declared) -> bool:
    return any(role in roles for role in TABLE[access.COMMANDS[command]])


async def set_own_commands(bot: Bot, telegram_id: int, *, admin: bool) -> None:
    """Set the menu of one person's chat, in the language that he reads."""
    audiences = tuple(Audience) if admin else (Audience.EVERYBODY, Audience.PRIVATE)
    await bot.set_my_commands(_menu(*audiences), scope=BotCommandScopeChat(chat_id=telegram_id))


def _menu(*audiences: Audience) -> list[BotCommand]:
    return [
        BotCommand(command=command.word, description=MENU[command.word])
        for command in COMMANDS
        if command.audience in audiences
    ]
