"""A saved record is corrected in place: at once in its first minutes, later with a reason."""

import pytest

from tests.handlers.cast import VISIT, Cast, lines, said

CAMPAIGN = "jiujiang-2022-demo"
WHY = (
    "为什么更正？请写一句原因，发出后即更正；只是写错了，点“录入有误”。"
    "编号不变，改前的内容、谁改的、为什么都留底。"
)


@pytest.fixture
def cast(cast_on_both: Cast) -> Cast:
    """Each play on both kinds of database."""
    return cast_on_both


async def _saved(cast: Cast) -> int:
    await cast.anna.ask(VISIT)
    return (await cast.anna.press("保存")).last.id


async def _trail(cast: Cast) -> list[dict[str, object]]:
    rows = await cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 20))
    return [row.facts for row in rows if row.action == "record.correct"]


async def test_in_the_first_minutes_a_record_is_corrected_below_itself(cast: Cast) -> None:
    record = await _saved(cast)
    form = await cast.anna.press("更正", record)
    assert lines(form)[0] == "更正第 1 号：点要改的一项，改好后点“保存”"
    assert lines(form)[4] == "人数：12 人"
    assert form.buttons == [["县", "日期", "方式"], ["人数", "谁去的", "问题"], ["保存", "取消"]]
    await cast.anna.press("人数")
    await cast.anna.press("15人")
    await cast.anna.press("县")
    await cast.anna.ask("武宁县")
    done = await cast.anna.press("保存")
    assert lines(done) == [
        "已保存",
        "第 1 号 武宁县 · 2月20日（周一，今天） · 实地 · 15 人",
        "问题第 1 号：活动阵地不足",
        "10 分钟内可撤销。",
    ]
    assert done.buttons == [["更正", "撤销"]]
    assert (await cast.admin.ask("/status 修水县")).text.startswith("修水县（从未登记联系）")
    assert (await cast.admin.ask("/status 武宁县")).text.startswith("武宁县（本期已登记联系）")
    assert lines(await cast.anna.ask("/issue 1"))[-1] == "· 2月20日 演示经审办主任 更正，原为：活动阵地不足"
    [facts] = await _trail(cast)
    assert facts["reason"] == ""
    await cast.anna.ask("/records")
    assert lines(await cast.anna.press("1"))[-1] == "更正过 1 次"


async def test_a_problem_s_words_change_and_its_number_stays(cast: Cast) -> None:
    record = await _saved(cast)
    await cast.anna.press("更正", record)
    await cast.anna.press("问题")
    await cast.anna.ask("职工活动场地不足\n经费也不够")
    done = await cast.anna.press("保存")
    assert lines(done)[2:4] == ["问题第 1 号：职工活动场地不足", "问题第 2 号：经费也不够"]


async def test_a_form_left_changes_nothing(cast: Cast) -> None:
    record = await _saved(cast)
    await cast.anna.press("更正", record)
    await cast.anna.press("方式")
    await cast.anna.press("电话")
    left = await cast.anna.press("取消")
    assert lines(left)[:2] == ["已保存", "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 12 人"]
    assert left.buttons == [["更正", "撤销"]]
    assert await _trail(cast) == []


async def test_later_a_reason_is_asked_for(cast: Cast) -> None:
    record = await _saved(cast)
    await cast.rehearsal.clock.move(advance=3600)
    await cast.anna.press("更正", record)
    await cast.anna.press("日期")
    await cast.anna.press("昨天")
    asked = await cast.anna.press("保存")
    assert lines(asked) == [
        "更正第 1 号",
        "日期：2月20日（周一，今天） → 2月19日（周日，昨天）",
        WHY,
    ]
    assert asked.buttons == [["录入有误", "不改"]]
    assert await _trail(cast) == []
    done = await cast.anna.ask("日子记错了")
    assert lines(done)[1] == "第 1 号 修水县 · 2月19日（周日，昨天） · 实地 · 12 人"
    assert done.buttons == [["更正"]]
    assert [facts["reason"] for facts in await _trail(cast)] == ["日子记错了"]


async def test_mistyped_is_reason_enough(cast: Cast) -> None:
    record = await _saved(cast)
    await cast.rehearsal.clock.move(advance=3600)
    await cast.anna.press("更正", record)
    await cast.anna.press("方式")
    await cast.anna.press("视频")
    await cast.anna.press("保存")
    done = await cast.anna.press("录入有误")
    assert done.toasts == ["已更正"]
    assert lines(done)[1] == "第 1 号 修水县 · 2月20日（周一，今天） · 视频 · 12 人"
    assert [facts["reason"] for facts in await _trail(cast)] == ["录入有误"]


async def test_a_correction_is_left_and_a_report_is_no_reason(cast: Cast) -> None:
    record = await _saved(cast)
    await cast.rehearsal.clock.move(advance=3600)
    for _ in range(2):
        await cast.anna.press("更正", record)
        await cast.anna.press("方式")
        await cast.anna.press("电话")
        await cast.anna.press("保存")
        left = await cast.anna.press("不改")
        assert left.toasts == ["没有改动"]
    await cast.anna.press("更正")
    await cast.anna.press("方式")
    await cast.anna.press("电话")
    await cast.anna.press("保存")
    assert lines(await cast.anna.ask("昨天给修水县打了电话，3人参加"))[0] == "请核对，无误请点“保存”"
    assert await _trail(cast) == []


async def test_an_admin_corrects_anothers_record_and_its_message_follows(cast: Cast) -> None:
    await _saved(cast)
    await cast.admin.ask("/county 修水县")
    await cast.admin.press("联系 1")
    await cast.admin.press("更正")
    await cast.admin.press("人数")
    await cast.admin.press("30人")
    done = await cast.admin.press("保存")
    assert lines(done)[1].endswith("30 人")
    assert done.buttons == [["更正"]]
    theirs = (await cast.anna.messages())[-1]
    assert "30 人" in theirs["text"]
    await cast.bo.ask("/county 修水县")
    assert (await cast.bo.press("联系 1")).buttons == []


async def test_a_stale_form_and_a_withdrawn_record(cast: Cast) -> None:
    record = await _saved(cast)
    await cast.anna.press("更正", record)
    await cast.anna.press("人数")
    form = await cast.anna.press("20人")
    await cast.admin.ask("/county 修水县")
    await cast.admin.press("联系 1")
    await cast.admin.press("更正")
    await cast.admin.press("方式")
    await cast.admin.press("视频")
    await cast.admin.press("保存")
    assert "· 视频 ·" in (await cast.anna.messages())[-1]["text"]
    late = await cast.press_stale(cast.anna, form.last, "保存")
    assert said(late)[-1].startswith("alert: 这条记录刚刚被更正过")
    await cast.anna.ask("/undo")
    assert await cast.contacts() == 0


async def test_what_was_reported_is_never_rewritten(cast: Cast) -> None:
    await cast.approve_group()
    record = await _saved(cast)
    await cast.rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
    group = cast.anna.inside(-1001000000001)
    before = [text for _, text, _ in await group.transcript()]
    assert any("双月调度" in text for text in before)
    await cast.anna.press("更正", record)
    await cast.anna.press("方式")
    await cast.anna.press("电话")
    await cast.anna.press("保存")
    await cast.anna.ask("是电话联系")
    assert [text for _, text, _ in await group.transcript()] == before
    assert lines(await cast.anna.ask("/status 修水县"))
