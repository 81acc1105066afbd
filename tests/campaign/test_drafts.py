"""What a card lacks before it is a record, and which days it may carry."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.errors import DayInFuture, DayOutsideCampaign, Incomplete
from campaign.vocabulary import Channel
from tests.campaign.plans import jiujiang

TODAY = date(2023, 2, 20)
WHOLE = DraftContact(county_id=1, day=TODAY, channel=Channel.ONSITE)


def draft(**items: Any) -> Draft:
    at = datetime(2023, 2, 20, tzinfo=UTC)
    return Draft(id="1-1", campaign_id="jiujiang-2022", author_id=1, chat_id=1, written_at=at, **items)


@pytest.mark.parametrize(
    ("card", "missing"),
    [
        (draft(contacts=(WHOLE,)), ()),
        (draft(contacts=(DraftContact(),)), ("county_id", "day", "channel")),
        (draft(contacts=(WHOLE, DraftContact(county_id=2, day=TODAY))), ("channel",)),
        (draft(contacts=(WHOLE,), issues=(DraftIssue(text="阵地不足"),)), ()),
        (draft(issues=(DraftIssue(text="阵地不足"),)), ("item_county",)),
        (draft(issues=(DraftIssue(county_id=1, text="阵地不足"),)), ()),
        (
            draft(
                contacts=(WHOLE, WHOLE.model_copy(update={"county_id": 2})),
                practices=(DraftPractice(text="小巷工会"),),
            ),
            ("item_county",),
        ),
    ],
)
def test_a_card_names_what_it_lacks(card: Draft, missing: tuple[str, ...]) -> None:
    assert card.missing() == missing


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2023, 2, 21), DayInFuture),
        (date(2022, 11, 14), DayOutsideCampaign),
        (date(1900, 1, 1), DayOutsideCampaign),
    ],
)
def test_an_impossible_day_is_refused(day: date, refusal: type[Exception]) -> None:
    card = draft(contacts=(WHOLE.model_copy(update={"day": day}),))
    with pytest.raises(refusal):
        card.check(TODAY, jiujiang().span)


@pytest.mark.parametrize("card", [draft(), draft(contacts=(DraftContact(county_id=1),))])
def test_an_empty_or_unfinished_card_is_refused(card: Draft) -> None:
    with pytest.raises(Incomplete):
        card.check(TODAY, jiujiang().span)


@pytest.mark.parametrize("day", [date(2022, 11, 15), TODAY])
def test_the_first_day_and_today_are_fine(day: date) -> None:
    draft(contacts=(WHOLE.model_copy(update={"day": day}),)).check(TODAY, jiujiang().span)
