"""From rows of storage.listing_queries to those of campaign.listing."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from campaign.listing import AmendedRow, ContactRow, IssueRow, Later, PracticeRow
from storage.statements import Row

Names = Callable[[int], tuple[str, str]]
"""A county's city and name by its id."""


def contact_row(row: Row, names: Names, later: Later | None = None) -> ContactRow:
    """Return a contact."""
    number, county, day, channel, liaison, author, _, withdrawn = row
    mark = later or (Later.WITHDRAWN if withdrawn else None)
    return ContactRow(number, *names(county), day, channel, liaison, author, mark)


def issue_row(row: Row, names: Names, as_of: datetime, later: Later | None = None) -> IssueRow:
    """Return an issue."""
    number, county, text, resolver, due, _, _, closed_at, withdrawn = row
    mark = Later.WITHDRAWN if withdrawn else Later.CLOSED if closed_at and closed_at > as_of else None
    return IssueRow(number, *names(county), text, resolver, due, later or mark)


def practice_row(row: Row, names: Names) -> PracticeRow:
    """Return a practice."""
    number, county, text, withdrawn = row
    return PracticeRow(number, *names(county), text, Later.WITHDRAWN if withdrawn else None)


def amended_row(row: Row, names: Names, fields: Mapping[str, tuple[Any, Any]]) -> AmendedRow:
    """Return a contact with what was corrected of it; counties by their names."""
    number, county, day, channel, *_ = row
    changes = ((name, *(_told(names, name, value) for value in both)) for name, both in fields.items())
    return AmendedRow(number, *names(county), day, channel, tuple(changes))


def _told(names: Names, name: str, value: Any) -> Any:
    return names(value)[1] if name == "county_id" else value
