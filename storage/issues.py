"""Issues by number: their present state and their history."""

from collections.abc import Sequence
from datetime import datetime

from campaign.errors import NotFound
from campaign.issues import Dossier, IssueEvent, SharedIssue
from campaign.people import Actor
from campaign.records import Issue
from campaign.vocabulary import IssueStep
from storage import issue_queries as sql
from storage.connection import Connection
from storage.record_queries import ADD_EVENT, OPEN_ISSUES_OF_COUNTY
from storage.same_issues import SHARED


class IssueRows:
    """Implements campaign.issues.Issues."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def dossier(self, campaign_id: str, number: int) -> Dossier:
        """Return an issue with its history; raise NotFound, also for a withdrawn one."""
        row = self._db.one(sql.DOSSIER, campaign_id=campaign_id, number=number)
        if row is None:
            raise NotFound("issue", str(number))
        author_id, author_name, draft_id, *issue = row
        events = self._db.all(sql.EVENTS, issue_id=issue[0])
        return Dossier(
            Issue(*issue),
            author_id,
            author_name,
            draft_id,
            tuple(IssueEvent(IssueStep(step), *rest) for step, *rest in events),
        )

    def open(self, campaign_id: str, county_id: int | None = None) -> Sequence[Issue]:
        """Return the open issues of a county or of all, by their numbers."""
        if county_id is None:
            rows = self._db.all(sql.OPEN_ISSUES, campaign_id=campaign_id)
        else:
            rows = self._db.all(OPEN_ISSUES_OF_COUNTY, campaign_id=campaign_id, county_id=county_id)
        return [Issue(*row) for row in rows]

    def shared(self, campaign_id: str) -> Sequence[SharedIssue]:
        """Return the open issues that several counties have, by their numbers."""
        return list(map(SharedIssue._make, self._db.all(SHARED, campaign_id=campaign_id)))

    def note(self, issue: Issue, actor: Actor, step: IssueStep, note: str | None, at: datetime) -> None:
        """Add to an issue's history."""
        event = {"campaign_id": actor.campaign_id, "issue_id": issue.id, "kind": step.value}
        self._db.run(ADD_EVENT, **event, actor_id=actor.person.id, result=note, at=at)

    def file(self, issue: Issue, category: str | None) -> None:
        """Give an issue the category that somebody chose."""
        self._db.run(sql.FILE, issue=issue.id, category=category)

    def reopen(self, issue: Issue) -> bool:
        """Make a closed issue open again; return whether it was closed."""
        return self._db.run(sql.REOPEN, issue=issue.id) == 1
