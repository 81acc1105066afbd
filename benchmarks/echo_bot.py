"""The least a bot can do with aiogram, the baseline: one call for each message, two for each button."""

import asyncio
import gc
import sys

import uvloop
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

from benchmarks.processes import TOKEN


async def echo(message: Message) -> None:
    await message.answer(message.text or "")


async def pressed(callback: CallbackQuery) -> None:
    if isinstance(callback.message, Message):
        await callback.message.edit_text(callback.data or "")
    await callback.answer(callback.data)


def dispatcher() -> Dispatcher:
    """The echo bot's dispatcher."""
    made = Dispatcher()
    made.message.register(echo, F.text)
    made.callback_query.register(pressed)
    return made


async def run(url: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(TOKEN, session=session)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    await dispatcher().start_polling(bot, handle_signals=False)


def main(url: str) -> None:
    """Poll until killed."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run(url))


if __name__ == "__main__":
    main(sys.argv[1])
