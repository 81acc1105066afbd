"""Renderers of what reviewers are owed: the draft is read as it stands when the message goes out."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from campaign.clock import Clock
from campaign.review import DigestDraft
from digests.atlas import Charts
from digests.messages import OutMessage
from digests.outgoing import DRAFT_PICTURE, REVIEW_KINDS, SENT
from handlers import review
from handlers.review.actions import card_of
from storage import Database, Unit

T = TypeVar("T")


class ReviewRenderer:
    """Makes a message of an outbox row of one of `REVIEW_KINDS`. Blocking: run it in a thread."""

    def __init__(self, database: Database, clock: Clock, charts: Charts | None = None) -> None:
        self._database = database
        self._charts = charts
        self._clock = clock

    def __call__(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        """Return the message; raise LookupError when the draft is unknown."""
        if kind == SENT:
            return review.sent(payload)
        draft_id = int(payload["draft_id"])
        if kind == DRAFT_PICTURE:
            draft = self._read(draft_id, lambda _, draft: draft)
            return review.draft_picture(draft, payload["page"], self._charts)
        return review.draft_text(self._read(draft_id, card_of), again=bool(payload.get("again")))

    def _read(self, draft_id: int, question: Callable[[Unit, DigestDraft], T]) -> T:
        def found(unit: Unit) -> T:
            draft = unit.digest_drafts.get(draft_id)
            if draft is None:
                raise LookupError(draft_id)
            return question(unit, draft)

        return self._database.read(found, self._clock.now())


def review_renderers(
    database: Database, clock: Clock, charts: Charts | None = None
) -> Mapping[str, ReviewRenderer]:
    """Return the renderer of each kind."""
    return dict.fromkeys(REVIEW_KINDS, ReviewRenderer(database, clock, charts))
