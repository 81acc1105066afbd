"""The campaign's reader knows its zone and its working days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from bot.readers import Readers
from storage import Database
from tests.bot.stores import CAMPAIGN, Templates, opened

EVE = datetime(2023, 4, 28, 1, 0, tzinfo=UTC)


@pytest.fixture
def filled(templates: Templates) -> Iterator[Database]:
    database = opened(templates.sqlite())
    yield database
    database.close()


def test_a_deadline_counts_the_working_days_of_the_campaign(filled: Database) -> None:
    text = "修水县职工之家漏雨，请县政府3个工作日内修好"
    reading = filled.read(lambda unit: Readers().reader(unit, CAMPAIGN).read(text, EVE), EVE)
    (issue,) = reading.issues
    assert issue.due.value == date(2023, 5, 6)
