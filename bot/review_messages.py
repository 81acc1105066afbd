"""Renderers of what reviewers are owed: the draft is read as it stands when the message goes out."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from campaign.clock import Clock
from campaign.review import DigestDraft
from digests.atlas import Charts
from digests.messages import OutMessage
from digests.outgoing import DRAFT_PICTURE, REVIEW_KINDS, SENT
from handlers import review
from handlers.review.actions import ReviewCard, card_of
from storage import Database, Unit

T = TypeVar("T")


FRESH = timedelta(minutes=1)
"""So long a card that was made for one admin is sent to the others: its figures are counted once."""


class Made(NamedTuple):
    """A draft's card as it was made for somebody, and when."""

    draft: DigestDraft
    at: datetime
    card: ReviewCard


class ReviewRenderer:
    """Makes a message of an outbox row of one of `REVIEW_KINDS`. Blocking: run it in a thread."""

    def __init__(self, database: Database, clock: Clock, charts: Charts | None = None) -> None:
        self._database = database
        self._charts = charts
        self._clock = clock
        self._made: Made | None = None
        self._turn = Lock()

    def __call__(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        """Return the message; raise LookupError when the draft is unknown."""
        if kind == SENT:
            return review.sent(payload)
        draft_id = int(payload["draft_id"])
        if kind == DRAFT_PICTURE:
            draft = self._read(draft_id, lambda _, draft: draft)
            return review.draft_picture(draft, payload["page"], self._charts)
        with self._turn:
            card = self._read(draft_id, self._card)
        return review.draft_text(card, again=bool(payload.get("again")))

    def _card(self, unit: Unit, draft: DigestDraft) -> ReviewCard:
        made = self._made
        if made is None or made.draft != draft or not timedelta(0) <= unit.now - made.at < FRESH:
            made = self._made = Made(draft, unit.now, card_of(unit, draft))
        return made.card

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
