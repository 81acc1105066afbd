"""Whose order an update keeps, and on which day it was written."""

from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from bot.arrivals import arrival, lane_of
from bot.timeline import CampaignClock, Timeline

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SHIFT = timedelta(days=-1000)
WRITTEN = int((NOW - timedelta(hours=5)).timestamp())
ORIGIN = int((NOW - timedelta(days=2)).timestamp())
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -1001, "type": "supergroup"}
ANNA = {"id": 7, "is_bot": False, "first_name": "演示"}


def clock() -> CampaignClock:
    return CampaignClock(Timeline([(NOW - timedelta(days=9), SHIFT.total_seconds())]), lambda: NOW)


def said(**more: Any) -> dict[str, Any]:
    return {"message_id": 1, "from": ANNA, "chat": PRIVATE, "date": WRITTEN, "text": "在"} | more


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC) + SHIFT


@pytest.mark.parametrize(
    ("event", "lane", "written"),
    [
        ({"message": said()}, "7", at(WRITTEN)),
        ({"message": said(chat=GROUP)}, "-1001", at(WRITTEN)),
        ({"edited_message": said(edit_date=WRITTEN + 9000)}, "7", at(WRITTEN)),
        ({"message": said(forward_origin={"type": "user", "date": ORIGIN})}, "7", at(ORIGIN)),
        ({"callback_query": {"id": "1", "from": ANNA, "message": said(chat=GROUP)}}, "-1001", NOW + SHIFT),
        ({"callback_query": {"id": "1", "from": ANNA, "inline_message_id": "x"}}, "7", NOW + SHIFT),
        ({"my_chat_member": {"from": ANNA, "chat": GROUP, "date": WRITTEN}}, "-1001", at(WRITTEN)),
        ({"poll": {"id": "1"}}, "0", NOW + SHIFT),
        ({}, "0", NOW + SHIFT),
    ],
)
def test_lane_and_day(event: dict[str, Any], lane: str, written: datetime) -> None:
    row = arrival({"update_id": 5, **event}, clock())
    assert (row.update_id, row.lane, row.written_at) == (5, lane, written)
    assert row.received_at == NOW + SHIFT


def test_the_bytes_give_the_update_again() -> None:
    raw = {"update_id": 5, "message": said(text="👨‍👩‍👧 مرحبا 修水县")}
    assert orjson.loads(arrival(raw, clock()).payload) == raw


def test_a_clock_that_runs_ahead_writes_nothing_in_the_future() -> None:
    ahead = int((NOW + timedelta(hours=3)).timestamp())
    assert arrival({"update_id": 5, "message": said(date=ahead)}, clock()).written_at == NOW + SHIFT


def test_two_persons_of_a_group_share_its_lane() -> None:
    other = said(chat=GROUP) | {"from": {"id": 8}}
    assert lane_of({"message": other}) == lane_of({"message": said(chat=GROUP)})
