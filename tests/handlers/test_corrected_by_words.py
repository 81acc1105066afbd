"""A correction without a reply finds the card or record that it means, and shows before and after."""

import pytest

from tests.handlers.cast import Cast, lines

LOGGED = (
    "2月16日到修水县实地调研，座谈18人，发现活动阵地不足",
    "2月17日打电话联系武宁县总",
    "昨天到都昌县实地调研，座谈9人",
)
PROPOSED = {
    "填错人数了，修水那场是8个人，不是18个": ["更正第 1 号", "人数：18 人 → 8 人"],
    "是8人不是9人": ["更正第 3 号", "人数：9 人 → 8 人"],
    "修水是15人不是18人": ["更正第 1 号", "人数：18 人 → 15 人"],
    "是视频不是电话": ["更正第 2 号", "方式：电话 → 视频"],
    "武宁那次是视频不是电话": ["更正第 2 号", "方式：电话 → 视频"],
    "2月17日那条方式错了，应该是视频": ["更正第 2 号", "方式：电话 → 视频"],
    "刚才说错了，是湖口不是都昌": ["更正第 3 号", "县：都昌县 → 湖口县"],
    "上一条人数写错了，应为12人": ["更正第 3 号", "人数：9 人 → 12 人"],
    "更正：修水县日期应为2月15日": ["更正第 1 号", "日期：2月16日（周四） → 2月15日（周三）"],
    "都昌昨天那条人数应该是7，不是9": ["更正第 3 号", "人数：9 人 → 7 人"],
}
POINTED = {
    "2月17号武宁那条重复了，删掉": "第 2 号 武宁县",
    "上一条发重了": "第 3 号 都昌县",
    "修水那条作废，人没去成": "第 1 号 修水县",
    "昨天都昌那条写错了": "第 3 号 都昌县",
}
NOBODYS = ("湖口昨天那条作废", "彭泽那次是视频不是电话，写错了")


@pytest.fixture
async def logged(cast_on_both: Cast) -> Cast:
    """Three records of one person."""
    for words in LOGGED:
        await cast_on_both.anna.ask(words)
        await cast_on_both.anna.press("保存")
    return cast_on_both


async def test_the_record_that_is_meant_is_shown_before_and_after(logged: Cast) -> None:
    for words, proposal in PROPOSED.items():
        shown = await logged.anna.ask(words)
        assert lines(shown)[:2] == proposal, words
        await logged.anna.press("不改")
    await logged.anna.ask("武宁那次是视频不是电话")
    assert lines(await logged.anna.press("更正"))[1].startswith("第 2 号 武宁县 · 2月17日（周五） · 视频")


async def test_what_is_only_taken_back_is_shown_with_its_buttons(logged: Cast) -> None:
    for words, record in POINTED.items():
        shown = await logged.anna.ask(words)
        assert lines(shown)[0].startswith("说的是这条吗？"), words
        assert lines(shown)[2].startswith(record), words
    assert await logged.contacts() == 3


async def test_what_nobody_logged_is_pointed_on(logged: Cast) -> None:
    for words in NOBODYS:
        assert (await logged.anna.ask(words)).text.startswith("要更正已保存的记录："), words
    for words in ("修水那条作废，人没去成", "是15人不是12人"):
        assert (await logged.bo.ask(words)).text.startswith("要更正已保存的记录："), words


async def test_a_card_that_is_only_called_wrong_stays_as_it_is(logged: Cast) -> None:
    card = (await logged.anna.ask("今天到修水县实地调研，座谈30人")).last
    told = await logged.anna.ask("县写错了")
    assert [answer.kind for answer in told.all] == ["message"]
    assert "卡片还没保存的，点“修改”或“放弃”。" in told.text
    assert lines(await logged.press_stale(logged.anna, card, "保存"))[0] == "已保存"


@pytest.mark.parametrize("words", ["刚才那条不要了", "刚才那个不算", "修水那条作废，人没去成"])
async def test_a_card_that_is_taken_back_is_given_up(logged: Cast, words: str) -> None:
    card = (await logged.anna.ask("今天到修水县实地调研，座谈30人")).last
    told = await logged.anna.ask(words)
    assert [answer.kind for answer in told.all] == ["edited", "message"]
    assert all(answer.text.startswith("这张卡片已放弃，没有登记。") for answer in told.all)
    assert "已放弃" in (await logged.press_stale(logged.anna, card, "保存")).text
    assert await logged.contacts() == 3


async def test_a_card_stays_when_a_part_of_it_or_a_colleagues_is_taken_back(logged: Cast) -> None:
    card = (await logged.anna.ask("今天到修水县实地调研，座谈30人，发现活动阵地不足")).last
    for words in ("刚才那张照片删掉", "第二个问题删掉", "请把人数去掉", "附件删了", "你那条重复了，删掉"):
        assert "卡片还没保存的，点“修改”或“放弃”。" in (await logged.anna.ask(words)).text, words
    assert lines(await logged.press_stale(logged.anna, card, "保存"))[0] == "已保存"


async def test_another_channel_is_no_new_value_of_what_is_taken_back(logged: Cast) -> None:
    await logged.anna.ask("今天到修水县实地调研，座谈30人")
    shown = await logged.anna.ask("刚才那个电话不算")
    assert lines(shown)[2].startswith("第 2 号 武宁县")
    assert "实地" in (await logged.anna.press("保存")).text


async def test_of_a_card_with_several_contacts_one_is_not_taken_back_with_all(logged: Cast) -> None:
    await logged.anna.ask("今天到修水县实地调研，座谈30人；到武宁县实地调研，座谈10人")
    told = await logged.anna.ask("武宁那条作废")
    assert "已放弃" not in told.text
    assert "放弃" in (await logged.anna.ask("刚才那个不算")).text


async def test_bare_values_that_may_be_of_another_contact_change_nothing(logged: Cast) -> None:
    await logged.anna.ask("今天到修水县实地调研，座谈30人；到武宁县实地调研，座谈10人")
    assert "15 人" not in (await logged.anna.ask("15人")).text
    assert "武宁县 · 2月20日（周一，今天） · 实地 · 15 人" in (await logged.anna.ask("武宁县是15人")).text
    await logged.anna.press("放弃")
    assert "哪个县" in (await logged.anna.ask("发现职工活动阵地不足")).text
    assert "更正" not in (await logged.anna.ask("湖口县")).text  # it is the new problem's, not the record's


async def test_an_open_card_comes_first_and_is_changed_at_once(logged: Cast) -> None:
    await logged.anna.ask("今天到修水县实地调研，座谈30人")
    changed = await logged.anna.ask("是15人不是30人")
    assert "人数：15 人" in changed.all[0].text
    changed = await logged.anna.ask("人数写错了，是13人")
    assert "人数：13 人" in changed.all[0].text
    assert lines(await logged.anna.press("保存"))[1].startswith(
        "第 4 号 修水县 · 2月20日（周一，今天） · 实地 · 13 人"
    )
