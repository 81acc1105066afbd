"""After the campaign's last day and before its first one, what people ask says so in one line."""

from datetime import date

import pytest

from handlers.overview.texts import season
from tests.campaign.plans import plan
from tests.handlers.cast import VISIT, Cast, lines

OVER = "专项工作已于2023年12月31日结束，以下是最后的情况。"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 11, 14), "专项工作从2022年11月15日开始。\n"),
        (date(2022, 11, 15), ""),
        (date(2023, 12, 31), ""),
        (date(2024, 1, 1), f"{OVER}\n"),
    ],
)
def test_the_line(day: date, said: str) -> None:
    assert season(plan(), day) == said


async def test_each_overview_begins_with_it(cast: Cast) -> None:
    for question in ("/my", "/status", "/uncovered", "/status 修水县"):
        assert OVER not in (await cast.anna.ask(question)).text
    await cast.rehearsal.clock.move(to="2024-01-02T09:00:00+08:00")
    for question in ("/my", "/status", "/uncovered", "/status 修水县"):
        said = lines(await cast.anna.ask(question))
        assert (said[0], said.count(OVER)) == (OVER, 1)


async def test_what_is_typed_after_the_last_cut_off_is_counted_to_the_end_and_beyond(cast: Cast) -> None:
    await cast.rehearsal.clock.move(to="2023-12-28T10:00:00+08:00")
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.rehearsal.clock.move(to="2024-01-03T10:00:00+08:00")
    await cast.anna.ask("12月30日给武宁县打了电话，发现没有食堂")
    await cast.anna.press("保存")
    said = (await cast.anna.ask("/status")).text
    assert "本期情况（2023年12月28日至12月31日）" in said
    assert "登记联系 2 次：实地 1 次，电话 1 次。" in said
    assert "提出问题 2 个" in said
