"""A call's parameters as the body of a request."""

from collections.abc import Mapping
from urllib.parse import quote_plus

from aiohttp.payload import BytesPayload, Payload

FORM = "application/x-www-form-urlencoded"


def form(fields: Mapping[str, str]) -> Payload:
    """Return a form, in UTF-8; names are plain ASCII words."""
    body = "&".join(f"{name}={_quoted(value)}" for name, value in fields.items())
    return BytesPayload(body.encode(), content_type=FORM)


def _quoted(value: str) -> str:
    # The standard library goes byte by byte, which for a page of Chinese costs as much as a query.
    return quote_plus(value) if value.isascii() else "%" + value.encode().hex("%")
