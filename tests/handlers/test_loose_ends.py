"""A value right after saving, a reply to an old card, a form on what was undone."""

from tests.handlers.cast import VISIT, Cast, lines


async def test_a_bare_value_right_after_saving_mends_that_record(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask(VISIT)
    await anna.press("保存")
    assert lines(await anna.ask("应该是15人"))[:2] == ["更正第 1 号", "人数：12 人 → 15 人"]
    await anna.press("不改")
    await cast.rehearsal.clock.move(advance=700)
    assert "更正第" not in (await anna.ask("应该是16人")).text
    for words in ("刚才那次是16人", "上一条人数16"):  # what points back needs no hurry
        assert lines(await anna.ask(words))[:2] == ["更正第 1 号", "人数：12 人 → 16 人"], words
        await anna.press("不改")
    assert lines(await anna.ask("刚才那次是视频"))[:2] == ["更正第 1 号", "方式：实地 → 视频"]


async def test_a_bare_value_changes_the_card_that_is_open(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask(VISIT)
    assert "人数：16 人" in (await anna.ask("16人")).text
    assert "人数：17 人" in (await anna.ask("刚才那次是17人")).text
    assert lines(await anna.press("保存"))[1].endswith("17 人")


async def test_a_reply_to_a_card_that_was_shown_again_changes_the_new_one(cast: Cast) -> None:
    anna = cast.anna
    first = (await anna.ask(VISIT)).last.id
    assert "请看下面新的一张" in (await anna.ask("座谈15人", reply_to=first)).text
    assert "人数：18 人" in (await anna.ask("座谈18人", reply_to=first)).text
    await anna.press("保存")
    assert lines(await anna.ask("座谈20人", reply_to=first))[:2] == ["更正第 1 号", "人数：18 人 → 20 人"]


async def test_undoing_a_record_leaves_the_form_that_is_open_on_it(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask(VISIT)
    await anna.press("保存")
    await anna.press("更正")
    await anna.ask("/undo")
    assert (await anna.ask("/cancel")).text.startswith("没有")
    assert await cast.contacts() == 0
