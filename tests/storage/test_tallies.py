"""Whatever is saved, withdrawn or redefined: the tallies say what the contacts say."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import booleans, integers, lists, sampled_from, tuples

from campaign.days import Days
from campaign.quota_rules import QuotaRule, QuotaWindow
from campaign.vocabulary import Channel
from storage import Database, Unit
from tests.campaign.plans import jiujiang
from tests.storage.play import NAMES, Play

START = date(2022, 11, 15)
LATER = datetime(2025, 1, 1, tzinfo=UTC)
CASES = lists(
    tuples(
        lists(tuples(sampled_from(NAMES), integers(0, 411), sampled_from(Channel)), min_size=1, max_size=4),
        integers(0, 60 * 24 * 90),
        booleans(),
    ),
    max_size=6,
)
Case = tuple[Sequence[tuple[str, int, Channel]], int, bool]
NUMBERS = count(1)


def _play(database: Database, cases: Sequence[Case]) -> Play:
    number = next(NUMBERS)
    play = Play(database, jiujiang(id=f"play-{number}"), telegram_id=1000 + number)
    for contacts, delay, withdrawn in cases:
        items = [play.contact(name, START + timedelta(days), channel) for name, days, channel in contacts]
        last = max(item.day for item in items if item.day)
        at = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(minutes=delay)
        record = play.save(play.draft(*items, at=at), at)
        if withdrawn:
            play.withdraw(record, at + timedelta(minutes=5))
    return play


def _check(play: Play) -> None:
    play.read(lambda unit: _check_days(unit, play.id))


def _check_days(unit: Unit, campaign_id: str) -> None:
    plan, by_county = unit.campaigns.plan(campaign_id), unit.counts.by_county
    for number in range(0, 412, 45):
        windows = plan.windows(START + timedelta(number))
        assert by_county(campaign_id, windows) == by_county(campaign_id, windows, as_of=LATER)
        _check_totals(unit, campaign_id, windows.today)


def _check_totals(unit: Unit, campaign_id: str, first: date) -> None:
    span, since = (
        Days(first, first + timedelta(61)),
        datetime(first.year, first.month, first.day, 1, tzinfo=UTC),
    )
    channels = unit.counts.channels
    assert channels(campaign_id, span) == channels(campaign_id, span, LATER)
    late = unit.counts.late
    assert late(campaign_id, first, since) == late(campaign_id, first, since, LATER)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES)
def test_tallies_equal_the_contacts(database: Database, cases: Sequence[Case]) -> None:
    _check(_play(database, cases))


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES, channels=lists(sampled_from(Channel), min_size=1, max_size=5, unique=True))
def test_new_rules_count_old_contacts(
    database: Database, cases: Sequence[Case], channels: list[Channel]
) -> None:
    play = _play(database, cases)
    rule = QuotaRule(id="any", name="任选", channels=tuple(channels), count=1, window=QuotaWindow.CAMPAIGN)
    changed = jiujiang(id=play.id, quotas=(rule,), start=START + timedelta(40))
    assert play.write(lambda unit: unit.campaigns.load(changed, LATER))
    assert play.plan.definition == changed
    _check(play)


@pytest.mark.parametrize("same_day", [True, False])
def test_several_contacts_of_a_day_are_one_day(play: Play, *, same_day: bool) -> None:
    first, second = START, START if same_day else START + timedelta(1)
    play.save(play.draft(play.contact(NAMES[0], first), play.contact(NAMES[0], second)))
    row = play.counts(play.windows(START))[0]
    assert (row.quota_contacts, row.quota_days) == (2, 1 if same_day else 2)
