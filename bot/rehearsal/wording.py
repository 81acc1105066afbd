"""What becomes of a text that is sent: markup read, tidied, measured, and in the shape of a Message."""

from bot.rehearsal import refusals
from bot.rehearsal.markdown import parse_markdown
from bot.rehearsal.spans import Formatted, entities, from_entities, tidy, with_found
from bot.rehearsal.store import Json
from bot.rehearsal.tags import parse_html


def text(params: Json) -> Json:
    """`text` and `entities` of a message from `text`, `parse_mode` and `entities`.

    Raises:
        RefusedError: the markup is wrong, nothing is left, or it is too long.
    """
    formatted = _read(params.get("text", ""), params.get("parse_mode"), params.get("entities"))
    if not formatted.text:
        raise refusals.text_empty()
    if formatted.length > refusals.MESSAGE_LENGTH:
        raise refusals.text_too_long()
    return _shape(formatted, "text", "entities")


def caption(params: Json) -> Json:
    """`caption` and `caption_entities`, empty when there is no caption.

    Raises:
        RefusedError: the markup is wrong or the caption is too long.
    """
    formatted = _read(params.get("caption", ""), params.get("parse_mode"), params.get("caption_entities"))
    if formatted.length > refusals.CAPTION_LENGTH:
        raise refusals.caption_too_long()
    return _shape(formatted, "caption", "caption_entities") if formatted.text else {}


def typed(words: str) -> Json:
    """`text` and `entities` of what a person typed."""
    return _shape(with_found(Formatted(words)), "text", "entities")


def typed_caption(words: str) -> Json:
    """`caption` and `caption_entities` of what a person typed below a picture."""
    formatted = with_found(tidy(Formatted(words)))
    return _shape(formatted, "caption", "caption_entities") if formatted.text else {}


def _shape(formatted: Formatted, text_name: str, entities_name: str) -> Json:
    found = entities(formatted)
    return {text_name: formatted.text} | ({entities_name: found} if found else {})


def _read(source: str, parse_mode: str | None, given: list[Json] | None) -> Formatted:
    if parse_mode:
        return with_found(tidy(_parse(source, parse_mode)))
    try:
        return with_found(tidy(from_entities(source, given or [])))
    except IndexError as error:
        raise refusals.bad_request("entity lies outside of the text") from error


def _parse(source: str, parse_mode: str) -> Formatted:
    if parse_mode.lower() == "html":
        return parse_html(source)
    if parse_mode.lower() == "markdownv2":
        return parse_markdown(source)
    raise refusals.bad_request("unsupported parse_mode")
