"""What a group takes from the bot is met, and told to the admins once."""

from pathlib import Path
from typing import Any

import pytest

from bot.sender import LONGEST_REST
from campaign.vocabulary import ChatState
from tests.bot.deliveries import Deliveries, delivering
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ADMIN, ANNA, FORUM, GROUP, TOPIC, small_world

CALM = small_world(flood=False)
TEXTS = ("演示一", "演示二", "演示三")
NO_PHOTOS = "not enough rights to send photos to the chat"
NO_FILES = "not enough rights to send documents to the chat"
FOR_EVER = 1000


async def told(stage: Rehearsal) -> list[str]:
    """All that the admin heard."""
    return [view["text"] for view in await stage.player(ADMIN).messages()]


async def arrived(stage: Rehearsal, chat: int) -> list[dict[str, Any]]:
    """What a member of the group sees of the bot."""
    views = await stage.player(ADMIN).inside(chat).messages()
    return [view for view in views if view["text"].startswith("演示")]


async def open_rows(post: Deliveries) -> list[Any]:
    return [row["error"] for row in await post.rows() if row["open"]]


@pytest.mark.parametrize("files_too", [False, True])
async def test_a_group_that_takes_no_pictures_gets_files_else_words(
    tmp_path: Path, filled_sqlite: str, *, files_too: bool
) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled_sqlite, stage.url) as post:
        await post.approve(GROUP, "专班群")
        await stage.fault("sendPhoto", "400", words=NO_PHOTOS, times=FOR_EVER)
        if files_too:
            await stage.fault("sendDocument", "400", words=NO_FILES, times=FOR_EVER)
        await post.owe(GROUP, *TEXTS, picture=True)
        assert await open_rows(post) == []
        seen = await arrived(stage, GROUP)
        assert [view["text"] for view in seen] == list(TEXTS)
        assert [bool(view.get("document")) for view in seen] == [not files_too] * 3
        assert await told(stage) == [
            "群“专班群”不收图片，调度的图改用文件发，还不收就只发文字。请在群设置里允许发图片。"
        ]
        group = await post.threads.read(lambda unit: unit.groups.get(GROUP))
        assert group
        assert group.state is ChatState.APPROVED
        assert await post.doubles() == 0


async def test_a_group_in_which_the_bot_may_not_write_any_more(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled_sqlite, stage.url) as post:
        await post.approve(GROUP, "专班群")
        await stage.post("silence", {"person": ADMIN, "chat": GROUP, "silenced": True})
        await post.owe(GROUP, *TEXTS, picture=True)
        assert [row["error"] for row in await post.rows()][:3] == ["bad_request"] * 3
        group = await post.threads.read(lambda unit: unit.groups.get(GROUP))
        assert group
        assert group.state is ChatState.LEFT
        assert len(await told(stage)) == 1
        assert (await told(stage))[0].startswith("群“专班群”收不到消息了")


async def test_a_topic_that_is_gone(tmp_path: Path, filled_sqlite: str) -> None:
    world = small_world(flood=False, forum=True)
    async with rehearsing(tmp_path, world) as stage, delivering(filled_sqlite, stage.url) as post:
        await stage.post("membership", {"person": ADMIN, "chat": FORUM, "present": True})
        await post.approve(FORUM, "分话题群", topic=TOPIC + 90)
        await post.owe(FORUM, *TEXTS, picture=True)
        assert await open_rows(post) == []
        assert [view["text"] for view in await arrived(stage, FORUM)] == list(TEXTS)
        assert len(await told(stage)) == 1
        assert "话题已关闭或删除" in (await told(stage))[0]


async def test_a_storm_of_429s_is_weathered_and_told_once(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled_sqlite, stage.url) as post:
        await post.approve(GROUP, "专班群")
        await stage.fault("sendMessage", "429", seconds=1, times=4, chat_id=GROUP)
        await post.owe(GROUP, *TEXTS)
        await stage.player(ANNA).inside(GROUP).hears(TEXTS[2], patience=LONGEST_REST)
        assert await open_rows(post) == []
        assert [view["text"] for view in await arrived(stage, GROUP)] == list(TEXTS)
        assert await told(stage) == [
            "Telegram 让机器人放慢，有些消息要晚到约 1 分钟。程序会自动补发，不必处理。"
        ]
        assert await post.doubles() == 0
