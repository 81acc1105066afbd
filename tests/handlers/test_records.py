"""Records looked up again, and withdrawn with a reason."""

from tests.handlers.cast import PNG, VISIT, Cast, lines, said


async def _saved(cast: Cast) -> None:
    await cast.anna.photo(PNG, caption=VISIT + "。经验是职工夜校办得好")
    await cast.anna.press("保存")


async def test_own_records_are_listed_and_opened(cast: Cast) -> None:
    assert (await cast.anna.ask("/records")).text.startswith("您还没有登记。")
    await _saved(cast)
    listed = await cast.anna.ask("/records")
    assert lines(listed)[0] == "我的最近 1 条登记"
    assert lines(listed)[1].startswith("1. 2月20日 修水县 实地（第 1 号）；问题第 1 号 修水县：活动阵地不足")
    assert listed.buttons == [["1"]]
    opened = await cast.anna.press("1")
    assert lines(opened)[1] == "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 12 人"
    assert lines(opened)[-1] == "录入：演示经审办主任"
    assert opened.buttons == [["照片 1 张", "更正", "撤销"]]
    assert len((await cast.anna.press("照片 1 张")).all) == 1
    assert (await cast.bo.ask("/records")).text.startswith("您还没有登记。")


async def test_a_county_s_book_opens_what_it_lists(cast: Cast) -> None:
    await _saved(cast)
    book = await cast.admin.ask("/county 修水县")
    assert lines(book)[0] == "修水县（本期已登记联系）"
    assert "· 第 1 号：活动阵地不足" in lines(book)
    assert book.buttons == [["联系 1", "问题 1", "照片 1 张"], ["暂停"]]
    assert lines(await cast.admin.press("问题 1"))[0] == "问题第 1 号（未解决）"
    assert lines(await cast.bo.ask("/county 修水县"))[0] == "修水县（本期已登记联系）"
    opened = await cast.bo.press("联系 1")
    assert opened.buttons == [["照片 1 张"]]
    assert (await cast.admin.ask("/county")).text.startswith("请写县名")
    assert lines(await cast.bo.ask("/county"))[0] == "武宁县（从未登记联系）"
    assert (await cast.leader.ask("/county")).text == "请选县："
    assert lines(await cast.leader.press("武宁县"))[0] == "武宁县（从未登记联系）"


async def test_practices_have_their_list(cast: Cast) -> None:
    assert (await cast.anna.ask("/practices")).text.startswith("还没有登记经验。")
    await _saved(cast)
    assert lines(await cast.bo.ask("/practices"))[0] == "经验做法（共 1 条）"
    assert lines(await cast.bo.ask("/practices 修水"))[1].startswith("第 1 号 ")
    assert (await cast.bo.ask("/practices 武宁县")).text.startswith("武宁县还没有登记经验。")


async def test_after_ten_minutes_a_record_is_withdrawn_with_a_reason(cast: Cast) -> None:
    await _saved(cast)
    await cast.rehearsal.clock.move(advance=3600)
    await cast.anna.ask("/records")
    assert (await cast.anna.press("1")).buttons == [["照片 1 张", "更正", "撤回"]]
    assert (await cast.anna.press("撤回")).text.startswith("为什么撤回？")
    assert await cast.contacts() == 1
    done = await cast.anna.ask("县名写错了")
    assert lines(done)[0] == "已撤销"
    assert await cast.contacts() == 0
    trail = await cast.stored(lambda unit: unit.audit.latest("jiujiang-2022-demo", 1)[0])
    withdrawn = {"before": "standing", "after": "withdrawn", "reason": "县名写错了"}
    assert (trail.action, trail.facts) == ("record.withdraw", withdrawn)


async def test_an_admin_withdraws_anothers_record_others_do_not(cast: Cast) -> None:
    await _saved(cast)
    await cast.admin.ask("/county 修水县")
    opened = await cast.admin.press("联系 1")
    assert opened.buttons == [["照片 1 张", "更正", "撤回"]]
    data = opened.last.view["buttons"][0][2]["data"]
    await cast.admin.press("撤回")
    await cast.bo.ask("/county 修水县")
    theirs = (await cast.bo.press("联系 1")).last
    press = {"person": cast.bo.person, "chat": cast.bo.chat, "message_id": theirs.id, "data": data}
    refused = await cast.bo._answers(await cast.rehearsal.post("press", {**press, "stale": True}))
    assert said(refused) == ["alert: 这项操作只有录入的人和管理员可以做。"]
    await cast.admin.ask("重复登记")
    assert await cast.contacts() == 0


async def test_long_lists_are_turned_and_nothing_is_cut(cast: Cast) -> None:
    long = "职工夜校" + "办得好" * 60
    for number in range(9):
        await cast.anna.ask(f"今天到修水县实地调研，座谈{number + 3}人，经验是{long}第{number}种做法")
        await cast.anna.press("保存")
    first = await cast.bo.ask("/practices 修水县")
    assert lines(first)[0] == "修水县经验做法（共 9 条）"
    assert lines(first)[-1] == "……另有 1 条，按“下一页”"
    assert lines(first)[1].startswith("第 9 号 ")
    assert first.buttons == [["下一页"]]
    second = await cast.bo.press("下一页")
    assert lines(second)[1].startswith("第 1 号 ")
    assert second.buttons == [["上一页"]]
    assert (await cast.bo.press("上一页")).text == first.text
    book = await cast.admin.ask("/county 修水县")
    assert book.buttons[-2][-2:] == ["全部联系 9 次", "全部经验 9 条"]
    contacts = await cast.admin.press("全部联系 9 次")
    assert lines(contacts)[0] == "修水县的联系（共 9 次）"
    assert contacts.buttons[-1] == ["下一页", "修水县"]
    assert lines(await cast.admin.press("下一页"))[1] == "第 1 号 2月20日 实地"
    assert lines(await cast.admin.press("联系 1"))[-1] == "录入：演示经审办主任"
    assert lines(await cast.admin.press("修水县"))[0] == "修水县（本期已登记联系）"
    assert (await cast.admin.ask("/practices 县")).buttons
