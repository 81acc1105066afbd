"""From an outbox row's kind and what the store says to the message that is sent: pure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from campaign.vocabulary import DigestKind
from digests.facts import DigestFacts
from digests.messages import OutMessage
from digests.moved import Figure, Moved
from digests.outgoing import DRAFT, DRAFT_PICTURE, SENT, picture
from handlers.review import keyboards, texts
from handlers.review.actions import ReviewCard


def render(kind: str, payload: Mapping[str, Any], card: ReviewCard | None) -> OutMessage:
    """Return the message of one of `KINDS`; `card`: the draft as it reads now, for those that show it.

    Raise LookupError for another kind, and for a draft that is not there.
    """
    if kind == SENT:
        return _sent(payload)
    if card is None:
        raise LookupError(kind)
    return KINDS[kind](payload, card)


def _draft(_payload: Mapping[str, Any], card: ReviewCard) -> OutMessage:
    return OutMessage(texts.card(card), keyboards.card_rows(card))


def _picture(payload: Mapping[str, Any], card: ReviewCard) -> OutMessage:
    facts = card.facts or DigestFacts.model_validate(card.draft.facts)
    drawn = picture(facts, payload["page"])
    return replace(drawn, text=texts.caption(drawn.text))


def _sent(payload: Mapping[str, Any]) -> OutMessage:
    moves = [
        Moved(Figure(figure), DigestKind(kind) if kind else None, before, now)
        for figure, kind, before, now in payload["moved"]
    ]
    cut_off = datetime.fromisoformat(payload["cut_off"])
    return OutMessage(texts.sent(payload["kinds"], cut_off, moves, payload["wrong"]))


KINDS: Mapping[str, Callable[[Mapping[str, Any], ReviewCard], OutMessage]] = {
    DRAFT: _draft,
    DRAFT_PICTURE: _picture,
    SENT: lambda payload, _card: _sent(payload),
}
