"""What Telegram refuses is refused, with its code and its words."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.pictures import png
from tests.bot.rehearsal.raw import Json, Raw
from tests.bot.rehearsal.real_time import RealTime
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ADMIN, ANNA, BASIC, BO, GROUP, NEWCOMER, WAITING

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
TWO_POLLERS = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
MAXIMUM = "the maximum size is 10485760 bytes"
NO_TEXT_BUTTONS = (
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
)


def keys(**button: Any) -> Json:
    return {"inline_keyboard": [[{"text": "保存", **button}]]}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n\t "}, "Bad Request: message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
        ({}, "Bad Request: message text is empty"),
        ({"text": "字" * 4097}, "Bad Request: message is too long"),
        ({"text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"text": "好", "parse_mode": "Markdown2"}, "Bad Request: unsupported parse_mode"),
        ({"text": "好", "reply_markup": keys(callback_data="字" * 22)}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "好", "reply_markup": keys(callback_data="")}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "好", "reply_markup": keys()}, NO_TEXT_BUTTONS),
        ({"text": "好", "reply_parameters": {"message_id": 999}},
         "Bad Request: message to be replied not found"),
        ({"text": "好", "message_thread_id": 5}, "Bad Request: message thread not found"),
        ({"text": "好", "colour": "red"}, 'Bad Request: parameter "colour" of SendMessage is unknown'),
        ({"text": "好", "reply_markup": keys(callback_data="a", colour="red")},
         'Bad Request: parameter "colour" of InlineKeyboardButton is unknown'),
        ({"text": "好", "disable_notification": "maybe"},
         'Bad Request: parameter "disable_notification" is invalid'),
    ],
)  # fmt: skip
async def test_texts(raw: Raw, params: Json, description: str) -> None:
    assert await raw.refusal("sendMessage", chat_id=ANNA, **params) == (400, description)


async def test_the_longest_that_fits_is_sent(raw: Raw) -> None:
    await raw.call("sendMessage", chat_id=ANNA, text=f"<b>{'字' * 4096}</b>", parse_mode="HTML")
    await raw.call("sendMessage", chat_id=ANNA, text="好", reply_markup=keys(callback_data="a" * 64))


@pytest.mark.parametrize(
    ("chat", "code", "description"),
    [
        (424242, 400, "Bad Request: chat not found"),
        (-100424242, 400, "Bad Request: chat not found"),
        ("@nowhere", 400, "Bad Request: chat not found"),
        (WAITING, 400, "Bad Request: chat not found"),
        (NEWCOMER, 403, "Forbidden: bot can't initiate conversation with a user"),
        (None, 400, "Bad Request: chat_id is empty"),
    ],
)
async def test_chats(raw: Raw, chat: int | str | None, code: int, description: str) -> None:
    params = {} if chat is None else {"chat_id": chat}
    assert await raw.refusal("sendMessage", text="好", **params) == (code, description)


async def test_blocked_until_let_in_again(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.player(ANNA).block()
    refused = (403, "Forbidden: bot was blocked by the user")
    assert await raw.refusal("sendMessage", chat_id=ANNA, text="好") == refused
    assert await raw.refusal("sendChatAction", chat_id=ANNA, action="typing") == refused
    await rehearsal.player(ANNA).block(False)
    await raw.call("sendMessage", chat_id=ANNA, text="好")


@pytest.mark.parametrize(("group", "kind"), [(GROUP, "supergroup"), (BASIC, "group")])
async def test_kicked(raw: Raw, rehearsal: Rehearsal, group: int, kind: str) -> None:
    await rehearsal.post("membership", {"person": ADMIN, "chat": group, "present": False})
    refused = (403, f"Forbidden: bot was kicked from the {kind} chat")
    assert await raw.refusal("sendMessage", chat_id=group, text="好") == refused


async def test_left(raw: Raw) -> None:
    await raw.call("leaveChat", chat_id=GROUP)
    refused = (403, "Forbidden: bot is not a member of the supergroup chat")
    assert await raw.refusal("sendMessage", chat_id=GROUP, text="好") == refused


async def test_a_group_that_became_a_supergroup(raw: Raw, rehearsal: Rehearsal) -> None:
    new = (await rehearsal.post("upgrade", {"chat": BASIC}))["chat"]
    answer = await raw.answer("sendMessage", chat_id=BASIC, text="好")
    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    await raw.call("sendMessage", chat_id=new, text="好")


async def test_edits_that_change_nothing(raw: Raw) -> None:
    same = {"text": "<b>旧</b>", "parse_mode": "HTML", "reply_markup": keys(callback_data="a")}
    sent = await raw.call("sendMessage", chat_id=ANNA, **same)
    here = {"chat_id": ANNA, "message_id": sent["message_id"]}
    unchanged = (400, NOT_MODIFIED)
    assert await raw.refusal("editMessageText", **here, **same) == unchanged
    await raw.call("editMessageText", **here, **{**same, "reply_markup": keys(callback_data="b")})
    await raw.call("editMessageText", **here, **{**same, "text": "旧"})
    again = keys(callback_data="a")
    assert await raw.refusal("editMessageReplyMarkup", **here, reply_markup=again) == unchanged
    await raw.call("editMessageReplyMarkup", **here)
    assert await raw.refusal("editMessageReplyMarkup", **here) == unchanged


async def test_edits_of_what_cannot_be_edited(raw: Raw, rehearsal: Rehearsal) -> None:
    text = await raw.call("sendMessage", chat_id=ANNA, text="旧")
    photo = (await raw.upload("sendPhoto", "photo", png(), "p.png", chat_id=str(ANNA)))["result"]
    mine = await rehearsal.player(ANNA).say("我的")
    for method, message_id, description in (
        ("editMessageCaption", text["message_id"], "there is no caption in the message to edit"),
        ("editMessageText", photo["message_id"], "there is no text in the message to edit"),
        ("editMessageText", 77, "message to edit not found"),
        ("editMessageText", mine["message_id"], "message can't be edited"),
    ):
        words = {"caption" if method == "editMessageCaption" else "text": "新"}
        refused = await raw.refusal(method, chat_id=ANNA, message_id=message_id, **words)
        assert refused == (400, f"Bad Request: {description}")


async def test_deleting(raw: Raw, rehearsal: Rehearsal, real_time: RealTime) -> None:
    sent = await raw.call("sendMessage", chat_id=ANNA, text="旧")
    here = {"chat_id": ANNA, "message_id": sent["message_id"]}
    assert await raw.call("deleteMessage", **here)
    gone = (400, "Bad Request: message to delete not found")
    assert await raw.refusal("deleteMessage", **here) == gone
    theirs = await rehearsal.player(BO).inside(GROUP).say("我说的")
    refused = (400, "Bad Request: message can't be deleted")
    assert await raw.refusal("deleteMessage", chat_id=GROUP, message_id=theirs["message_id"]) == refused
    old = await raw.call("sendMessage", chat_id=ANNA, text="老")
    real_time.now += 49 * 3600
    assert await raw.refusal("deleteMessage", chat_id=ANNA, message_id=old["message_id"]) == refused


async def test_media(raw: Raw) -> None:
    async def refused(method: str, field: str, data: bytes, **params: str) -> tuple[int, str]:
        answer = await raw.upload(method, field, data, "f.png", chat_id=str(ANNA), **params)
        return answer["error_code"], answer["description"]

    too_long = (400, "Bad Request: message caption is too long")
    assert await refused("sendPhoto", "photo", png(), caption="字" * 1025) == too_long
    assert await refused("sendPhoto", "photo", b"no picture") == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert await refused("sendPhoto", "photo", png(4, 90)) == (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    assert await refused("sendPhoto", "photo", png() + bytes(10 * 1024 * 1024)) == (
        400, f"Bad Request: file of size {10485760 + len(png())} bytes is too big for a photo; {MAXIMUM}"
    )  # fmt: skip
    assert await refused("sendDocument", "document", b"") == (400, "Bad Request: file must be non-empty")
    assert await refused("sendDocument", "document", bytes(50 * 1024 * 1024 + 1)) == (
        413, "Request Entity Too Large")  # fmt: skip
    assert await raw.refusal("sendPhoto", chat_id=ANNA) == (
        400, "Bad Request: there is no photo in the request")  # fmt: skip
    longest = await raw.upload("sendPhoto", "photo", png(), "p.png", chat_id=str(ANNA), caption="字" * 1024)
    assert longest["ok"]


async def test_files(raw: Raw) -> None:
    big = bytes(20 * 1024 * 1024 + 1)
    answer = await raw.upload("sendDocument", "document", big, "big", chat_id=str(ANNA))
    file_id = answer["result"]["document"]["file_id"]
    assert await raw.refusal("getFile", file_id=file_id) == (400, "Bad Request: file is too big")
    assert await raw.refusal("getFile", file_id="nonsense") == (400, "Bad Request: invalid file_id")


async def _pressed(raw: Raw, rehearsal: Rehearsal) -> str:
    await raw.call("sendMessage", chat_id=ANNA, text="保存？", reply_markup=keys(callback_data="a"))
    return str((await rehearsal.player(ANNA).press_only("保存"))["callback_id"])


async def test_presses(raw: Raw, rehearsal: Rehearsal, real_time: RealTime) -> None:
    first = await _pressed(raw, rehearsal)
    assert await raw.refusal("answerCallbackQuery", callback_query_id=first, text="字" * 201) == (
        400, "Bad Request: MESSAGE_TOO_LONG")  # fmt: skip
    elsewhere = "https://t.me/another_bot?start=1"
    assert await raw.refusal("answerCallbackQuery", callback_query_id=first, url=elsewhere) == (
        400, "Bad Request: URL_INVALID")  # fmt: skip
    assert await raw.call("answerCallbackQuery", callback_query_id=first)
    assert await raw.refusal("answerCallbackQuery", callback_query_id=first) == (400, TOO_OLD)
    assert await raw.refusal("answerCallbackQuery", callback_query_id="12") == (400, TOO_OLD)
    late = await _pressed(raw, rehearsal)
    real_time.now += 15 * 60 + 1
    assert await raw.refusal("answerCallbackQuery", callback_query_id=late) == (400, TOO_OLD)


async def test_commands(raw: Raw) -> None:
    for command, description, word in (
        ("My", "我的县", "BOT_COMMAND_INVALID"),
        ("my", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
    ):
        wanted = [{"command": command, "description": description}]
        assert await raw.refusal("setMyCommands", commands=wanted) == (400, f"Bad Request: {word}")


async def test_tokens_and_methods(server: RunningServer, raw: Raw) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{server.url}/bot1:wrong/getMe") as response:
        assert (response.status, await response.json()) == (
                401, {"ok": False, "error_code": 401, "description": "Unauthorized"})  # fmt: skip
    assert await raw.refusal("getMoon") == (404, "Not Found")


async def test_a_body_that_is_no_json(server: RunningServer) -> None:
    body, kind = b"{", {"Content-Type": "application/json"}
    url = f"{server.url}/bot{server.token}/getMe"
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=kind) as response:
        assert response.status == 400
        assert (await response.json())["description"] == "Bad Request: can't parse JSON object"


@pytest.mark.parametrize("count", [1, 11])
async def test_albums_of_a_wrong_size(raw: Raw, count: int) -> None:
    media = [{"type": "photo", "media": "file-x"}] * count
    assert await raw.refusal("sendMediaGroup", chat_id=ANNA, media=media) == (
        400, "Bad Request: there must be 2-10 items in the media group")  # fmt: skip


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendPhoto", {"photo": "attach://nothing"},
         "wrong file identifier/HTTP URL specified: no file named nothing attached"),
        ("sendPhoto", {"photo": "file-unknown"}, "wrong file identifier/HTTP URL specified"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("copyMessage", {"from_chat_id": BO, "message_id": 9}, "message to copy not found"),
        ("forwardMessage", {"from_chat_id": BO, "message_id": 9}, "message to forward not found"),
        ("setMessageReaction", {"message_id": 9}, "message to react not found"),
        ("getChatMember", {"user_id": 4242}, "invalid user_id specified"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
        ("editMessageText", {"text": "好"}, "message identifier is not specified"),
        ("editMessageText", {"text": "好", "inline_message_id": "x"}, "MESSAGE_ID_INVALID"),
        ("sendMessage", {"text": "好", "reply_markup": keys(url="javascript:1")},
         "inline keyboard button URL 'javascript:1' is invalid: Unsupported URL protocol"),
    ],
)  # fmt: skip
async def test_everything_else(raw: Raw, method: str, params: Json, description: str) -> None:
    assert await raw.refusal(method, chat_id=ANNA, **params) == (400, f"Bad Request: {description}")


async def test_two_pollers(raw: Raw, rehearsal: Rehearsal) -> None:
    polls = [asyncio.create_task(raw.answer("getUpdates", timeout=30)) for _ in range(2)]
    done, waiting = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
    assert [(poll.result()["error_code"], poll.result()["description"]) for poll in done] == [
        (409, TWO_POLLERS)
    ]
    await rehearsal.player(ANNA).say("你好")
    assert [(await poll)["ok"] for poll in waiting] == [True]


async def test_polling_beside_a_webhook(raw: Raw) -> None:
    await raw.call("setWebhook", url="https://example.org/hook")
    assert await raw.refusal("getUpdates") == (
        409, WEBHOOK_IS_SET)  # fmt: skip
    assert await raw.refusal("setWebhook", url="http://example.org/hook") == (
        400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")  # fmt: skip
