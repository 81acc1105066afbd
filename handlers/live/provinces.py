"""The pictures behind that of a nation's provinces: each goes to who asks for it, in private."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from aiogram import Bot, Router
from aiogram.enums import ChatType, ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, CallbackQuery

from digests.messages import Button, OutMessage
from digests.provinces import Behind, Province
from handlers.desk import Desk, Stranger
from handlers.digest_callbacks import DigestProvinces, ProvincePicture
from handlers.figures.texts import NOT_REACHED
from handlers.filters import Heard
from handlers.live import actions, texts
from handlers.reminders.keyboards import markup
from handlers.screen import press_told

IN_A_ROW = 4


async def offer(callback: CallbackQuery, callback_data: DigestProvinces, desk: Desk, bot: Bot) -> None:
    """Offer the provinces of which there is a picture."""
    behind = _behind(callback_data)
    try:
        found = await desk.draw_from(partial(actions.provinces_behind, behind=behind))
    except Stranger:
        await press_told(callback, texts.PICTURES_NOT_BOUND)
        return
    keys = markup(_rows(behind, found))
    send = partial(bot.send_message, desk.telegram_id, texts.PROVINCES, reply_markup=keys)
    await _told(callback, send, texts.PROVINCES_IN_PRIVATE)


async def draw(callback: CallbackQuery, callback_data: ProvincePicture, desk: Desk, bot: Bot) -> None:
    """Send a province's picture."""
    behind, page = _behind(callback_data), callback_data.page
    drawn = await desk.draw_from(
        partial(actions.province_pictures, behind=behind, page=page, charts=desk.charts)
    )
    await _told(callback, partial(_photos, bot, desk.telegram_id, drawn), "")


async def _photos(bot: Bot, chat_id: int, drawn: Sequence[OutMessage]) -> None:
    for part in drawn:
        photo = BufferedInputFile(part.photo or b"", part.photo_name)
        await bot.send_photo(chat_id, photo, caption=part.text, parse_mode=ParseMode.HTML)


async def _told(callback: CallbackQuery, send: Callable[[], Awaitable[object]], words: str) -> None:
    """Send something in private; who pressed elsewhere is told where it went."""
    try:
        await send()
    except (TelegramForbiddenError, TelegramBadRequest):
        await press_told(callback, NOT_REACHED)
        return
    here = callback.message and callback.message.chat.type == ChatType.PRIVATE
    await press_told(callback, "" if here else words)


def _rows(behind: Behind, found: tuple[Province, ...]) -> tuple[tuple[Button, ...], ...]:
    keys = [
        (texts.province(one.name), ProvincePicture(page=one.first, **behind._asdict()).pack())
        for one in found
    ]
    return tuple(tuple(keys[first : first + IN_A_ROW]) for first in range(0, len(keys), IN_A_ROW))


def _behind(data: DigestProvinces | ProvincePicture) -> Behind:
    return Behind(data.digest, data.draft, data.kind)


def router() -> Router:
    """Return the router of these buttons."""
    routes = Router(name="live-provinces")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(offer, DigestProvinces.filter())
    routes.callback_query.register(draw, ProvincePicture.filter())
    return routes
