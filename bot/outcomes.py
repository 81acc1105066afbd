"""What became of a message that was handed to Telegram."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

TOO_MANY = "429"
"""The reason of a `Later` that Telegram asked for itself."""


class Message(Protocol):
    """What is sent: HTML, rows of buttons (label, callback data), a PNG whose caption the text then is."""

    @property
    def text(self) -> str:
        """HTML within Telegram's limits."""

    @property
    def buttons(self) -> Sequence[Sequence[tuple[str, str]]]:
        """Rows of (label, callback data)."""

    @property
    def photo(self) -> bytes | None:
        """A picture."""

    @property
    def photo_name(self) -> str:
        """The picture's file name."""


class Form(StrEnum):
    """How a message went: as it is; its picture as a file; its words alone."""

    WHOLE = "whole"
    FILE = "file"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived, under this id."""

    message_id: int
    form: Form = Form.WHOLE


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never arrive. `gone`: nothing will, until the person or the group lets the bot in again."""

    reason: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Later:
    """Try again. `seconds`: what Telegram asked to wait; `unsure`: it may have arrived all the same."""

    reason: str
    seconds: float | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup with a new id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class TopicGone:
    """The forum's topic was closed or deleted; the group itself may still be written to."""


Outcome = Sent | Refused | Later | Moved | TopicGone


class Post(Protocol):
    """Hands messages to Telegram."""

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        """Try once; `on_turn` is awaited right before the call, once the gate lets it through.

        Raises only what `on_turn` raises; nothing was sent then.
        """
