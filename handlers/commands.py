"""Every command, declared once: filters, menus, help and tests refer to these objects."""

from dataclasses import dataclass
from enum import StrEnum

from aiogram.filters import Command


class Audience(StrEnum):
    """Who finds a command in his menu."""

    EVERYBODY = "everybody"
    PRIVATE = "private"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class BotCommand:
    """A command by its word; `audience` decides in which menus it stands."""

    word: str
    audience: Audience

    @property
    def filter(self) -> Command:
        """A filter that lets this command through; arguments come as `command.args`."""
        return Command(self.word, ignore_case=True)


START = BotCommand("start", Audience.PRIVATE)
LOG = BotCommand("log", Audience.PRIVATE)
MY = BotCommand("my", Audience.PRIVATE)
STATUS = BotCommand("status", Audience.EVERYBODY)
UNCOVERED = BotCommand("uncovered", Audience.EVERYBODY)
UNDO = BotCommand("undo", Audience.PRIVATE)
CANCEL = BotCommand("cancel", Audience.PRIVATE)
HELP = BotCommand("help", Audience.PRIVATE)
INVITE = BotCommand("invite", Audience.ADMIN)

COMMANDS = (LOG, MY, STATUS, UNCOVERED, UNDO, CANCEL, HELP, INVITE, START)
