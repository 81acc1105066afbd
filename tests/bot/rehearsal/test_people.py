"""What people can do, cannot do, and what their client makes of what they type."""

import aiohttp
import pytest

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.raw import Json, Raw
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ADMIN, ANNA, BASIC, BO, GROUP, NEWCOMER, STRANGER, WAITING


async def test_clients_tidy_and_split_what_is_typed(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.player(ANNA).say("\n  座谈\t12人  \n")
    await rehearsal.player(ANNA).say("字" * 5000)
    texts = [update["message"]["text"] for update in await raw.call("getUpdates")]
    assert texts == ["座谈 12人", "字" * 4096, "字" * 904]


@pytest.mark.parametrize(
    ("path", "wish", "error"),
    [
        ("say", {"person": ANNA, "chat": ANNA, "text": " \t\n"}, "empty"),
        ("say", {"person": ANNA, "chat": BO, "text": "好"}, "not_yours"),
        ("say", {"person": STRANGER, "chat": GROUP, "text": "好"}, "not_member"),
        ("say", {"person": 999, "chat": 999, "text": "好"}, "no_person"),
        ("say", {"person": ANNA, "chat": ANNA, "text": "好", "mood": "glad"}, "invalid"),
        ("edit", {"person": ANNA, "chat": ANNA, "message_id": 99, "text": "好"}, "not_yours"),
        ("press", {"person": ANNA, "chat": ANNA, "message_id": 99, "data": "x"}, "no_button"),
        ("membership", {"person": STRANGER, "chat": GROUP, "present": False}, "not_member"),
        ("upgrade", {"chat": GROUP}, "no_basic_group"),
        ("fault", {"kind": "earthquake"}, "invalid"),
    ],
)
async def test_what_cannot_be_done(server: RunningServer, path: str, wish: Json, error: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/rehearsal/{path}", json=wish) as response,
    ):
        assert (response.status, (await response.json())["error"]) == (400, error)


async def test_who_has_blocked_the_bot_writes_nothing(rehearsal: Rehearsal) -> None:
    await rehearsal.player(ANNA).block()
    with pytest.raises(AssertionError, match="blocked"):
        await rehearsal.player(ANNA).say("好")


async def test_an_edit_that_changes_nothing_is_none(rehearsal: Rehearsal) -> None:
    said = await rehearsal.player(ANNA).say("好")
    with pytest.raises(AssertionError, match="unchanged"):
        await rehearsal.player(ANNA).edit(said["message_id"], " 好 ")


async def test_first_word_of_a_newcomer_opens_the_chat(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.player(NEWCOMER).say("/start")
    await raw.call("sendMessage", chat_id=NEWCOMER, text="您好")


async def test_the_bot_sees_nothing_of_groups_it_is_not_in(raw: Raw, rehearsal: Rehearsal) -> None:
    receipt = await rehearsal.player(ADMIN).inside(WAITING).say("好")
    assert receipt["update_ids"] == []
    assert await raw.call("getUpdates") == []
    assert len(await rehearsal.player(ADMIN).inside(WAITING).messages()) == 1


async def test_coming_into_a_group_tells_who_brought_the_bot(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.post("membership", {"person": ADMIN, "chat": WAITING, "present": True})
    change, joined = await raw.call("getUpdates")
    assert change["my_chat_member"]["from"]["id"] == ADMIN
    assert change["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert joined["message"]["new_chat_members"][0]["is_bot"]


async def test_a_repeated_change_is_no_change(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.player(ANNA).block(False)
    await rehearsal.post("membership", {"person": ADMIN, "chat": GROUP, "present": True})
    assert await raw.call("getUpdates") == []


async def test_an_upgraded_group_keeps_its_people(raw: Raw, rehearsal: Rehearsal) -> None:
    new = (await rehearsal.post("upgrade", {"chat": BASIC}))["chat"]
    farewell, welcome = await raw.call("getUpdates")
    assert farewell["message"]["migrate_to_chat_id"] == new
    assert welcome["message"]["migrate_from_chat_id"] == BASIC
    await rehearsal.player(ANNA).inside(new).say("还在")
    world = await rehearsal.get("world")
    assert [group["id"] for group in world["groups"]] == [GROUP, WAITING, new]


async def test_only_the_wanted_kinds_of_updates_are_kept(raw: Raw, rehearsal: Rehearsal) -> None:
    await raw.call("getUpdates", allowed_updates=["callback_query"])
    assert (await rehearsal.player(ANNA).say("好"))["update_ids"] == []
    await raw.call("getUpdates", allowed_updates=[])
    assert len((await rehearsal.player(ANNA).say("好"))["update_ids"]) == 1


async def test_a_negative_offset_keeps_the_newest(raw: Raw, rehearsal: Rehearsal) -> None:
    for number in range(3):
        await rehearsal.player(ANNA).say(str(number))
    (newest,) = await raw.call("getUpdates", offset=-1)
    assert newest["message"]["text"] == "2"


async def test_the_menu_is_that_of_the_narrowest_scope(raw: Raw, rehearsal: Rehearsal) -> None:
    def menu(word: str) -> list[Json]:
        return [{"command": word, "description": word}]

    await raw.call("setMyCommands", commands=menu("all"))
    await raw.call("setMyCommands", commands=menu("groups"), scope={"type": "all_group_chats"})
    await raw.call("setMyCommands", commands=menu("anna"), scope={"type": "chat", "chat_id": ANNA})
    shown = {}
    for chat in (ANNA, BO, GROUP):
        commands = (await rehearsal.get(f"chats/{chat}", person=BO))["commands"]
        shown[chat] = [command["command"] for command in commands]
    assert shown == {ANNA: ["anna"], BO: ["all"], GROUP: ["groups"]}
