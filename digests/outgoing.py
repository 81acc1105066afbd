"""From what is owed in the outbox to the message itself; the facts are those frozen with the digest."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from digests import texts
from digests.atlas import Charts
from digests.chat_text import clip, digest_texts
from digests.edits import Edits
from digests.facts import DigestFacts
from digests.messages import Button, OutMessage
from digests.opened.figures import openable
from digests.provinces import unasked_pages

TEXT = "digest_text"
PICTURE = "digest_picture"
OFFERED = "digest_offered"
KINDS = (TEXT, PICTURE, OFFERED)
DRAFT = "digest_draft"
DRAFT_PICTURE = "digest_draft_picture"
SENT = "digest_sent"
REVIEW_KINDS = (DRAFT, DRAFT_PICTURE, SENT)
"""What reviewers get; handlers.review makes the messages."""
# The buttons of an offer; handlers declare their callback data with this prefix: digest id, then 1 or 0.
OFFER_PREFIX = "dg"
# Likewise those that open the lists behind a digest's figures in a group: the digest's id.
UNCOVERED_PREFIX, FIGURES_PREFIX, ISSUES_PREFIX = "du", "dm", "di"
CAPTION_LIMIT = 1024


def render_outbox(
    kind: str, payload: Mapping[str, Any], facts: DigestFacts, edits: Edits, charts: Charts | None = None
) -> OutMessage:
    """Return the message of an outbox row of one of `KINDS`; raise LookupError for another kind or part.

    charts: where the picture's map comes from; without it tiles are drawn.

    Drawing takes tens of milliseconds: call it off the event loop.
    """
    if kind == TEXT:
        buttons = opening(facts, edits) if payload.get("opens") else ()
        return OutMessage(digest_texts(facts, edits=edits)[payload["part"]], buttons)
    if kind == PICTURE:
        return picture(facts, payload.get("page", 0), charts)
    if kind == OFFERED:
        return _offer(payload, facts)
    raise LookupError(kind)


def all_messages(facts: DigestFacts, charts: Charts | None = None) -> tuple[OutMessage, ...]:
    """Return a digest's texts in order, then what is sent of its pictures; drawing takes time, as above."""
    return (
        *map(OutMessage, digest_texts(facts)),
        *(picture(facts, page, charts) for page in range(unasked_pages(facts)[0])),
    )


def offer_data(digest_id: int, *, post: bool) -> str:
    """Return the callback data of an offer's button."""
    return f"{OFFER_PREFIX}:{digest_id}:{int(post)}"


def opening(facts: DigestFacts, edits: Edits) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons below a digest's last text in a group; their data lacks the digest's id.

    Whom nobody contacted is a button of its own where the digest names any.
    """
    listed = "uncovered" not in edits.omitted and bool(facts.sections[0].uncovered)
    named: tuple[Button, ...] = ((texts.OPEN_UNCOVERED, f"{UNCOVERED_PREFIX}:"),) if listed else ()
    rest: tuple[Button, ...] = ((texts.OPEN_FIGURES, f"{FIGURES_PREFIX}:"),) if openable(facts, edits) else ()
    return ((*named, *rest),) if named or rest else ()


def of_digest(message: OutMessage, digest_id: int) -> OutMessage:
    """Return a message whose buttons are those of one digest."""
    rows = tuple(tuple((label, f"{data}{digest_id}") for label, data in row) for row in message.buttons)
    return replace(message, buttons=rows)


def picture(facts: DigestFacts, page: int, charts: Charts | None = None) -> OutMessage:
    """Return one of a digest's pictures, with a map where there are charts."""
    from digests.picture import digest_picture, page_count, page_places  # noqa: PLC0415 - as above

    places, pages = page_places(facts), page_count(facts)
    caption = texts.caption(_title(facts), facts.cut_off, places[page] if places else "")
    if pages > 1 and not places:
        caption = texts.part_title(caption, page + 1, pages)
    return OutMessage(
        escape(clip(caption, CAPTION_LIMIT), quote=False),
        photo=digest_picture(facts, page, charts),
        photo_name=texts.PHOTO_NAME,
    )


def _offer(payload: Mapping[str, Any], facts: DigestFacts) -> OutMessage:
    words = texts.offer(_title(facts), facts.cut_off, clip(payload["group"], 200))
    buttons = (
        (texts.OFFER_POST, offer_data(payload["digest_id"], post=True)),
        (texts.OFFER_DROP, offer_data(payload["digest_id"], post=False)),
    )
    return OutMessage(escape(words, quote=False), (buttons,))


def _title(facts: DigestFacts) -> str:
    return texts.marked(texts.digest_title(facts.kinds), demo=facts.demo, live=facts.live)
