"""People write, the bot reads and answers, over HTTP, with aiogram's own client."""

from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ANNA, GROUP

KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="保存", callback_data="save:1")]])


async def test_a_message_reaches_the_bot_and_its_answer_the_chat(bot: Bot, rehearsal: Rehearsal) -> None:
    anna = rehearsal.player(ANNA)
    receipt = await anna.say("今天到修水县")
    updates = await bot.get_updates()
    assert [update.update_id for update in updates] == receipt["update_ids"]
    assert updates[0].message is not None
    assert updates[0].message.text == "今天到修水县"
    await bot.send_message(ANNA, "收到<b>了</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    assert await anna.transcript() == [
        ("演示甲", "今天到修水县", []),
        ("对口联系助手", "收到了", [["保存"]]),
    ]


async def test_a_pressed_button_waits_for_its_answer(bot: Bot, rehearsal: Rehearsal) -> None:
    anna = rehearsal.player(ANNA)
    await bot.send_message(ANNA, "要保存吗？", reply_markup=KEYBOARD)
    await anna.press_only("保存")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert query.data == "save:1"
    await bot.answer_callback_query(query.id, "已保存")
    answer = await anna.hears("已保存")
    assert answer.kind == "toast"


async def test_group_members_write_in_the_group(bot: Bot, rehearsal: Rehearsal) -> None:
    await rehearsal.player(ANNA).inside(GROUP).say("/status@liaison_rehearsal_bot")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.chat.id == GROUP
    assert update.message.from_user is not None
    assert update.message.from_user.id == ANNA
    assert [entity.type for entity in update.message.entities or []] == ["bot_command"]
