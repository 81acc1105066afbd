"""After the campaign's last day and before its first one, what people ask says so in one line."""

from datetime import date

import pytest

from handlers.overview.texts import season
from tests.campaign.plans import plan
from tests.handlers.cast import Cast, lines

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
