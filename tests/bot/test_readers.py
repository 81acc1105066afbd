"""The campaign's reader knows its zone and its working days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from bot.readers import Readers
from campaign.frame import YearDays
from storage import Database
from tests.bot.stores import CAMPAIGN, Templates, opened

EVE = datetime(2023, 4, 28, 1, 0, tzinfo=UTC)


@pytest.fixture
def filled(templates: Templates) -> Iterator[Database]:
    database = opened(templates.sqlite())
    yield database
    database.close()


def test_a_deadline_counts_the_working_days_of_the_campaign(filled: Database) -> None:
    assert due(filled, Readers()) == date(2023, 5, 6)


def test_a_day_off_that_is_named_later_counts_at_once_for_who_reads(filled: Database) -> None:
    readers = Readers(iter(range(0, 1000, 100)).__next__)
    assert due(filled, readers) == date(2023, 5, 6)
    definition = filled.read(lambda unit: unit.campaigns.plan(CAMPAIGN).definition, EVE)
    off = {2023: YearDays(holidays=(date(2023, 5, 4),))}
    changed = definition.model_copy(update={"working_days": off})
    filled.write(lambda unit: unit.campaigns.load(changed, EVE), EVE)
    assert due(filled, readers) == date(2023, 5, 8)


def due(filled: Database, readers: Readers) -> date | None:
    """The day that a reader makes of three working days."""
    text = "修水县职工之家漏雨，请县政府3个工作日内修好"
    reading = filled.read(lambda unit: readers.reader(unit, CAMPAIGN).read(text, EVE), EVE)
    (issue,) = reading.issues
    return issue.due.value
