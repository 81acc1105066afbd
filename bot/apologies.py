"""Sentences to the person whose update could not be handled; to bound persons only, and never to a group."""

from dataclasses import dataclass

import orjson
import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot import texts
from bot.arrivals import event_of, sender_of
from bot.threads import Threads
from storage import StoreFault

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same thing said below a message, and over a pressed button (at most 200 characters)."""

    written: str
    pressed: str


STORE_IS_FULL = Sentence(texts.STORE_IS_FULL, texts.STORE_IS_FULL_PRESSED)
GAVE_UP = Sentence(texts.GAVE_UP, texts.GAVE_UP_PRESSED)


class Apologies:
    """Says a sentence if there is somebody to say it to; failing to is no fault of the update."""

    def __init__(self, bot: Bot, threads: Threads) -> None:
        self._bot = bot
        self._threads = threads

    async def say(self, payload: bytes, sentence: Sentence) -> None:
        """Answer the update whose bytes these are."""
        try:
            raw = orjson.loads(payload)
            sender = sender_of(raw).get("id", 0)
            if await self._threads.read(lambda unit: unit.people.actor(sender)):
                await self._answer(raw, sentence)
        except (StoreFault, TelegramAPIError, ClientDecodeError) as error:
            log.warning("apology_not_sent", error=type(error).__name__)

    async def _answer(self, raw: dict[str, dict[str, object]], sentence: Sentence) -> None:
        if press := raw.get("callback_query"):
            await self._bot.answer_callback_query(str(press["id"]), text=sentence.pressed, show_alert=True)
            return
        chat = event_of(raw).get("chat", {})
        if chat.get("type") == "private":
            await self._bot.send_message(chat["id"], sentence.written)
