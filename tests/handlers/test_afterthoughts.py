"""What people add right after saving, in words of their own."""

from tests.handlers.cast import Cast, lines


async def test_a_value_told_late_is_offered_as_a_correction(cast: Cast) -> None:
    await cast.anna.ask("今天到修水县实地调研，座谈12人")
    await cast.anna.press("保存")
    proposed = {
        "人数不对，是15个": "人数：12 人 → 15 人",
        "忘了说，时间是前天": "日期：2月20日（周一，今天） → 2月18日（周六，前天）",
        "哦对 16人": "人数：12 人 → 16 人",
        "不是我去的，是李科长去的": "谁去的：未写 → 李科长",
    }
    for words, change in proposed.items():
        assert lines(await cast.anna.ask(words))[:2] == ["更正第 1 号", change], words
        await cast.anna.press("不改")


async def test_a_problem_told_late_is_of_the_county_just_saved(cast: Cast) -> None:
    await cast.anna.ask("今天到彭泽县实地调研，座谈12人")
    await cast.anna.press("保存")
    asked = await cast.anna.ask("对了，他们反映经费拨付慢")
    assert asked.last.labels[0] == "彭泽县"


async def test_words_that_stand_for_a_command(cast: Cast) -> None:
    assert "/records" in (await cast.anna.ask("help")).text
    assert "没有正在填的表" in (await cast.anna.ask("算了")).text
    assert (await cast.anna.ask("提醒别发了")).text == (await cast.anna.ask("/reminders")).text


async def test_news_of_an_issue_by_its_number_mean_that_one(cast: Cast) -> None:
    for words in ("今天到修水县实地调研，发现活动阵地不足", "今天到彭泽县实地调研，发现活动经费不足"):
        await cast.anna.ask(words)
        await cast.anna.press("保存")
    for words in ("第2号问题解决了", "问题2已经办结了，县里拨了钱"):
        offered = await cast.anna.ask(words)
        assert offered.last.labels == ["销号"], words
        assert "第 2 号" in offered.text, words


async def test_what_was_saved_after_a_card_was_left_open_is_meant_before_it(cast: Cast) -> None:
    await cast.anna.ask("昨天到武宁县实地调研，座谈8人")
    await cast.rehearsal.clock.move(advance=60)
    await cast.anna.ask("今天到修水县实地调研，座谈12人")
    await cast.anna.press("保存")
    assert lines(await cast.anna.ask("人数不对，是15个"))[:2] == ["更正第 1 号", "人数：12 人 → 15 人"]
