"""A message becomes a card, and a card a record."""

from itertools import count

from bot import faults
from tests.handlers.cast import CARD, PNG, VISIT, Cast, lines, said


async def test_a_sentence_becomes_a_card_and_a_record(cast: Cast) -> None:
    card = await cast.anna.ask(VISIT)
    assert lines(card) == CARD
    assert card.buttons == [["保存", "修改", "放弃"]]
    assert await cast.contacts() == 0
    saved = await cast.anna.press("保存")
    assert saved.toasts == ["已保存"]
    assert saved.last.id == card.last.id
    assert lines(saved) == [
        "已保存",
        "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 12 人",
        "问题第 1 号：活动阵地不足",
        "10 分钟内可撤销。",
    ]
    assert saved.buttons == [["更正", "撤销"]]
    assert await cast.contacts() == 1


async def test_saving_twice_and_after_undo_shows_the_present_state(cast: Cast) -> None:
    card = (await cast.anna.ask(VISIT)).last
    await cast.anna.press("保存")
    assert said(await cast.press_stale(cast.anna, card, "保存")) == ["toast: 已保存"]
    assert said(await cast.press_stale(cast.anna, card, "放弃")) == ["toast: 已保存"]
    undone = await cast.anna.press("撤销")
    assert said(undone) == ["edited: 已撤销", "toast: 已撤销"]
    assert lines(undone)[-1] == "不再计入统计。需要时重新发一句话登记。"
    assert undone.buttons == []
    assert said(await cast.press_stale(cast.anna, card, "保存")) == ["toast: 已撤销"]
    assert await cast.contacts() == 0


async def test_undo_ends_after_ten_minutes(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.rehearsal.clock.move(advance=601)
    late = await cast.anna.press("撤销")
    assert said(late) == ["alert: 已超过 10 分钟，不能直接撤销。请用 /records 打开这条，写明原因撤回。"]
    assert (
        await cast.anna.ask("/undo")
    ).text == "已超过 10 分钟，不能直接撤销。请用 /records 打开这条，写明原因撤回。"
    assert await cast.contacts() == 1


async def test_the_command_undoes_the_latest_record_and_its_card(cast: Cast) -> None:
    card = (await cast.anna.ask(VISIT)).last
    await cast.anna.press("保存")
    undone = await cast.anna.ask("/undo")
    assert said(undone) == ["edited: 已撤销", "message: 已撤销"]
    assert undone[0].id == card.id
    assert (await cast.anna.ask("/undo")).text == "没有可撤销的记录。"


async def test_a_dropped_card_says_so(cast: Cast) -> None:
    card = (await cast.anna.ask(VISIT)).last
    dropped = await cast.anna.press("放弃")
    assert dropped.last.text == "这张卡片已放弃，没有登记。需要登记时，再发一句话即可。"
    assert dropped.buttons == []
    assert dropped.toasts == ["已放弃"]
    for label in ("保存", "修改", "放弃"):
        assert (await cast.press_stale(cast.anna, card, label)).toasts in (["已放弃"], [])
    assert await cast.contacts() == 0


async def test_a_card_asks_for_the_one_thing_it_lacks(cast: Cast) -> None:
    card = await cast.anna.ask("今天和武宁县联系了一下")
    assert lines(card)[0] == "已读懂，还差一项"
    assert lines(card)[-1] == "联系是什么方式？"
    assert card.buttons == [["实地", "电话", "视频", "其他方式"], ["修改", "放弃"]]
    answered = await cast.anna.press("电话")
    assert "方式：电话" in lines(answered)
    assert answered.buttons == [["保存", "修改", "放弃"]]
    await cast.anna.press("保存")
    assert await cast.contacts() == 1


async def test_a_card_that_still_asks_is_dropped_like_any_other(cast: Cast) -> None:
    await cast.anna.ask("今天和武宁县联系了一下")
    assert (await cast.anna.press("放弃")).toasts == ["已放弃"]


async def test_an_issue_without_a_county_asks_for_it(cast: Cast) -> None:
    card = await cast.anna.ask("发现活动阵地不足")
    assert lines(card)[-1] == "问题“活动阵地不足”是哪个县的？"
    assert card.buttons == [["修水县", "其他县"], ["修改", "放弃"]]
    answered = await cast.anna.press("修水县")
    assert lines(answered) == ["请核对，无误请点“保存”", "问题：修水县，活动阵地不足"]
    assert lines(await cast.anna.press("保存"))[1] == "问题第 1 号：修水县，活动阵地不足"


async def test_a_day_outside_the_campaign_is_named_and_can_be_changed(cast: Cast) -> None:
    card = await cast.anna.ask("2022年10月1日到修水县调研")
    assert lines(card)[-1] == "2022年10月1日不在本次工作期间（2022年11月15日至2023年12月31日）。请选日期："
    assert card.buttons[0] == ["今天 2月20日", "昨天 2月19日", "其他日期"]
    assert "日期：2月19日（周日，昨天）" in lines(await cast.anna.press("昨天"))


async def test_a_county_outside_the_campaign_is_named(cast: Cast) -> None:
    answer = await cast.anna.ask("今天去南昌县调研，座谈5人")
    assert "“南昌县”不在本次工作的县级工会中" in answer.text


async def test_several_contacts_stand_on_one_card(cast: Cast) -> None:
    card = await cast.anna.ask("昨天电话联系武宁县，今天到修水县调研，发现缺人手")
    assert lines(card) == [
        "请核对，无误请点“保存”",
        "1. 武宁县 · 2月19日（周日，昨天） · 电话",
        "2. 修水县 · 2月20日（周一，今天） · 实地",
        "问题：修水县，缺人手",
        "武宁县不是您联系的县：这次联系记在该县，您联系的县次数不变。",
    ]
    assert lines(await cast.anna.press("保存"))[1:3] == [
        "第 1 号 武宁县 · 2月19日（周日，昨天） · 电话",
        "第 2 号 修水县 · 2月20日（周一，今天） · 实地",
    ]


async def test_messages_that_are_no_record_are_pointed_on(cast: Cast) -> None:
    assert "例如" not in (await cast.anna.ask("还有几个县没有联系？")).text
    assert lines(await cast.anna.ask("明天去修水县调研"))[0] == "计划：要记下吗？"
    assert "更正" in (await cast.anna.ask("刚才那条记错了，应该是10人")).text
    assert "例如" in (await cast.anna.ask("谢谢")).text
    assert len(await cast.anna.tell("收到")) == 0
    assert await cast.contacts() == 0


async def test_an_edited_message_renews_its_open_card(cast: Cast) -> None:
    card = await cast.anna.ask(VISIT)
    said_before = card.receipt["message_id"]
    renewed = await cast.anna.edit(said_before, "昨天到武宁县实地调研，座谈20人")
    assert [answer.kind for answer in renewed] == ["edited"]
    assert renewed.last.id == card.last.id
    assert lines(renewed)[1:5] == ["县：武宁县", "日期：2月19日（周日，昨天）", "方式：实地", "人数：20 人"]
    await cast.anna.press("保存")
    late = await cast.anna.edit(said_before, "昨天到武宁县实地调研，座谈21人")
    assert lines(late)[:2] == ["更正第 1 号", "人数：20 人 → 21 人"]
    await cast.anna.tell("/undo")
    again = await cast.anna.edit(said_before, "昨天到武宁县实地调研，座谈22人")
    assert "人数：22 人" in lines(again)


async def test_a_photo_counts_with_its_caption(cast: Cast) -> None:
    assert lines(await cast.anna.photo(PNG, caption=VISIT)) == [*CARD, "照片 1 张"]
    assert (await cast.anna.location(29.0, 114.5)).text.startswith("要把这个位置和上面的卡片一起保存吗？")


async def test_anothers_card_cannot_be_pressed(cast: Cast) -> None:
    await cast.approve_group()
    anna, bo = cast.anna.inside(-1001000000001), cast.bo.inside(-1001000000001)
    card = await anna.ask(VISIT)
    assert lines(card) == CARD
    refused = await bo.press("保存")
    assert said(refused) == ["alert: 这张卡片不是您的，或已不存在。需要登记时，请发一句话。"]
    await anna.press("保存")
    assert await cast.contacts() == 1


async def test_an_undo_that_is_run_again_undoes_no_second_record(cast: Cast) -> None:
    for text in (VISIT, "昨天电话联系修水县"):
        await cast.anna.ask(text)
        await cast.anna.press("保存")
    commits = count(1)

    def fail_once(point: str) -> None:
        if point == "after-commit" and next(commits) == 1:
            raise OSError

    faults.install(fail_once)
    try:
        assert said(await cast.anna.ask("/undo")) == ["message: 上一条已撤销。"]
    finally:
        faults.install(None)
    assert await cast.contacts() == 1
    assert said(await cast.anna.ask("/undo"))[0] == "edited: 已撤销"
    assert await cast.contacts() == 0


async def test_an_edit_that_says_nothing_leaves_the_card_and_says_so(cast: Cast) -> None:
    card = await cast.anna.ask(VISIT)
    message = card.receipt["message_id"]
    for text in ("收到", "明天去修水县调研"):
        answer = await cast.anna.edit(message, text)
        assert answer.text == (
            "修改后的消息没有读出联系情况，上面的卡片没有改动。不登记的，请点卡片下方的“放弃”。"
        )
    assert lines(await cast.anna.press("保存"))[1].startswith("第 1 号 修水县")
