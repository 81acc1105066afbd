"""A day of every kind of message, with troubles, and its log: nothing that anybody typed, no token."""

import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from bot.logs import set_up_logging
from bot.pacing import Limits
from bot.settings import LogFormat
from bot.windows import Limit
from tests.bot.hooked import SECRET, hooked
from tests.bot.plays import QUICK, Play, playing
from tests.bot.rehearsal.pictures import png
from tests.bot.test_webhook import message
from tests.rehearsal_client import Player
from tests.rehearsal_world import ADMIN, ANNA, GROUP, LEADER, NEWCOMER, STRANGER, small_world

_ANY = Limit(10_000, 1.0)
UNPACED = replace(QUICK, limits=Limits(_ANY, _ANY, _ANY))
_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Words of every kind carry one of these, so that a piece of a message is found, too.
MARKS = ("zebra-7731", "110101199003078888", "Quagga_File", "@liaison_rehearsal_bot")


@pytest.fixture(params=[(f, level) for f in LogFormat for level in ("DEBUG", "INFO")], ids=str)
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """A log that is written in one of the four ways."""
    stream = io.StringIO()
    log_format, level = request.param
    root = logging.getLogger()
    handlers, before = list(root.handlers), root.level
    set_up_logging(log_format, level, stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(before)
    structlog.reset_defaults()
    if log_format is LogFormat.JSON:
        assert all(json.loads(line)["event"] for line in stream.getvalue().splitlines())


async def converse(anna: Player) -> None:
    await anna.ask("今天上午到修水县实地调研，座谈12人，发现活动阵地不足 zebra-7731")
    await anna.press("修改")
    await anna.ask("/cancel")
    said = await anna.ask("昨天电话联系武宁县，zebra-7731 经费不足")
    await anna.press("保存")
    await anna.edit(said.receipt["message_ids"][0], "昨天电话联系武宁县，zebra-7731 经费够了")
    await anna.ask("/undo")
    await anna.ask("/log")
    await anna.tell("修水县 zebra-7731")
    await anna.ask("/cancel")


async def send_everything(play: Play) -> None:
    anna, group = play.player(ANNA), play.player(LEADER).inside(GROUP)
    await converse(anna)
    for text in ("/my zebra-7731", "/zebra-7731", "哈哈 zebra-7731", "秘密 zebra-7731", "110101199003078888"):
        await anna.tell(text)
    await anna.photo(png(8, 8), "今天到修水县 zebra-7731", "Quagga_File.png")
    await anna.document(b"zebra-7731", "Quagga_File.txt", "材料 zebra-7731")
    await anna.location(29.0, 114.5)
    await group.tell("@liaison_rehearsal_bot 今天到都昌县走访 zebra-7731")
    await group.tell("/status@liaison_rehearsal_bot zebra-7731")
    await play.player(ADMIN).ask("/invite 演示财务部部长")
    await play.player(STRANGER).tell("我是谁 zebra-7731")
    await play.player(NEWCOMER).tell("/start zebra-7731")
    await play.player(ADMIN).inside(GROUP).bring_bot(False)


async def have_trouble(play: Play) -> None:
    anna = play.player(ANNA)
    for kind in ("500", "502", "reset", "lost"):
        await play.rehearsal.fault("sendMessage", kind, seconds=0)
        await anna.tell(f"今天到修水县 zebra-7731 {kind}")
    await play.rehearsal.fault("getUpdates", "502")
    await anna.tell("/my zebra-7731")


def assert_silent(log: str) -> None:
    assert log
    assert small_world().token.partition(":")[2] not in log
    assert SECRET not in log
    assert not [mark for mark in MARKS if mark in log]
    assert not [line for line in log.splitlines() if _CHINESE.search(line) or "\\u4e" in line]


async def test_a_day_by_polling(tmp_path: Path, filled_sqlite: str, written: io.StringIO) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        await send_everything(play)
        await have_trouble(play)
        await play.rehearsal.clock.move(advance=8 * 86_400)
    assert_silent(written.getvalue())
    assert "call_repeated" in written.getvalue()


async def test_deliveries_by_webhook(tmp_path: Path, filled_sqlite: str, written: io.StringIO) -> None:
    async with hooked(tmp_path, filled_sqlite, UNPACED, metrics=True) as (play, door):
        await converse(play.player(ANNA))
        assert await door.deliver(message(4_000, "zebra-7731"), "zebra-7731") == 403
        assert await door.deliver(b"zebra-7731") == 400
        assert await door.deliver({"update_id": 5_000, "message": "zebra-7731"}) in {200, 503}
        assert await door.deliver({"update_id": 5_001, "strange": {"text": "zebra-7731"}}) == 200
        assert (await door.get("/metrics"))[0] == 200
    assert_silent(written.getvalue())
    assert "webhook_set" in written.getvalue()
