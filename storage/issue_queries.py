"""Statements on the life of issues."""

from sqlalchemy import bindparam, literal_column, null, select, true, update

from campaign.vocabulary import IssueState
from storage.record_queries import ISSUES
from storage.tables import issue, issue_event, person
from storage.tables.records import standing_open

_COLUMNS = tuple(ISSUES.selected_columns)
DOSSIER = (
    ISSUES.with_only_columns(
        issue.c.author_id, person.c.name, issue.c.draft_id, *_COLUMNS, maintain_column_froms=True
    )
    .join(person, person.c.id == issue.c.author_id)
    .where(
        issue.c.campaign_id == bindparam("campaign_id"),
        issue.c.number == bindparam("number"),
        issue.c.withdrawn_at.is_(None),
    )
)
EVENTS = (
    select(issue_event.c.kind, issue_event.c.actor_id, person.c.name, issue_event.c.result, issue_event.c.at)
    .join(person, person.c.id == issue_event.c.actor_id)
    .where(issue_event.c.issue_id == bindparam("issue_id"))
    .order_by(issue_event.c.id)
)
OPEN_ISSUES = ISSUES.where(issue.c.campaign_id == bindparam("campaign_id"), standing_open).order_by(
    issue.c.number
)
FILE = (
    update(issue)
    .where(issue.c.id == bindparam("issue"))
    .values(category=bindparam("category"), category_chosen=true())
)
REOPEN = (
    update(issue)
    .where(
        issue.c.id == bindparam("issue"),
        issue.c.state == literal_column("'closed'"),
        issue.c.withdrawn_at.is_(None),
    )
    .values(state=IssueState.OPEN, closed_at=null(), closed_on=null())
)
