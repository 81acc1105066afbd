"""What is found on a day outside of the campaign is asked for on its card, also without a contact."""

from datetime import UTC, date, datetime

import pytest

from campaign.drafts import Draft, DraftIssue
from campaign.errors import DayInFuture, DayOutsideCampaign
from handlers.callbacks import Asked
from handlers.report.questions import answered, question_of
from tests.campaign.plans import jiujiang
from tests.handlers.cast import Cast

TODAY = date(2023, 2, 20)
SPAN = jiujiang().span
CARD = Draft(
    id="1-1",
    campaign_id="jiujiang-2022",
    author_id=1,
    chat_id=1,
    written_at=datetime(2019, 3, 1, tzinfo=UTC),
    issues=(DraftIssue(county_id=1, text="活动阵地不足"),),
)


def test_a_forward_from_years_ago_is_asked_for_its_day() -> None:
    old = CARD.dated(date(2019, 3, 1))
    question = question_of(old, TODAY, SPAN)
    assert question
    assert (question.asked, question.place) == (Asked.DAY, 0)
    assert question.refusal == DayOutsideCampaign(date(2019, 3, 1), SPAN.first, SPAN.last)
    with pytest.raises(DayOutsideCampaign):
        old.check(TODAY, SPAN)
    told = answered(old, Asked.DAY, 0, "20230217")
    assert (told.found_on, told.contacts) == (date(2023, 2, 17), ())
    assert told.dated(TODAY) == told
    assert question_of(told, TODAY, SPAN) is None
    told.check(TODAY, SPAN)


def test_a_day_to_come_is_refused_there_too() -> None:
    with pytest.raises(DayInFuture):
        CARD.dated(date(2023, 2, 21)).check(TODAY, SPAN)


async def test_after_the_end_a_problem_needs_a_day_of_the_campaign(cast: Cast) -> None:
    await cast.rehearsal.clock.move(to="2024-01-02T09:00:00+08:00")
    card = await cast.anna.ask("/issue 修水县 活动阵地不足")
    assert "2024年1月2日不在本次工作期间（2022年11月15日至2023年12月31日）。请选日期：" in card.text
    assert "保存" not in [label for row in card.buttons for label in row]
    await cast.anna.press("其他日期")
    summary = await cast.anna.ask("12月29日")
    assert "日期：2023年12月29日" in summary.text
    assert "问题第 1 号" in (await cast.anna.press("保存")).text
