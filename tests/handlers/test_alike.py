"""What is known already is said on the card, and never blocks it."""

import pytest

from tests.handlers.cast import PNG, VISIT, Cast, lines, said
from tests.rehearsal_answers import Answer

SAME = "修水县还有未解决的问题第 1 号“活动阵地不足”，和“职工活动阵地不足”是同一个问题吗？"


@pytest.fixture
def cast(cast_on_both: Cast) -> Cast:
    """Each play on both kinds of database."""
    return cast_on_both


async def _again(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")


async def test_the_same_issue_becomes_progress(cast: Cast) -> None:
    await _again(cast)
    card = await cast.anna.ask("昨天到修水县实地调研，发现职工活动阵地不足")
    assert lines(card)[-1] == SAME
    assert card.buttons == [["是，记为进展", "不是，另记"], ["保存", "修改", "放弃"]]
    noted = await cast.anna.press("是，记为进展")
    assert noted.toasts == ["已记为进展"]
    assert not [line for line in lines(noted) if line.startswith("问题")]
    assert len(lines(await cast.anna.press("保存"))) == 3
    assert lines(await cast.anna.ask("/issue 1"))[-1] == "· 2月20日 演示经审办主任 进展：职工活动阵地不足"


async def test_another_issue_is_kept_apart_and_nothing_is_blocked(cast: Cast) -> None:
    await _again(cast)
    await cast.anna.ask("/issue 修水县职工活动阵地不足")
    await cast.anna.press("县级自身")
    apart = await cast.anna.press("不是，另记")
    assert apart.buttons == [["保存", "修改", "放弃"]]
    assert lines(await cast.anna.press("保存"))[1].startswith("问题第 2 号")
    card = await cast.anna.ask("昨天到修水县实地调研，发现活动阵地不足")
    assert "是同一个问题吗？" in card.text
    assert lines(await cast.anna.press("保存"))[2] == "问题第 3 号：活动阵地不足"


async def test_a_card_with_nothing_else_to_save_gives_way_to_the_issue(cast: Cast) -> None:
    await _again(cast)
    card = (await cast.anna.ask("/issue 修水县活动阵地不足")).last
    await cast.anna.press("县级自身")
    shown = await cast.anna.press("是，记为进展")
    assert lines(shown)[0] == "问题第 1 号（未解决）"
    assert lines(shown)[-1] == "· 2月20日 演示经审办主任 进展：活动阵地不足"
    assert shown.last.id == card.id


async def test_pressing_again_shows_what_became_of_the_card(cast: Cast) -> None:
    await _again(cast)
    await cast.anna.ask("/issue 修水县活动阵地不足")
    same_issue = (await cast.anna.press("县级自身")).last
    await cast.anna.press("是，记为进展")
    again = await cast.press_stale(cast.anna, same_issue, "是，记为进展")
    assert "放弃" not in again.text
    assert len([line for line in lines(await cast.anna.ask("/issue 1")) if "进展：" in line]) == 1
    same_contact = (await cast.leader.ask("今天上午到修水县实地调研")).last
    await cast.leader.press("同一次，补充到第 1 号")
    for label in ("同一次，补充到第 1 号", "另一次，照样保存"):
        again = await cast.press_stale(cast.leader, same_contact, label)
        assert not any("放弃" in told for told in said(again))
    assert await cast.contacts() == 1


async def test_what_a_colleague_added_is_not_undone_without_a_word(cast: Cast) -> None:
    saved = await _saved(cast)
    await cast.leader.ask("今天上午到修水县实地调研，发现职工书屋缺书")
    await cast.leader.press("同一次，补充到第 1 号")
    for told in (await cast.anna.ask("/undo"), await cast.press_stale(cast.anna, saved, "撤销")):
        assert "别的同志已补充到这条记录" in "".join(answer.text for answer in told)
    assert await cast.contacts() == 1
    await cast.anna.ask("/records")
    opened = await cast.anna.press("1")
    assert any("撤回" in label for row in opened.buttons for label in row)


async def _saved(cast: Cast) -> Answer:
    await cast.anna.ask(VISIT)
    return (await cast.anna.press("保存")).last


async def test_the_second_sees_what_the_first_logged_and_chooses(cast: Cast) -> None:
    await _again(cast)
    card = await cast.leader.ask("今天上午到修水县实地调研")
    assert lines(card)[-1] == "演示经审办主任已登记这一天到修水县的联系（实地，第 1 号）。是同一次吗？"
    assert card.buttons == [["同一次，补充到第 1 号"], ["另一次，照样保存", "修改", "放弃"]]
    await cast.leader.press("放弃")
    assert await cast.contacts() == 1
    await cast.leader.ask("今天上午到修水县实地调研")
    saved = await cast.leader.press("另一次，照样保存")
    assert saved.toasts == ["已保存"]
    assert await cast.contacts() == 2
    called = await cast.leader.ask("今天给修水县打了电话")
    assert lines(called)[-1] == "您已登记这一天（实地，第 2 号）；未解决问题 1 个"


async def test_the_same_contact_is_added_to_and_counted_once(cast: Cast) -> None:
    await cast.anna.ask("今天上午到修水县实地调研，发现活动阵地不足")
    first = (await cast.anna.press("保存")).last
    await cast.leader.photo(
        PNG, caption="今天上午到修水县实地调研，座谈20人，发现职工活动阵地不足；经费也不够"
    )
    done = await cast.leader.press("同一次，补充到第 1 号")
    assert done.toasts == ["已补充到第 1 号"]
    assert lines(done) == [
        "已保存",
        "第 1 号 修水县 · 2月20日（周一，今天） · 实地 · 20 人",
        "问题第 1 号：活动阵地不足",
        "问题第 2 号：经费也不够",
        "照片 1 张",
    ]
    assert done.buttons == []
    assert await cast.contacts() == 1
    theirs = next(view for view in await cast.anna.messages() if view["id"] == first.id)
    assert "问题第 2 号：经费也不够" in theirs["text"]
    assert "第 2 号 修水县" in (await cast.leader.ask("/issues 修水县")).text
    await cast.leader.ask("/issue 2")
    assert lines(await cast.leader.ask("/issue 2"))[-1] == "· 2月20日 演示常务副主席 提出"


async def test_a_problem_that_only_reads_alike_is_not_lost(cast: Cast) -> None:
    await cast.anna.ask("今天上午到修水县实地调研，发现乡镇工会没有办公经费")
    await cast.anna.press("保存")
    await cast.leader.ask("今天上午到修水县实地调研，发现乡镇工会没有办公场所")
    done = await cast.leader.press("同一次，补充到第 1 号")
    assert lines(done)[-2:] == ["问题第 1 号：乡镇工会没有办公经费", "问题第 2 号：乡镇工会没有办公场所"]


async def test_a_problem_that_was_said_to_be_another_one_is_added(cast: Cast) -> None:
    await cast.anna.ask("今天上午到修水县实地调研，发现活动阵地不足")
    await cast.anna.press("保存")
    await cast.leader.ask("今天上午到修水县实地调研，发现职工活动阵地不足")
    await cast.leader.press("不是，另记")
    assert lines(await cast.leader.press("同一次，补充到第 1 号"))[-1] == "问题第 2 号：职工活动阵地不足"


async def test_a_card_with_more_keeps_the_rest(cast: Cast) -> None:
    await _again(cast)
    await cast.leader.ask("今天到修水县实地调研，座谈9人；昨天电话联系武宁县")
    rest = await cast.leader.press("同一次，补充到第 1 号")
    assert "县：武宁县" in lines(rest)
    assert lines(await cast.leader.press("保存"))[1] == "第 2 号 武宁县 · 2月19日（周日，昨天） · 电话"
    assert await cast.contacts() == 2


async def test_who_saves_second_is_asked_even_when_both_cards_were_open(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.leader.ask("今天上午到修水县实地调研")
    await cast.leader.press("保存")
    asked = await cast.anna.press("保存")
    assert asked.toasts == ["请先选：同一次，还是另一次"]
    assert asked.buttons[0] == ["同一次，补充到第 1 号"]
    assert await cast.contacts() == 1
    await cast.anna.press("另一次，照样保存")
    assert await cast.contacts() == 2


async def test_the_form_asks_as_well(cast: Cast) -> None:
    await _again(cast)
    await cast.leader.ask("/log")
    for label in ("修水县", "今天", "实地", "跳过", "跳过", "跳过"):
        await cast.leader.press(label)
    card = await cast.leader.press("保存")
    assert card.buttons[0] == ["同一次，补充到第 1 号"]
    await cast.leader.press("同一次，补充到第 1 号")
    assert await cast.contacts() == 1
