"""Changed rules owe nothing of the past, and no day or month a second digest."""

from datetime import datetime, time, timedelta

from bot.digest_posting import Counts
from storage import Database
from tests.bot.test_digest_posting import FEBRUARY, MARCH, approve, database, steps
from tests.digests.demo import definition

__all__ = ["database"]


def test_rules_with_another_day_owe_nothing_of_the_past(database: Database) -> None:
    approve(database)
    for cut_off in (datetime.fromisoformat("2022-12-27T09:00:00+08:00"), FEBRUARY):
        assert steps(database, cut_off) == [Counts(posted=1)]
    changed = definition().digests.model_copy(update={"day": 20})
    rules = definition().model_copy(update={"digests": changed})
    at = FEBRUARY + timedelta(days=2)
    database.write(lambda unit: unit.campaigns.load(rules, at), at)
    assert steps(database, at) == []
    assert steps(database, datetime.fromisoformat("2023-03-20T09:00:00+08:00")) == [Counts(posted=1)]


def test_rules_with_another_hour_post_nothing_again(database: Database) -> None:
    approve(database)
    for cut_off in (datetime.fromisoformat("2022-12-27T09:00:00+08:00"), FEBRUARY):
        assert steps(database, cut_off) == [Counts(posted=1)]
    changed = definition().digests.model_copy(update={"time": time(9, 30)})
    rules = definition().model_copy(update={"digests": changed})
    database.write(lambda unit: unit.campaigns.load(rules, FEBRUARY), FEBRUARY)
    assert steps(database, FEBRUARY + timedelta(hours=1)) == []
    assert steps(database, MARCH + timedelta(minutes=30)) == [Counts(posted=1)]
