"""How long a text is for Telegram, and its beginning where there is no room for all of it."""

from digests import texts


def units(text: str) -> int:
    """Count UTF-16 code units: what Telegram counts, or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, limit: int) -> str:
    """Return `text`, or its beginning and an ellipsis, within `limit` UTF-16 units."""
    if 2 * len(text) <= limit or units(text) <= limit:  # no character is more than two units
        return text
    while units(text) >= limit:
        text = text[: -max(1, (units(text) - limit) // 2)]
    return text + texts.MORE
