"""Changed rules owe nothing of the past, and no day or month a second digest."""

from datetime import datetime, time, timedelta

from sqlalchemy import text

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


def test_a_digest_that_went_out_keeps_its_words_and_figures(database: Database) -> None:
    approve(database)
    for cut_off in (datetime.fromisoformat("2022-12-27T09:00:00+08:00"), FEBRUARY):
        assert steps(database, cut_off) == [Counts(posted=1)]
    before = _posted(database)
    assert before
    (onsite,) = definition().quotas
    quotas = (onsite.model_copy(update={"count": 9, "name": "别的要求"}),)
    rules = definition().model_copy(update={"quotas": quotas, "title": "别的名称"})
    at = FEBRUARY + timedelta(days=1)
    database.write(lambda unit: unit.campaigns.load(rules, at), at)
    assert steps(database, at) == []
    assert _posted(database) == before


def _posted(database: Database) -> list[tuple[object, ...]]:
    """The frozen facts of every digest, and the messages that were made of them."""
    with database.engine.connect() as connection:
        frozen = connection.execute(text("SELECT kinds, facts, frozen_at FROM digest ORDER BY id")).all()
        sent = connection.execute(text("SELECT kind, payload FROM outbox ORDER BY id")).all()
    return [tuple(row) for row in [*frozen, *sent]]
