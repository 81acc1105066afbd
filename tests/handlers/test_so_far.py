"""One line on a card before it is saved: the county's latest contact, its open issues, the same day."""

from tests.handlers.cast import VISIT, Cast, lines


async def test_the_latest_contact_and_the_open_issues(cast_on_both: Cast) -> None:
    anna = cast_on_both.anna
    await anna.ask("/issue 修水县会费收缴难，请县级工会自身解决")
    await anna.press("保存")
    assert lines(await anna.ask("2月10日视频联系修水县"))[-1] == "未解决问题 1 个"
    await anna.press("保存")
    assert lines(await anna.ask(VISIT))[-1] == "最近联系：2月10日视频；未解决问题 1 个"
    await anna.press("保存")
    assert (
        lines(await anna.ask("今天又电话联系修水县"))[-1]
        == "您已登记这一天（实地，第 2 号）；未解决问题 2 个"
    )


async def test_the_same_day_by_somebody_else_and_what_is_asked_instead(cast: Cast) -> None:
    anna, bo = cast.anna, cast.bo
    assert "最近联系" not in (await anna.ask("今天视频联系武宁县")).text
    await anna.press("保存")
    assert lines(await bo.ask("今天电话联系武宁县"))[6] == "演示经审办主任已登记这一天（视频，第 1 号）"
    asked = await bo.ask("今天视频联系武宁县")  # the same channel: the card asks whether it is the same one
    assert "已登记这一天（" not in asked.text
    assert "最近联系" not in (await bo.ask("今天视频联系武宁县，昨天视频联系修水县")).text
