"""Saved contacts, issues and practices."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from campaign.drafts import Draft
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.plan import Plan
from campaign.records import Contact, Issue, Practice, SavedRecord
from campaign.vocabulary import IssueState
from storage import record_queries as sql
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.correcting import Corrector
from storage.saving import Saver
from storage.withdrawing import withdraw


class RecordRows:
    """Implements campaign.ports.Records."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def save(self, draft: Draft, actor: Actor, plan: Plan, at: datetime) -> SavedRecord:
        """Store a draft's items with their numbers and keep the tallies; raise DraftGone if it was saved."""
        return Saver(self._db, draft, actor, plan, at).save()

    def of_draft(self, draft_id: str) -> SavedRecord | None:
        """Return what a draft saved; what a correction left out is no longer in it."""
        saved = self._db.one(sql.SAVED_DRAFT, draft_id=draft_id)
        if saved is None:
            return None
        author_id, saved_at, withdrawn_at = saved
        withdrawn = withdrawn_at is not None
        contacts = (Contact(*row) for row in self._db.all(sql.CONTACTS_OF_DRAFT, draft_id=draft_id))
        issues = (Issue(*row) for row in self._db.all(sql.ISSUES_OF_DRAFT, draft_id=draft_id))
        practices = (Practice(*row) for row in self._db.all(sql.PRACTICES_OF_DRAFT, draft_id=draft_id))
        return SavedRecord(
            draft_id,
            author_id,
            saved_at,
            tuple(item for item in contacts if withdrawn or item.withdrawn_at is None),
            tuple(item for item in issues if withdrawn or item.withdrawn_at is None),
            tuple(item for item in practices if withdrawn or item.withdrawn_at is None),
            withdrawn=withdrawn,
        )

    def latest_of(self, campaign_id: str, author_id: int) -> SavedRecord | None:
        """Return the author's latest standing record."""
        draft_id = self._db.value(sql.LATEST_OF, campaign_id=campaign_id, author_id=author_id)
        return None if draft_id is None else self.of_draft(draft_id)

    def contacts_of(self, campaign_id: str, county_id: int, limit: int) -> Sequence[Contact]:
        """Return a county's latest standing contacts, latest day first."""
        place = {"campaign_id": campaign_id, "county_id": county_id}
        return [Contact(*row) for row in self._db.all(sql.CONTACTS_OF_COUNTY, **place, limit=limit)]

    def issues_of(self, campaign_id: str, county_id: int) -> Sequence[Issue]:
        """Return a county's open issues, oldest first."""
        place = {"campaign_id": campaign_id, "county_id": county_id}
        return [Issue(*row) for row in self._db.all(sql.OPEN_ISSUES_OF_COUNTY, **place)]

    def close_issue(self, campaign_id: str, number: int, actor: Actor, result: str, at: datetime) -> Issue:
        """Close an issue with a word on the result; closing twice is one closing. Raise NotFound."""
        row = self._db.one(sql.ISSUE, campaign_id=campaign_id, number=number)
        if row is None:
            raise NotFound("issue", str(number))
        issue = Issue(*row)
        day = self._campaigns.plan(campaign_id).today(at)
        if not self._db.run(sql.CLOSE_ISSUE, issue=issue.id, at=at, day=day):
            return issue
        event = {"campaign_id": campaign_id, "issue_id": issue.id, "kind": "close"}
        self._db.run(sql.ADD_EVENT, **event, actor_id=actor.person.id, result=result, at=at)
        return replace(issue, state=IssueState.CLOSED, closed_at=at)

    def correct(
        self, record: SavedRecord, target: Draft, actor: Actor, plan: Plan, at: datetime
    ) -> SavedRecord:
        """Give a record its new form, checked; keep the tallies. Return it."""
        Corrector(self._db, (record, target), actor, plan, at).correct()
        return self.of_draft(record.draft_id) or record

    def withdraw(self, record: SavedRecord, actor: Actor, plan: Plan, at: datetime) -> SavedRecord:
        """Withdraw a record and its issues and practices; keep the tallies."""
        return withdraw(self._db, record, actor, plan, at)

    def practice(self, campaign_id: str, number: int) -> Practice:
        """Return a standing practice; raise NotFound."""
        row = self._db.one(sql.PRACTICE, campaign_id=campaign_id, number=number)
        if row is None:
            raise NotFound("practice", str(number))
        return Practice(*row)

    def choose(self, practice: Practice, actor: Actor, at: datetime | None) -> None:
        """Note that a practice is chosen for promotion since a moment; None takes that back."""
        self._db.run(sql.CHOOSE, practice=practice.id, at=at, by=actor.person.id if at else None)
