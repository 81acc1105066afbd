"""The life of an issue: its history, who may carry it on, and what the actions need of the store for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from campaign.people import Actor
from campaign.records import Issue
from campaign.vocabulary import IssueStep


@dataclass(frozen=True, slots=True)
class IssueEvent:
    """One thing that happened to an issue; `note` is what was typed with it."""

    step: IssueStep
    actor_id: int
    actor_name: str
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """An issue with who raised it, the card it came from, and its history, oldest first."""

    issue: Issue
    author_id: int
    author_name: str
    draft_id: str
    events: tuple[IssueEvent, ...]

    @property
    def last(self) -> IssueEvent | None:
        """What happened last."""
        return self.events[-1] if self.events else None


class SharedIssue(NamedTuple):
    """An open issue that other counties have too: they have its print."""

    gist: str
    text: str
    county_id: int
    county: str
    prefecture: str | None


class Issues(Protocol):
    """Issues by their number. The row holds the present state, the events hold the history."""

    def dossier(self, campaign_id: str, number: int) -> Dossier:
        """Return an issue with its history; raise NotFound, also for a withdrawn one."""

    def open(self, campaign_id: str, county_id: int | None = None) -> Sequence[Issue]:
        """Return the open issues of a county or of all, by their numbers."""

    def shared(self, campaign_id: str) -> Sequence[SharedIssue]:
        """Return the open issues that several counties have, by their numbers."""

    def note(self, issue: Issue, actor: Actor, step: IssueStep, note: str | None, at: datetime) -> None:
        """Add to an issue's history."""

    def file(self, issue: Issue, category: str | None) -> None:
        """Give an issue the category that somebody chose."""

    def reopen(self, issue: Issue) -> bool:
        """Make a closed issue open again; return whether it was closed."""


def overdue_days(issue: Issue, today: date) -> int:
    """Return by how many days an issue is late; 0 while it is not, or has no day."""
    return max(0, (today - issue.due).days) if issue.due else 0
