"""Standing records in the order of their numbers, a page at a time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table, bindparam, select

from campaign.ledger import ContactLine, IssueLine, PracticeLine
from campaign.vocabulary import IssueStep
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.sides import CAMPAIGN_ID, counties_of_person
from storage.statements import Row
from storage.tables import contact, experience, issue, issue_event, person, unit


def _latest(step: IssueStep) -> Any:
    return (
        select(issue_event.c.result)
        .where(issue_event.c.issue_id == issue.c.id, issue_event.c.kind == step.value)
        .order_by(issue_event.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _lines(table: Table, *columns: Any) -> Select[Any]:
    return (
        select(table.c.number, unit.c.name, unit.c.prefecture, *columns)
        .join(unit, unit.c.id == table.c.county_id)
        .join(person, person.c.id == table.c.author_id)
        .where(
            table.c.campaign_id == CAMPAIGN_ID,
            table.c.withdrawn_at.is_(None),
            table.c.number > bindparam("after"),
        )
        .order_by(table.c.number)
        .limit(bindparam("limit"))
    )


def _both(table: Table, *columns: Any) -> tuple[Select[Any], Select[Any]]:
    """Return the statement for all counties, and the one for those of a person."""
    lines = _lines(table, *columns)
    return lines, lines.where(table.c.county_id.in_(counties_of_person()))


_CONTACTS = _both(
    contact,
    contact.c.day,
    contact.c.channel,
    contact.c.participants,
    contact.c.attendees,
    contact.c.leader_present,
    unit.c.liaisons,
    unit.c.contact_persons,
    person.c.name,
    contact.c.written_at,
    contact.c.saved_at,
)
_ISSUES = _both(
    issue,
    issue.c.raised_on,
    issue.c.text,
    issue.c.resolver,
    issue.c.due,
    issue.c.state,
    issue.c.closed_on,
    _latest(IssueStep.CLOSE),
    _latest(IssueStep.PROGRESS),
    person.c.name,
    issue.c.category,
)
_PRACTICES = _both(
    experience,
    experience.c.raised_on,
    experience.c.text,
    person.c.name,
    experience.c.chosen_at.is_not(None),
)


class LedgerRows:
    """Implements campaign.ledger.Ledger."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def contacts(
        self, campaign_id: str, person_id: int | None, after: int, limit: int
    ) -> Sequence[ContactLine]:
        """Return the next contacts."""
        return [ContactLine(*row) for row in self._page(_CONTACTS, campaign_id, person_id, after, limit)]

    def issues(self, campaign_id: str, person_id: int | None, after: int, limit: int) -> Sequence[IssueLine]:
        """Return the next issues; an open one has no result, though it was closed once."""
        rows = self._page(_ISSUES, campaign_id, person_id, after, limit)
        lines = (IssueLine(*row) for row in rows)
        return [line if line.closed_on else line._replace(result=None) for line in lines]

    def practices(
        self, campaign_id: str, person_id: int | None, after: int, limit: int
    ) -> Sequence[PracticeLine]:
        """Return the next practices."""
        return [PracticeLine(*row) for row in self._page(_PRACTICES, campaign_id, person_id, after, limit)]

    def _page(
        self,
        statements: tuple[Select[Any], Select[Any]],
        campaign_id: str,
        person_id: int | None,
        after: int,
        limit: int,
    ) -> Sequence[Row]:
        where = {"campaign_id": campaign_id, "after": after, "limit": limit}
        if person_id is None:
            return self._db.all(statements[0], **where)
        on_day = self._campaigns.today(campaign_id)
        return self._db.all(statements[1], **where, person_id=person_id, on_day=on_day)
