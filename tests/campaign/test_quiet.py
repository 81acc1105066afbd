"""Quiet hours: what falls into them waits for their end."""

from datetime import datetime, time

import pytest

from campaign.definition import QuietHours
from campaign.quiet import after_quiet
from tests.campaign.plans import jiujiang

ZONE = jiujiang().tz
NIGHT = QuietHours(start=time(21), end=time(8))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2023, 2, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (at(27, 7, 59), at(27, 8)),
        (at(27, 8), at(27, 8)),
        (at(27, 20, 59), at(27, 20, 59)),
        (at(27, 21), at(28, 8)),
        (at(27, 0), at(27, 8)),
    ],
)
def test_a_night_ends_in_the_morning(moment: datetime, told: datetime) -> None:
    assert after_quiet(NIGHT, ZONE, moment) == told


def test_hours_within_one_day_and_none_at_all() -> None:
    noon = QuietHours(start=time(12), end=time(14))
    assert after_quiet(noon, ZONE, at(27, 13)) == at(27, 14)
    assert after_quiet(noon, ZONE, at(27, 14)) == at(27, 14)
    never = QuietHours(start=time(0), end=time(0))
    assert after_quiet(never, ZONE, at(27, 3)) == at(27, 3)


def test_hours_are_those_of_the_campaign_s_zone() -> None:
    utc = datetime.fromisoformat("2023-02-27T14:00:00+00:00")
    assert after_quiet(NIGHT, ZONE, utc) == at(28, 8)
