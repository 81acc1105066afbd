"""An edited message offers to correct its record; a reply adds to a card or a record."""

import pytest

from tests.handlers.cast import VISIT, Cast, lines, said


@pytest.fixture
def cast(cast_on_both: Cast) -> Cast:
    """Each play on both kinds of database."""
    return cast_on_both


async def _saved(cast: Cast, text: str = VISIT) -> tuple[int, int]:
    card = await cast.anna.ask(text)
    return card.receipt["message_id"], (await cast.anna.press("保存")).last.id


async def test_an_edit_of_a_saved_message_shows_what_would_change(cast: Cast) -> None:
    message, record = await _saved(cast)
    offer = await cast.anna.edit(
        message, "昨天上午到修水县实地调研，座谈15人，发现职工活动阵地不足；经费也不够"
    )
    assert lines(offer) == [
        "更正第 1 号",
        "日期：2月20日（周一，今天） → 2月19日（周日，昨天）",
        "人数：12 人 → 15 人",
        "问题第 1 号：活动阵地不足 → 职工活动阵地不足",
        "新增问题：经费也不够",
        "记录还没有改动。按这样更正吗？",
    ]
    assert offer.buttons == [["更正", "不改"]]
    done = await cast.anna.press("更正", offer.last.id)
    assert done.toasts == ["已更正"]
    assert lines(done)[1:4] == [
        "第 1 号 修水县 · 2月19日（周日，昨天） · 实地 · 15 人",
        "问题第 1 号：职工活动阵地不足",
        "问题第 2 号：经费也不够",
    ]
    theirs = next(view for view in await cast.anna.messages() if view["id"] == record)
    assert "15 人" in theirs["text"]


async def test_an_edit_may_be_left_and_one_that_changes_nothing_says_so(cast: Cast) -> None:
    message, _ = await _saved(cast)
    await cast.rehearsal.clock.move(advance=3600)
    offer = await cast.anna.edit(message, "今天上午到武宁县电话联系，座谈12人，发现活动阵地不足")
    assert lines(offer)[1:3] == ["县：修水县 → 武宁县", "方式：实地 → 电话"]
    left = await cast.anna.press("不改", offer.last.id)
    assert left.toasts == ["没有改动"]
    assert lines(left)[1].startswith("第 1 号 修水县")
    same = await cast.anna.edit(message, VISIT + "。")
    assert same.text == "这条消息已保存为第 1 号，修改后没有读出要改的内容。如需更正，点记录下方的“更正”。"


async def test_what_a_message_leaves_unsaid_stays(cast: Cast) -> None:
    card = await cast.anna.ask("到修水县实地调研，发现活动阵地不足")
    message = card.receipt["message_id"]
    await cast.anna.press("修改")
    await cast.anna.press("日期")
    await cast.anna.press("昨天")
    await cast.anna.press("人数")
    await cast.anna.press("8人")
    await cast.anna.press("保存")
    offer = await cast.anna.edit(message, "到修水县实地调研，发现职工活动阵地不足")
    assert lines(offer)[1:-1] == ["问题第 1 号：活动阵地不足 → 职工活动阵地不足"]


async def test_a_later_correction_is_not_undone_by_an_older_offer(cast: Cast) -> None:
    message, _ = await _saved(cast)
    offer = await cast.anna.edit(message, VISIT.replace("12", "15"))
    again = await cast.anna.edit(message, VISIT.replace("12", "20"))
    await cast.anna.press("更正", again.last.id)
    assert said(await cast.anna.press("更正", offer.last.id))[-1].startswith("alert: 这条记录刚刚被更正过")


async def test_a_reply_adds_to_the_open_card(cast: Cast) -> None:
    await cast.anna.ask("/my")
    card = (await cast.anna.ask(VISIT)).last
    assert (await cast.anna.ask("/my")).text
    added = await cast.anna.ask("还有经费也不够", reply_to=card.id)
    assert said(added) == [
        "edited: 请核对，无误请点“保存”",
        "message: 已补充到上面的卡片，无误请点卡片上的“保存”。",
    ]
    assert added[0].text.splitlines()[-2:] == ["问题：活动阵地不足", "问题：经费也不够"]
    assert (await cast.anna.ask("还有经费也不够", reply_to=card.id)).text.endswith("上面的卡片已有这一条。")
    await cast.anna.ask("经验是职工夜校办得好", reply_to=card.id)
    assert lines(await cast.anna.press("保存"))[2:5] == [
        "问题第 1 号：活动阵地不足",
        "问题第 2 号：经费也不够",
        "经验第 1 号：职工夜校办得好",
    ]


async def test_a_reply_to_a_record_adds_an_issue_after_a_tap(cast: Cast) -> None:
    message, record = await _saved(cast)
    offer = await cast.anna.ask("还有经费也不够", reply_to=record)
    assert lines(offer) == ["补充第 1 号", "新增问题：经费也不够", "记录还没有改动。补充进去吗？"]
    assert offer.buttons == [["补充", "不补充"]]
    done = await cast.anna.press("补充")
    assert lines(done)[2:4] == ["问题第 1 号：活动阵地不足", "问题第 2 号：经费也不够"]
    assert len(lines(await cast.admin.ask("/issues 修水县"))) == 4
    again = await cast.anna.ask("另外职工宿舍没有热水", reply_to=message)
    assert lines(again)[1] == "新增问题：职工宿舍没有热水"
    await cast.anna.press("不补充")
    assert lines(await cast.anna.ask("昨天电话联系武宁县", reply_to=record))[0] == "请核对，无误请点“保存”"


async def test_others_do_not_add_by_a_reply(cast: Cast) -> None:
    await cast.approve_group()
    group = -1001000000001
    anna, bo = cast.anna.inside(group), cast.bo.inside(group)
    card = (await anna.ask(VISIT)).last
    await bo.tell("还有经费也不够", reply_to=card.id)
    saved = await anna.press("保存")
    assert "经费" not in saved.last.text
