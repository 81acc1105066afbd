"""/pause and /resume: nothing is asked of a county for a while, for a reason that everybody can read."""

from tests.handlers.cast import VISIT, Cast, lines


async def test_a_county_is_paused_with_a_reason_and_goes_on(cast: Cast) -> None:
    told = lines(await cast.admin.ask("/pause 修水 <防汛> 抗旱"))
    assert told[0] == "修水县：2月20日起暂停，<防汛> 抗旱。"
    assert "进度：暂停" in lines(await cast.anna.ask("/status 修水县"))
    assert lines(await cast.admin.ask("/pause"))[:2] == ["暂停的县", "· 修水县：2月20日起暂停，<防汛> 抗旱"]
    assert (await cast.admin.ask("/resume 修水县")).text == "修水县已恢复，从今天起照常要求。"
    assert "进度：暂停" not in lines(await cast.anna.ask("/status 修水县"))
    assert lines(await cast.admin.ask("/resume"))[0] == "现在没有暂停的县。"
    assert (await cast.admin.ask("/resume 修水县")).text == "修水县没有暂停，没有改动。"


async def test_a_pause_stays_as_it_was_begun_and_both_steps_are_on_the_trail(cast: Cast) -> None:
    await cast.admin.ask("/pause 修水县 防汛")
    for again in ("/pause 修水县 换届", "/pause 修水县"):
        assert lines(await cast.admin.ask(again))[0] == "修水县：2月20日起暂停，防汛。"
    await cast.admin.ask("/resume 修水县")
    trail = lines(await cast.admin.ask("/audit 修水县"))
    assert [line.split("：", 1)[1].split("（消息")[0] for line in trail[1:]] == [
        "恢复“修水县”：暂停 → 照常要求",
        "暂停“修水县”：照常要求 → 暂停，防汛",
    ]


async def test_the_reason_is_asked_for_and_typed_next(cast: Cast) -> None:
    assert (await cast.admin.ask("/pause 修水县")).text.startswith("修水县为什么暂停？")
    assert lines(await cast.admin.ask("换届"))[0] == "修水县：2月20日起暂停，换届。"
    await cast.admin.ask("/pause 都昌县")
    assert "请核对" in (await cast.admin.ask("今天上午到都昌县实地调研，座谈12人")).text
    assert "永修县" in (await cast.admin.ask("/pause 县 防汛")).text
    assert (await cast.admin.ask("/resume 无此县")).text == "没有找到“无此县”。请写县名。"


async def test_buttons_below_a_county_and_below_the_list(cast: Cast) -> None:
    await cast.admin.ask("/county 修水县")
    assert "为什么暂停" in (await cast.admin.press("暂停")).text
    assert lines(await cast.admin.ask("防汛"))[0] == "修水县：2月20日起暂停，防汛。"
    assert (await cast.admin.press("恢复修水县")).text == "修水县已恢复，从今天起照常要求。"
    old = await cast.admin.ask("/pause 修水县 换届")
    assert ["恢复"] in (await cast.admin.ask("/county 修水县")).buttons
    assert (await cast.admin.press("恢复")).text.startswith("修水县已恢复")
    assert (await cast.press_stale(cast.admin, old.last, "恢复修水县")).text.startswith("修水县没有暂停")
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    assert ["暂停"] not in (await cast.anna.ask("/county 修水县")).buttons


async def test_lists_and_the_whole_say_what_is_paused(cast: Cast) -> None:
    await cast.admin.ask("/pause 修水县 防汛")
    assert "暂停 1 个：修水县" in lines(await cast.anna.ask("/status"))
    told = {line.split("（")[0]: line for line in lines(await cast.anna.ask("/uncovered"))}
    assert told["· 修水县"].endswith("，暂停")
    assert "暂停" not in told["· 都昌县"]


async def test_only_an_admin_pauses(cast: Cast) -> None:
    for words in ("/pause 修水县 防汛", "/resume 修水县"):
        assert "管理员" in (await cast.anna.ask(words)).text
    assert lines(await cast.admin.ask("/pause"))[0] == "现在没有暂停的县。"
