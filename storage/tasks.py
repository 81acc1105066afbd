"""How tasks go on."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from campaign.task_notes import TaskNote
from storage.connection import Connection
from storage.statements import insert_into
from storage.tables import person, task_note

_row = task_note.c
_ADD = insert_into(
    task_note,
    *("campaign_id", "number", "state", "words", "author_id", "chat_id", "message_id", "noted_at"),
)
_OWN = _row.campaign_id == bindparam("campaign_id")
_NOTES: Select[Any] = (
    select(_row.number, _row.state, _row.words, _row.author_id, person.c.name, _row.noted_at)
    .join(person, person.c.id == _row.author_id)
    .order_by(_row.id)
)
_OF = _NOTES.where(_OWN, _row.number == bindparam("number"))
_LATEST = _NOTES.where(_row.id.in_(select(func.max(_row.id)).where(_OWN).group_by(_row.number)))


class TaskRows:
    """Implements campaign.task_notes.TaskNotes."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def note(self, campaign_id: str, note: TaskNote, chat_id: int, message_id: int | None) -> None:
        """Add to a task's history; the message it came from."""
        kept = {"number": note.number, "state": note.state, "words": note.words, "author_id": note.author_id}
        source = {"chat_id": chat_id, "message_id": message_id, "noted_at": note.at}
        self._db.run(_ADD, campaign_id=campaign_id, **kept, **source)

    def of(self, campaign_id: str, number: int) -> Sequence[TaskNote]:
        """Return a task's history, oldest first."""
        return [TaskNote(*row) for row in self._db.all(_OF, campaign_id=campaign_id, number=number)]

    def latest(self, campaign_id: str) -> Sequence[TaskNote]:
        """Return the last note on each task that has any."""
        return [TaskNote(*row) for row in self._db.all(_LATEST, campaign_id=campaign_id)]
