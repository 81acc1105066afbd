"""What nobody else takes: every press is answered, strangers learn nothing."""

import pytest

from tests.handlers.cast import VISIT, Cast, said
from tests.rehearsal_client import Player

STALE = "这个按钮已失效。已登记的用 /records 查看；没有登记的，发一句话即可。"


async def press_raw(cast: Cast, who: Player, message_id: int, data: str) -> list[str]:
    """Press something that no message of ours shows."""
    press = {"person": who.person, "chat": who.chat, "message_id": message_id, "data": data, "stale": True}
    return said(await who._answers(await cast.rehearsal.post("press", press)))


@pytest.mark.parametrize("data", ["zz:1", "sv", "pk:1:q:0:0", "😀", "sv:a:b:c"])
async def test_an_unknown_button_gets_a_sentence_and_a_way_on(cast: Cast, data: str) -> None:
    card = (await cast.anna.ask(VISIT)).last
    assert await press_raw(cast, cast.anna, card.id, data) == [f"alert: {STALE}"]


async def test_old_buttons_of_cards_and_digests_say_what_became_of_them(cast: Cast) -> None:
    card = (await cast.admin.ask("/status")).last
    assert await press_raw(cast, cast.admin, card.id, "dg:5:1") == ["alert: 这期调度已经处理过，或已不存在。"]
    assert await press_raw(cast, cast.admin, card.id, "sv:1-1") == [
        "alert: 这张卡片不是您的，或已不存在。需要登记时，请发一句话。"
    ]
    assert await press_raw(cast, cast.admin, card.id, "ct:999") == ["alert: 没有找到“999”，请核对后再试。"]


async def test_a_strangers_press_is_answered_without_a_word(cast: Cast) -> None:
    line = (await cast.stranger.ask("您好")).last
    for data in ("zz:1", "sv:1-1", "ct:1", "gr:-1001000000002:1", "dg:1:1"):
        assert await press_raw(cast, cast.stranger, line.id, data) == []


async def test_every_press_is_answered_once(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    for label in ("修改", "人数", "« 上一步", "日期", "·", "取消", "保存", "撤销"):
        await cast.anna.press(label)
    presses = await cast.rehearsal.calls("answerCallbackQuery")
    assert len(presses) == 8
    assert {call["outcome"] for call in presses} == {"ok"}
