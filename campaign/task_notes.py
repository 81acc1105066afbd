"""How tasks go on: words on each, what state they leave it in, and what the actions need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class TaskState(StrEnum):
    """How far a task is; one of which nothing was told has not begun."""

    OPEN = "not_begun"
    GOING = "going_on"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TaskNote:
    """A word on a task, and the state in which it leaves it."""

    number: int
    state: TaskState
    words: str
    author_id: int
    author_name: str
    at: datetime


class TaskNotes(Protocol):
    """The history of tasks, by their numbers. Nothing is deleted."""

    def note(self, campaign_id: str, note: TaskNote, chat_id: int, message_id: int | None) -> None:
        """Add to a task's history; the message it came from."""

    def of(self, campaign_id: str, number: int) -> Sequence[TaskNote]:
        """Return a task's history, oldest first."""

    def latest(self, campaign_id: str) -> Sequence[TaskNote]:
        """Return the last note on each task that has any."""
