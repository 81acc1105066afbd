"""Every command, declared once: filters, menus, help and tests refer to these objects."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.texts import SPOKEN, bare

# A Chinese keyboard gives a full-width slash, and nobody types a space between Latin and Chinese.
SLASHES = "/\uff0f"
CLOSED_UP = re.compile(r"^(.[A-Za-z0-9_]+(?:@[A-Za-z0-9_]+)?)(?=[^\x00-\x7f])")


class Audience(StrEnum):
    """Who finds a command in his menu."""

    EVERYBODY = "everybody"
    PRIVATE = "private"
    ADMIN = "admin"


class Typed(Command):
    """A command as people type it: with either slash, closed up to what follows, or as a word in private."""

    def __init__(self, *words: str) -> None:
        super().__init__(*words, prefix=SLASHES, ignore_case=True)

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        """Let the command through, as `command`."""
        if word := spoken_command(message):
            return {"command": CommandObject(command=word)} if word in self.commands else False
        return await super().__call__(message, bot)

    @classmethod
    def extract_command(cls, text: str) -> CommandObject:
        """Split a text into a command and its arguments."""
        return super().extract_command(CLOSED_UP.sub(r"\1 ", text))


def spoken_command(message: Message) -> str | None:
    """Return the command that a plain word stands for; in private chats only."""
    if not message.text or message.chat.type != ChatType.PRIVATE:
        return None
    return SPOKEN.get(bare(message.text))


@dataclass(frozen=True, slots=True)
class BotCommand:
    """A command by its word; `audience` decides in which menus it stands.

    `in_groups`: it is answered in approved groups too, not in private chats alone.
    """

    word: str
    audience: Audience
    in_groups: bool = False

    @property
    def filter(self) -> Typed:
        """A filter that lets this command through; arguments come as `command.args`."""
        return Typed(self.word)


START = BotCommand("start", Audience.PRIVATE)
LOG = BotCommand("log", Audience.PRIVATE, in_groups=True)
MY = BotCommand("my", Audience.PRIVATE)
STATUS = BotCommand("status", Audience.EVERYBODY, in_groups=True)
UNCOVERED = BotCommand("uncovered", Audience.EVERYBODY, in_groups=True)
DUTIES = BotCommand("duties", Audience.PRIVATE)
TASKS = BotCommand("tasks", Audience.PRIVATE)
ISSUES = BotCommand("issues", Audience.PRIVATE)
ISSUE = BotCommand("issue", Audience.PRIVATE)
RECORDS = BotCommand("records", Audience.PRIVATE)
COUNTY = BotCommand("county", Audience.PRIVATE)
BRIEF = BotCommand("brief", Audience.PRIVATE)
WHY = BotCommand("why", Audience.PRIVATE)
PRACTICES = BotCommand("practices", Audience.PRIVATE)
REMINDERS = BotCommand("reminders", Audience.PRIVATE)
EXPORT = BotCommand("export", Audience.PRIVATE)
LANGUAGE = BotCommand("language", Audience.PRIVATE)
UNDO = BotCommand("undo", Audience.PRIVATE)
CANCEL = BotCommand("cancel", Audience.PRIVATE, in_groups=True)
HELP = BotCommand("help", Audience.PRIVATE, in_groups=True)
INVITE = BotCommand("invite", Audience.ADMIN)
INVITES = BotCommand("invites", Audience.ADMIN)
PEOPLE = BotCommand("people", Audience.ADMIN)
DIGEST = BotCommand("digest", Audience.ADMIN, in_groups=True)
GROUPS = BotCommand("groups", Audience.ADMIN)
TOPIC = BotCommand("topic", Audience.ADMIN, in_groups=True)
PAUSE = BotCommand("pause", Audience.ADMIN)
RESUME = BotCommand("resume", Audience.ADMIN)
AUDIT = BotCommand("audit", Audience.ADMIN)

COMMANDS = (
    LOG,
    MY,
    STATUS,
    UNCOVERED,
    DUTIES,
    TASKS,
    ISSUES,
    ISSUE,
    RECORDS,
    COUNTY,
    BRIEF,
    WHY,
    PRACTICES,
    REMINDERS,
    EXPORT,
    UNDO,
    CANCEL,
    HELP,
    LANGUAGE,
    INVITE,
    INVITES,
    PEOPLE,
    DIGEST,
    GROUPS,
    TOPIC,
    PAUSE,
    RESUME,
    AUDIT,
    START,
)
