"""The life of an issue in chat: listed, added, carried on, closed, opened again."""

import pytest

from tests.handlers.cast import VISIT, Cast, lines

NEW = "/issue 修水县活动阵地不足，请党委政府协调，3月15日前解决"


async def _raised(cast: Cast) -> None:
    await cast.anna.ask(NEW)
    await cast.anna.press("保存")


async def test_an_issue_is_added_with_all_that_was_said(cast: Cast) -> None:
    card = await cast.anna.ask(NEW)
    assert lines(card) == [
        "请核对，无误请点“保存”",
        "问题：修水县，活动阵地不足（期限3月15日，党委政府解决）",
    ]
    assert lines(await cast.anna.press("保存"))[1].startswith("问题第 1 号：修水县，活动阵地不足")
    assert await cast.contacts() == 0


async def test_what_is_missing_is_asked_by_buttons(cast: Cast) -> None:
    card = await cast.anna.ask("/issue 活动阵地不足")
    assert lines(card)[-1] == "问题“活动阵地不足”是哪个县的？"
    asked = await cast.anna.press("修水县")
    assert lines(asked)[-1] == "问题“活动阵地不足”由谁来解决？"
    assert asked.buttons[0] == ["党委政府协调", "工会系统资源", "县级自身", "暂不定"]
    assert "上级工会解决" in lines(await cast.anna.press("工会系统资源"))[-1]
    await cast.anna.press("保存")
    await cast.anna.ask("/issue 修水县办公经费紧张")
    assert lines(await cast.anna.press("暂不定")) == ["请核对，无误请点“保存”", "问题：修水县，办公经费紧张"]


async def test_the_list_puts_own_counties_first_and_marks_what_is_late(cast: Cast) -> None:
    await cast.bo.ask("/issue 武宁县乡镇工会没有专职人员")
    await cast.bo.press("县级自身")
    await cast.bo.press("保存")
    await _raised(cast)
    assert lines(await cast.anna.ask("/issues")) == [
        "未解决的问题（共 2 个）",
        "我联系的县",
        "第 2 号 修水县：活动阵地不足（已 0 天，期限3月15日，党委政府解决）",
        "其他县",
        "第 1 号 武宁县：乡镇工会没有专职人员（已 0 天，未定期限，县级工会自身解决）",
        "按编号打开。",
    ]
    await cast.rehearsal.clock.move(to="2023-03-18T09:00:00+08:00")
    late = await cast.admin.ask("/issues 修水")
    assert lines(late)[:2] == [
        "修水县未解决的问题（共 1 个，其中超期 1 个）",
        "第 2 号 修水县：活动阵地不足（已 26 天，期限3月15日，超期 3 天，党委政府解决）",
    ]
    assert late.buttons == [["2"]]
    assert lines(await cast.anna.ask("/issues 2")) == lines(await cast.anna.ask("/issue 2"))
    assert (await cast.admin.ask("/issues 都昌县")).text == "都昌县没有未解决的问题。"
    assert (await cast.admin.ask("/issues 县")).text == "“县”可能是以下县，请选："


async def test_long_lists_are_turned(cast: Cast) -> None:
    for number in range(12):
        await cast.anna.ask(f"/issue 修水县第{number}所学校职工宿舍没有热水")
        await cast.anna.press("暂不定")
        await cast.anna.press("保存")
    first = await cast.anna.ask("/issues")
    assert first.text.endswith("……另有 2 个，按“下一页”")
    assert first.buttons[-2:] == [["下一页"], ["按类别看"]]
    second = await cast.anna.press("下一页")
    assert second.buttons == [["11", "12"], ["上一页"], ["按类别看"]]
    assert (await cast.anna.press("上一页")).text == first.text


async def test_progress_closing_and_opening_again(cast: Cast) -> None:
    await _raised(cast)
    opened = await cast.anna.ask("/issue 1")
    assert lines(opened) == [
        "问题第 1 号（未解决）",
        "修水县：活动阵地不足",
        "已 0 天，期限3月15日，党委政府解决",
        "类别：服务阵地",
        "经过：",
        "· 2月20日 演示经审办主任 提出",
    ]
    assert opened.buttons == [["记进展", "销号"], ["改类别", "返回清单"]]
    assert (await cast.anna.press("记进展")).text.startswith("请写一句问题第 1 号的进展")
    noted = await cast.anna.ask("今天已与县财政局商定，列入4月预算")
    assert lines(noted)[-1] == "· 2月20日 演示经审办主任 进展：今天已与县财政局商定，列入4月预算"
    await cast.anna.press("销号")
    closed = await cast.anna.ask("场地已交付")
    assert lines(closed)[0] == "问题第 1 号（已销号）"
    assert lines(closed)[-1] == "· 2月20日 演示经审办主任 销号：场地已交付"
    assert (await cast.anna.ask("/issues")).text == "没有未解决的问题。"
    again = await cast.leader.ask("/issue 1")
    assert again.buttons[0] == ["记进展", "重新打开"]
    assert lines(await cast.leader.press("重新打开"))[0] == "问题第 1 号（未解决）"
    assert lines(await cast.leader.press("返回清单"))[0] == "未解决的问题（共 1 个）"


async def test_only_those_concerned_carry_an_issue_on(cast: Cast) -> None:
    await _raised(cast)
    assert (await cast.bo.ask("/issue 1")).buttons == [["返回清单"]]
    await cast.admin.ask("/issue 1")
    assert (await cast.admin.press("销号")).text.startswith("问题第 1 号是怎么解决的？")
    assert (await cast.admin.ask("/issue 99")).text == "没有第 99 号问题。发送 /issues 查看清单。"
    assert (await cast.admin.ask("/issue")).text.startswith("新增问题")


async def test_words_are_waited_for_half_an_hour_and_can_be_cancelled(cast: Cast) -> None:
    await _raised(cast)
    await cast.anna.ask("/issue 1")
    await cast.anna.press("销号")
    assert (await cast.anna.ask("/cancel")).text == "好的，没有记录。"
    await cast.anna.press("记进展")
    await cast.rehearsal.clock.move(advance=1801)
    assert lines(await cast.anna.ask(VISIT))[0] == "请核对，无误请点“保存”"


async def test_a_reply_that_says_solved_closes_with_one_tap(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    record = (await cast.anna.press("保存")).last
    offer = await cast.anna.ask("解决了，可以销号", reply_to=record.id)
    assert offer.text == "问题第 1 号要销号吗？"
    assert offer.buttons == [["销号"]]
    closed = await cast.anna.press("销号")
    assert closed.toasts == ["已销号"]
    assert lines(closed)[-1] == "· 2月20日 演示经审办主任 销号：解决了，可以销号"
    assert (await cast.anna.ask("还没解决，暂不销号", reply_to=closed.last.id)).buttons == [
        ["记为进展", "销号"]
    ]
    noted = await cast.anna.press("记为进展")
    assert lines(noted)[-1] == "· 2月20日 演示经审办主任 进展：还没解决，暂不销号"
    assert lines(await cast.anna.ask(VISIT, reply_to=closed.last.id))[0] == "请核对，无误请点“保存”"


@pytest.mark.parametrize("words", ["正在协调场地", "问题有进展，场地已选好", "已上报市总，等批复"])
async def test_progress_in_reply_to_a_record_is_noted_with_one_tap(cast: Cast, words: str) -> None:
    await cast.anna.ask(VISIT)
    record = (await cast.anna.press("保存")).last
    offer = await cast.anna.ask(words, reply_to=record.id)
    assert (offer.text, offer.buttons) == ("这句话记到问题第 1 号吗？", [["记为进展", "销号"]])
    card = await cast.anna.press("记为进展")
    assert any(words in line for line in lines(card))


@pytest.mark.parametrize("words", ["还有经费也不够", "另外正在协调的场地太小，也是问题", "座谈15人", "收到"])
async def test_other_words_in_reply_to_a_record_are_no_progress(cast: Cast, words: str) -> None:
    await cast.anna.ask(VISIT)
    record = (await cast.anna.press("保存")).last
    assert "记到问题" not in (await cast.anna.ask(words, reply_to=record.id)).text


async def test_words_that_say_solved_mean_the_issue_last_seen_or_one_of_the_own(cast: Cast) -> None:
    await _raised(cast)
    await cast.anna.ask("/issue 修水县办公经费紧张")
    await cast.anna.press("暂不定")
    await cast.anna.press("保存")
    which = await cast.anna.ask("解决了，可以销号")
    assert lines(which) == [
        "要销号的是哪个问题？",
        "问题第 1 号 修水县：活动阵地不足",
        "问题第 2 号 修水县：办公经费紧张",
    ]
    assert which.buttons == [["第 1 号销号"], ["第 2 号销号"]]
    await cast.anna.ask("/issue 2")
    asked = await cast.anna.ask("解决了，可以销号")
    assert asked.text == "修水县的问题第 2 号“办公经费紧张”要销号吗？"
    assert lines(await cast.anna.press("销号", asked.last.id))[0] == "问题第 2 号（已销号）"
    assert "例如" in (await cast.anna.ask("还没有解决")).text


async def test_news_of_an_issue_is_noted_to_it_and_is_no_new_one(cast: Cast) -> None:
    for text in ("修水县活动阵地不足", "修水县两家企业拖着不交会费"):
        await cast.anna.ask(f"/issue {text}")
        await cast.anna.press("县级自身")
        await cast.anna.press("保存")
    asked = await cast.anna.ask("修水那个会费的事，县总说月底前能解决一家")
    assert asked.text.splitlines()[:2] == ["这句话记到哪个问题？", "问题第 2 号 修水县：两家企业拖着不交会费"]
    assert asked.buttons[0] == ["第 2 号记为进展", "第 2 号销号"]
    noted = await cast.anna.press("第 2 号记为进展")
    assert lines(noted)[-1].endswith("进展：修水那个会费的事，县总说月底前能解决一家")
    assert (await cast.anna.ask("都昌那个问题还是没解决")).text.startswith("联系之后发一句话")
    assert "共 2 个" in (await cast.anna.ask("/issues 修水")).text


async def test_a_form_begun_after_words_were_asked_for_gets_what_is_typed(cast: Cast) -> None:
    await _raised(cast)
    await cast.anna.ask("/issue 1")
    await cast.anna.press("记进展")
    await cast.anna.ask("/log")
    assert (await cast.anna.ask("修水县")).text != (await cast.anna.ask("/issue 1")).text
    assert len(lines(await cast.anna.ask("/issue 1"))) == 6


async def test_what_must_not_be_kept_is_no_issue_either(cast: Cast) -> None:
    refused = await cast.anna.ask("/issue 修水县文件标明【机密】，活动阵地不足")
    assert "密级" in refused.text
    assert (await cast.anna.ask("/issues")).text == "没有未解决的问题。"
