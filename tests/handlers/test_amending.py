"""A reply that gives a field another value changes the card, or offers to correct the record."""

import pytest

from tests.handlers.cast import CARD, VISIT, Cast, lines, said


@pytest.fixture
def cast(cast_on_both: Cast) -> Cast:
    """Each play on both kinds of database."""
    return cast_on_both


@pytest.mark.parametrize(
    ("reply", "place", "line"),
    [
        ("座谈15人", 4, "人数：15 人"),
        ("是昨天去的", 2, "日期：2月19日（周日，昨天）"),
        ("是视频不是实地", 3, "方式：视频"),
        ("去的是张副主席(演示)", 5, "谁去的：张副主席(演示)"),
        ("不是修水县，是武宁县", 1, "县：武宁县"),
        ("人数改为20", 4, "人数：20 人"),
    ],
)
async def test_a_reply_changes_one_field_of_the_card(cast: Cast, reply: str, place: int, line: str) -> None:
    card = (await cast.anna.ask(VISIT)).last
    changed = await cast.anna.ask(reply, reply_to=card.id)
    assert said(changed) == [f"message: {CARD[0]}", "edited: 这张卡片已改动，请看下面新的一张。"]
    assert changed[0].text.splitlines()[:7] == [*CARD[:place], line, *CARD[place + 1 :]]
    assert changed[0].buttons == card.buttons
    assert not changed[1].buttons
    assert lines(await cast.anna.press("保存", changed[0].id))[0] == "已保存"
    assert await cast.contacts() == 1


async def test_a_reply_changes_and_adds_at_once(cast: Cast) -> None:
    card = (await cast.anna.ask(VISIT)).last
    changed = await cast.anna.ask("座谈15人，还有经费也不够", reply_to=card.id)
    assert changed[0].text.splitlines()[4:] == ["人数：15 人", "谁去的：未写", CARD[6], "问题：经费也不够"]
    again = await cast.anna.ask("是昨天", reply_to=changed[0].id)
    assert again[0].text.splitlines()[2:5] == ["日期：2月19日（周日，昨天）", CARD[3], "人数：15 人"]


async def test_a_reply_to_a_record_offers_the_correction(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    record = (await cast.anna.press("保存")).last.id
    offer = await cast.anna.ask("座谈15人", reply_to=record)
    assert lines(offer) == ["更正第 1 号", "人数：12 人 → 15 人", "记录还没有改动。按这样更正吗？"]
    assert offer.buttons == [["更正", "不改"]]
    done = await cast.anna.press("更正")
    assert done.toasts == ["已更正"]
    assert lines(done)[1] == "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 15 人"
    same = await cast.anna.ask("是15人", reply_to=record)
    assert lines(same)[1] == "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 15 人"
    refused = await cast.anna.ask("是2月25日去的", reply_to=record)
    assert refused.text == "日期不在本次工作期间（2022年11月15日至2023年12月31日）。"


async def test_of_several_contacts_the_county_tells_which(cast: Cast) -> None:
    card = (await cast.anna.ask("今天到修水县实地调研，又给武宁县打了电话")).last
    asked = await cast.anna.ask("座谈15人", reply_to=card.id)
    assert asked.text.startswith("这里有 2 次联系，没有改动。请写明是哪个县的")
    changed = await cast.anna.ask("修水县是15人", reply_to=card.id)
    assert changed[0].text.splitlines()[1:3] == [
        "1. 修水县 · 2月20日（周一，今天） · 实地 · 15 人",
        "2. 武宁县 · 2月20日（周一，今天） · 电话",
    ]


async def test_others_change_nothing_by_a_reply_and_a_report_is_a_report(cast: Cast) -> None:
    await cast.approve_group()
    group = -1001000000001
    anna, bo = cast.anna.inside(group), cast.bo.inside(group)
    card = (await anna.ask(VISIT)).last
    await bo.tell("座谈15人", reply_to=card.id)
    other = await anna.ask("昨天到武宁县实地调研，15人", reply_to=card.id)
    assert lines(other)[1] == "县：武宁县"
    assert "12 人" in (await anna.press("保存", card.id)).last.text
