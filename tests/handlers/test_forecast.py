"""/status foretells what will be missing, once enough of the window has passed."""

from tests.handlers.cast import VISIT, Cast, lines


async def test_status_tells_what_will_be_missing(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    assert "按现在进度" not in (await cast.leader.ask("/status")).text
    await cast.rehearsal.clock.move(to="2023-06-01T09:00:00+08:00")
    foretold = lines(await cast.leader.ask("/status"))[-1]
    assert foretold.startswith("按现在进度期末差 24 次，涉及 12 个县：武宁县、庐山市、")
    assert "修水县" not in foretold
    assert lines(await cast.anna.ask("/my"))[1] == "修水县 · 已 1 次，应 2 次，余 214 天 · 本期未登记联系"
    await cast.rehearsal.clock.move(to="2023-11-01T09:00:00+08:00")
    assert lines(await cast.anna.ask("/my"))[1].endswith(" · 落后")
