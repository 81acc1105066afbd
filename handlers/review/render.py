"""Drafts as messages that the bot sends of its own accord: pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from campaign.review import DigestDraft
from campaign.vocabulary import DigestKind
from digests.atlas import Charts
from digests.facts import DigestFacts
from digests.messages import OutMessage
from digests.moved import Figure, Moved
from digests.outgoing import picture
from digests.provinces import Behind, provinces, provinces_rows
from handlers.review import keyboards, texts
from handlers.review.actions import ReviewCard


def draft_text(card: ReviewCard, *, again: bool = False) -> OutMessage:
    """Return a draft as it reads now; `again`: a working day after its hour it still waits."""
    head = f"{texts.AGAIN}\n" if again and not card.ended else ""
    return OutMessage(head + texts.card(card), keyboards.card_rows(card))


def draft_picture(draft: DigestDraft, page: int, charts: Charts | None = None) -> OutMessage:
    """Return one of the pictures that a draft was made with: what was owed is there to be drawn."""
    facts = DigestFacts.model_validate(draft.facts)
    drawn, behind = picture(facts, page, charts), provinces(facts)
    rows = provinces_rows(Behind(draft=draft.id)) if behind else ()
    return replace(drawn, text=texts.caption(drawn.text), buttons=rows)


def sent(payload: Mapping[str, Any]) -> OutMessage:
    """Return what reviewers hear of a digest that went out."""
    moves = [
        Moved(Figure(figure), DigestKind(kind) if kind else None, before, now)
        for figure, kind, before, now in payload["moved"]
    ]
    cut_off = datetime.fromisoformat(payload["cut_off"])
    left = payload.get("left", ())
    return OutMessage(texts.sent(payload["kinds"], cut_off, moves, payload["wrong"], left))
