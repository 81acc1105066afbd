"""What is known already is said on the card, and never blocks it."""

from tests.handlers.cast import VISIT, Cast, lines

SAME = "修水县还有未解决的问题第 1 号“活动阵地不足”，和“职工活动阵地不足”是同一个问题吗？"


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


async def test_the_second_sees_what_the_first_logged(cast: Cast) -> None:
    await _again(cast)
    card = await cast.leader.ask("今天上午到修水县实地调研")
    assert lines(card)[-1] == (
        "演示经审办主任已登记这一天到修水县的联系（实地，第 1 号）。"
        "是同一次，请点“放弃”；确是另一次，请点“仍然保存”。"
    )
    assert card.buttons == [["仍然保存", "修改", "放弃"]]
    await cast.leader.press("放弃")
    assert await cast.contacts() == 1
    await cast.leader.ask("今天上午到修水县实地调研")
    await cast.leader.press("仍然保存")
    assert await cast.contacts() == 2
    assert lines(await cast.leader.ask("今天给修水县打了电话"))[-1] == "谁去的：未写"
