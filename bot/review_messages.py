"""Renderers of what reviewers are owed: the draft is read as it stands when the message goes out."""

from collections.abc import Mapping
from typing import Any

from campaign.clock import Clock
from digests.messages import OutMessage
from digests.outgoing import REVIEW_KINDS
from handlers import review
from handlers.review.actions import ReviewCard, card_of
from storage import Database, Unit


class ReviewRenderer:
    """Makes a message of an outbox row of one of `REVIEW_KINDS`. Blocking: run it in a thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def __call__(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        """Return the message; raise LookupError when the draft is unknown."""
        draft_id = payload.get("draft_id")
        card = self._card(int(draft_id)) if draft_id else None
        return review.render(kind, payload, card)

    def _card(self, draft_id: int) -> ReviewCard | None:
        def shown(unit: Unit) -> ReviewCard | None:
            draft = unit.digest_drafts.get(draft_id)
            return card_of(unit, draft) if draft else None

        return self._database.read(shown, self._clock.now())


def review_renderers(database: Database, clock: Clock) -> Mapping[str, ReviewRenderer]:
    """Return the renderer of each kind."""
    return dict.fromkeys(REVIEW_KINDS, ReviewRenderer(database, clock))
