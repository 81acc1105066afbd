"""Every answer and every update is what both libraries know, with no field left over."""

from typing import Any

import pytest
import telegram
from aiogram import methods as api

from bot.rehearsal.methods.table import TABLE
from tests.bot.rehearsal.pictures import png
from tests.bot.rehearsal.raw import Json, Raw
from tests.bot.rehearsal.strictly import read_result, read_update
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ADMIN, ANNA, BASIC, GROUP, WAITING

KEYS = {
    "inline_keyboard": [
        [{"text": "保存", "callback_data": "s"}, {"text": "看", "url": "https://example.org/"}],
        [{"text": "抄", "copy_text": {"text": "修水县"}}],
    ]
}
HTML = {
    "parse_mode": "HTML",
    "text": "<b>粗</b> <a href='https://example.org/x'>链</a> @someone #题 /my a@b.cn",
}
Row = tuple[type[api.TelegramMethod[Any]], Json, Any]


def _sends(here: Json, photo: str) -> list[Row]:
    """Calls that say something: class, parameters, python-telegram-bot's type of the result."""
    again = {"chat_id": GROUP, "from_chat_id": ANNA, "message_id": here["message_id"]}
    album = [{"type": "photo", "media": photo}] * 2
    return [
        (api.SendMessage, {"chat_id": ANNA, "reply_markup": KEYS, **HTML}, telegram.Message),
        (api.SendPhoto, {"chat_id": ANNA, "photo": photo, "caption": "图"}, telegram.Message),
        (api.SendDocument, {"chat_id": ANNA, "document": photo}, telegram.Message),
        (api.SendMediaGroup, {"chat_id": GROUP, "media": album}, telegram.Message),
        (api.SendVoice, {"chat_id": ANNA, "voice": photo}, None),  # its duration makes PTB warn
        (api.SendVideo, {"chat_id": ANNA, "video": photo}, None),
        (api.SendVideoNote, {"chat_id": ANNA, "video_note": photo}, None),
        (api.SendLocation, {"chat_id": GROUP, "latitude": 29.7, "longitude": 116.0}, telegram.Message),
        (api.SendChatAction, {"chat_id": ANNA, "action": "typing"}, None),
        (api.CopyMessage, again, telegram.MessageId),
        (api.ForwardMessage, again, telegram.Message),
    ]


def _edits(here: Json, picture: Json, photo: str) -> list[Row]:
    media = {"type": "document", "media": photo, "caption": "文"}
    return [
        (api.EditMessageText, {"text": "新", **here}, telegram.Message),
        (api.EditMessageReplyMarkup, {"reply_markup": KEYS, **here}, telegram.Message),
        (api.EditMessageCaption, {"caption": "新图", **picture}, telegram.Message),
        (api.EditMessageMedia, {"media": media, **picture}, telegram.Message),
        (api.SetMessageReaction, {"reaction": [{"type": "emoji", "emoji": "👍"}], **here}, None),
        (api.DeleteMessage, here, None),
    ]


def _questions(photo: str) -> list[Row]:
    commands = [{"command": "my", "description": "我的县"}]
    return [
        (api.GetFile, {"file_id": photo}, telegram.File),
        (api.GetMe, {}, telegram.User),
        (api.GetChat, {"chat_id": ANNA}, telegram.ChatFullInfo),
        (api.GetChat, {"chat_id": GROUP}, telegram.ChatFullInfo),
        (api.GetChatMember, {"chat_id": GROUP, "user_id": ADMIN}, telegram.ChatMember),
        (api.GetChatMember, {"chat_id": GROUP, "user_id": ANNA}, telegram.ChatMember),
        (api.GetChatMember, {"chat_id": GROUP, "user_id": 2000000001}, telegram.ChatMember),
        (api.GetChatMember, {"chat_id": ANNA, "user_id": ANNA}, telegram.ChatMember),
        (api.GetChatAdministrators, {"chat_id": GROUP}, telegram.ChatMember),
        (api.GetChatMemberCount, {"chat_id": GROUP}, None),
        (api.SetMyCommands, {"commands": commands}, None),
        (api.GetMyCommands, {}, telegram.BotCommand),
        (api.DeleteMyCommands, {}, None),
        (api.SetMyDescription, {"description": "助手"}, None),
        (api.GetMyDescription, {}, telegram.BotDescription),
        (api.SetMyShortDescription, {"short_description": "助"}, None),
        (api.GetMyShortDescription, {}, telegram.BotShortDescription),
        (api.SetChatMenuButton, {"menu_button": {"type": "commands"}}, None),
        (api.GetChatMenuButton, {}, telegram.MenuButton),
    ]


_DELIVERY: list[Row] = [
    (api.SetWebhook, {"url": "https://example.org/hook"}, None),
    (api.GetWebhookInfo, {}, telegram.WebhookInfo),
    (api.DeleteWebhook, {}, None),
    (api.GetUpdates, {}, telegram.Update),
    (api.LeaveChat, {"chat_id": GROUP}, None),
]


async def test_every_method_answers_in_the_libraries_types(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.flood(False)
    text = await raw.call("sendMessage", chat_id=ANNA, text="旧")
    sent = await raw.upload("sendPhoto", "photo", png(), "p.png", chat_id=str(ANNA))
    photo = sent["result"]["photo"][0]["file_id"]
    here = {"chat_id": ANNA, "message_id": text["message_id"]}
    picture = {"chat_id": ANNA, "message_id": sent["result"]["message_id"]}
    rows = _sends(here, photo) + _edits(here, picture, photo) + _questions(photo) + _DELIVERY
    for method, params, kind in rows:
        read_result(method, await raw.call(method.__api_method__, **params), kind)
    tried = {method.__api_method__.lower() for method, _, _ in rows}
    assert tried == set(TABLE) - {"answercallbackquery"}


async def _everything_people_do(raw: Raw, rehearsal: Rehearsal) -> None:
    anna, admin = rehearsal.player(ANNA), rehearsal.player(ADMIN)
    receipt = await anna.say("今天 https://example.org/a 联系了 a@b.cn")
    await raw.call("sendMessage", chat_id=ANNA, text="保存？", reply_markup=KEYS)
    await anna.say("回复", reply_to=receipt["message_id"])
    await anna.press_only("保存")
    mine = {"person": ANNA, "chat": ANNA}
    await rehearsal.post("edit", {**mine, "message_id": receipt["message_id"], "text": "改"})
    await rehearsal.post("location", {**mine, "latitude": 29.0, "longitude": 114.5})
    await anna.send("photo", png(), caption="座谈会")
    await anna.send("document", b"x", "表.xlsx", caption="表")
    await anna.block()
    await anna.block(False)
    await admin.inside(GROUP).say("大家好")
    for present in (True, False):
        await rehearsal.post("membership", {"person": ADMIN, "chat": WAITING, "present": present})
    await rehearsal.post("silence", {"person": ADMIN, "chat": GROUP, "silenced": True})
    await rehearsal.post("upgrade", {"chat": BASIC})


async def test_every_update_reads_in_both_libraries(raw: Raw, rehearsal: Rehearsal) -> None:
    await _everything_people_do(raw, rehearsal)
    updates: list[Json] = await raw.call("getUpdates")
    read = [read_update(update) for update in updates]
    assert [update.event_type for update in read] == [
        "message", "message", "callback_query", "edited_message", "message", "message", "message",
        "my_chat_member", "my_chat_member", "message", "my_chat_member", "message", "my_chat_member",
        "my_chat_member", "message", "message"]  # fmt: skip


@pytest.mark.parametrize("place", [(), ("message",), ("message", "chat"), ("message", "from")])
async def test_an_unknown_field_would_be_noticed(
    raw: Raw, rehearsal: Rehearsal, place: tuple[str, ...]
) -> None:
    await rehearsal.player(ANNA).say("你好")
    (update,) = await raw.call("getUpdates")
    inner = update
    for step in place:
        inner = inner[step]
    inner["surprise"] = 2
    with pytest.raises(AssertionError, match="surprise"):
        read_update(update)
