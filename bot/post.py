"""The post: python-telegram-bot's `ExtBot` behind the gate, one try a call, every outcome as a value."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram import Message as SentMessage
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.gate import Gate
from bot.meaning import outcome_of, picture_refused
from bot.outcomes import Form, Later, Message, Outcome, Sent
from bot.rate_limiter import GateRateLimiter, Turn

_CONNECTIONS = 40


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
        """Try once (see bot.outcomes.Post); a picture that is refused goes as a file, then as its words."""
        forms = tuple(Form) if message.photo is not None else (Form.WHOLE,)
        for form in forms:
            try:
                sent = await self._send(chat_id, topic_id, message, form, on_turn)
            except TelegramError as error:
                if form is forms[-1] or not picture_refused(error):
                    return outcome_of(error)
            else:
                return Sent(sent.message_id, form)
            on_turn = _nothing  # it is one try: nothing of it has arrived yet
        raise AssertionError(forms)

    async def edit(self, chat_id: int, message_id: int, text: str) -> bool:
        """Try once (see bot.broadcast.Editor)."""
        try:
            await self._bot.edit_message_text(
                text, chat_id=chat_id, message_id=message_id, parse_mode=ParseMode.HTML
            )
        except TelegramError as error:
            return not isinstance(outcome_of(error), Later)
        return True

    async def _send(
        self,
        chat_id: int,
        topic_id: int | None,
        message: Message,
        form: Form,
        on_turn: Callable[[], Awaitable[None]],
    ) -> SentMessage:
        given: dict[str, Any] = {
            "chat_id": chat_id,
            "message_thread_id": topic_id,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard(message),
            "rate_limit_args": Turn(on_turn),
        }
        if message.photo is None or form is Form.WORDS:
            preview = LinkPreviewOptions(is_disabled=True)
            return await self._bot.send_message(text=message.text, link_preview_options=preview, **given)
        picture = InputFile(message.photo, filename=message.photo_name or "picture.png")
        if form is Form.FILE:
            return await self._bot.send_document(document=picture, caption=message.text or None, **given)
        return await self._bot.send_photo(photo=picture, caption=message.text or None, **given)

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


async def _nothing() -> None:
    """Nobody is to be told."""
