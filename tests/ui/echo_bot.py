"""A tiny bot for the page's tests: it answers everything, with buttons, pictures and files on demand."""

import asyncio
from contextlib import suppress

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    Update,
)

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.pictures import png

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="保存", callback_data="save"),
            InlineKeyboardButton(text="放弃", callback_data="drop"),
            InlineKeyboardButton(text="无声", callback_data="never"),
        ]
    ]
)
BELOW = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="上午"), KeyboardButton(text="下午")]])


class EchoBot:
    """Polls like a real bot, until it is stopped."""

    def __init__(self, server: RunningServer) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
        self.bot = Bot(server.token, session=session)

    async def run(self) -> None:
        """Answer until cancelled."""
        await self.bot.set_my_commands(
            [
                BotCommand(command="keys", description="看按钮"),
                BotCommand(command="picture", description="看图片"),
            ]
        )
        offset = None
        while True:
            for update in await self.bot.get_updates(offset=offset, timeout=20):
                offset = update.update_id + 1
                await self._answer(update)

    async def _answer(self, update: Update) -> None:
        if update.message and update.message.from_user:
            await self._message(update.message)
        elif update.edited_message:
            await self.bot.send_message(
                update.edited_message.chat.id, f"改成了：{update.edited_message.text}"
            )
        elif update.callback_query:
            await self._pressed(update.callback_query)

    async def _message(self, message: Message) -> None:
        chat = message.chat.id
        text = (message.text or "").partition("@")[0]
        if text == "/keys":
            await self.bot.send_message(chat, "<b>要保存吗？</b>", parse_mode="HTML", reply_markup=KEYS)
        elif text == "/below":
            await self.bot.send_message(chat, "上午还是下午？", reply_markup=BELOW)
        elif text == "/picture":
            await self.bot.send_photo(chat, BufferedInputFile(png(640, 400), "a.png"), caption="一张图")
        elif text == "/file":
            await self.bot.send_document(chat, BufferedInputFile(b"words", "双月调度.txt"))
        elif text == "/invite":
            me = await self.bot.me()
            await self.bot.send_message(chat, f"请打开 https://t.me/{me.username}?start=abc123")
        elif message.photo or message.location or message.document:
            await self.bot.send_message(chat, "收到了附件")
        elif message.reply_to_message:
            await self.bot.send_message(chat, f"回复了：{message.reply_to_message.text}")
        elif text:
            await self.bot.send_message(chat, f"你说：{message.text}")

    async def _pressed(self, query: CallbackQuery) -> None:
        if query.data == "save" and isinstance(query.message, Message):
            await self.bot.edit_message_text(
                "已经保存", chat_id=query.message.chat.id, message_id=query.message.message_id
            )
            await self.bot.answer_callback_query(query.id, "保存好了")
        elif query.data == "drop":
            await self.bot.answer_callback_query(query.id, "真的要放弃？", show_alert=True)

    async def close(self) -> None:
        """End the session."""
        await self.bot.session.close()


async def stop(task: asyncio.Task[None]) -> None:
    """Cancel the bot's task and wait for its end."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
