"""From what is owed in the outbox to the message itself; the facts are those frozen with the digest."""

from collections.abc import Mapping
from html import escape
from typing import Any

from digests import texts
from digests.chat_text import clip, digest_texts
from digests.facts import DigestFacts
from digests.messages import OutMessage

TEXT = "digest_text"
PICTURE = "digest_picture"
OFFERED = "digest_offered"
KINDS = (TEXT, PICTURE, OFFERED)
# The buttons of an offer; handlers declare their callback data with this prefix: digest id, then 1 or 0.
OFFER_PREFIX = "dg"
CAPTION_LIMIT = 1024


def render_outbox(kind: str, payload: Mapping[str, Any], facts: DigestFacts) -> OutMessage:
    """Return the message of an outbox row of one of `KINDS`; raise LookupError for another kind or part.

    Drawing takes tens of milliseconds: call it off the event loop.
    """
    if kind == TEXT:
        return OutMessage(digest_texts(facts)[payload["part"]])
    if kind == PICTURE:
        return _picture(facts)
    if kind == OFFERED:
        return _offer(payload, facts)
    raise LookupError(kind)


def all_messages(facts: DigestFacts) -> tuple[OutMessage, ...]:
    """Return a digest's texts in order, then its picture; drawing takes time, as above."""
    return (*map(OutMessage, digest_texts(facts)), _picture(facts))


def offer_data(digest_id: int, *, post: bool) -> str:
    """Return the callback data of an offer's button."""
    return f"{OFFER_PREFIX}:{digest_id}:{int(post)}"


def _picture(facts: DigestFacts) -> OutMessage:
    from digests.picture import digest_picture  # noqa: PLC0415 - most messages draw nothing

    caption = texts.caption(_title(facts), facts.cut_off)
    return OutMessage(
        escape(clip(caption, CAPTION_LIMIT), quote=False),
        photo=digest_picture(facts),
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
