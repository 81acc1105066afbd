"""The post: python-telegram-bot's `ExtBot` behind the gate, one try a call, every outcome as a value."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram import Message as SentMessage
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.gate import Gate
from bot.outcomes import Later, Message, Moved, Outcome, Refused, Sent, TopicGone
from bot.rate_limiter import GateRateLimiter, Turn, seconds

# Telegram's words for a chat in which nothing will arrive any more.
_GONE = ("chat not found", "user is deactivated", "group chat was deactivated", "not enough rights to send")
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_closed")
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_CONNECTIONS = 40
# A revoked token is mended by a person, not by trying.
_TOKEN_PAUSE = 300.0


class TelegramPost:
    """Sends through one ExtBot. `open` before the first message, `close` after the last."""

    def __init__(
        self, token: str, api_url: str, proxy: str | None, gate: Gate, answer_seconds: float = 20.0
    ) -> None:
        self._limiter = GateRateLimiter(gate)
        self._request = self._http(proxy, answer_seconds)
        self._bot = ExtBot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._request,
            get_updates_request=self._request,
            rate_limiter=self._limiter,
        )

    async def open(self) -> None:
        """Get ready without a call: the network may be down at the start."""
        await self._limiter.initialize()
        await self._request.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        """Try once (see bot.outcomes.Post)."""
        try:
            sent = await self._send(chat_id, topic_id, message, on_turn)
        except TelegramError as error:
            return outcome_of(error)
        return Sent(sent.message_id)

    async def _send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> SentMessage:
        given: dict[str, Any] = {
            "chat_id": chat_id,
            "message_thread_id": topic_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard(message),
            "rate_limit_args": Turn(on_turn),
        }
        if message.photo is not None:
            picture = InputFile(message.photo, filename=message.photo_name or "picture.png")
            return await self._bot.send_photo(photo=picture, caption=message.text or None, **given)
        preview = LinkPreviewOptions(is_disabled=True)
        return await self._bot.send_message(text=message.text, link_preview_options=preview, **given)

    @staticmethod
    def _http(proxy: str | None, answer_seconds: float) -> HTTPXRequest:
        return HTTPXRequest(
            connection_pool_size=_CONNECTIONS,
            proxy=proxy,
            read_timeout=answer_seconds,
            write_timeout=answer_seconds,
            media_write_timeout=2 * answer_seconds,
            connect_timeout=10.0,
            pool_timeout=30.0,
            httpx_kwargs={"trust_env": False},  # the settings alone say which proxy
        )


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """Return a message's buttons in the library's form."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in message.buttons]
    )


def outcome_of(error: TelegramError) -> Outcome:
    """Say what an error means for the message."""
    words = error.message.lower()
    match error:
        case ChatMigrated():
            outcome: Outcome = Moved(error.new_chat_id)
        case RetryAfter():
            outcome = Later("429", seconds(error))
        case Forbidden():
            outcome = Refused("forbidden", gone=True)
        case BadRequest() if any(word in words for word in _TOPIC_GONE):
            outcome = TopicGone()
        case BadRequest():
            outcome = Refused("bad_request", gone=any(word in words for word in _GONE))
        case InvalidToken():
            outcome = Later("token", _TOKEN_PAUSE)
        case _ if "too large" in words:
            outcome = Refused("too_large", gone=False)
        case _:
            outcome = Later(type(error).__name__, unsure=_unsure(error))
    return outcome


def _unsure(error: TelegramError) -> bool:
    """Whether the message may have arrived: no answer, or none from Telegram itself."""
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return not isinstance(cause, _NEVER_LEFT)
    return cause is not None or isinstance(error, TimedOut) or type(error) is TelegramError
