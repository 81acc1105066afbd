"""A short print of what a message says besides county and day: two messages with the same one were copied."""

from hashlib import blake2b
from itertools import chain

from understanding.reading import Reading, Span

LEAST = 12
"""Shorter words are alike of themselves."""
SIZE = 8


def print_of(text: str, reading: Reading) -> str | None:
    """Return 16 hexadecimal digits; None for words that are too few to be copied."""
    places = [field.span for item in reading.contacts for field in (item.county, item.day)]
    places += [item.county.span for item in reading.issues]
    places += [item.county.span for item in reading.experiences]
    spans = list(chain.from_iterable(places))
    left = "".join(char for char in _without(text, spans).casefold() if char.isalnum())
    return blake2b(left.encode(), digest_size=SIZE).hexdigest() if len(left) >= LEAST else None


def _without(text: str, spans: list[Span]) -> str:
    gone = {place for span in spans for place in range(*span)}
    return "".join(char for place, char in enumerate(text) if place not in gone)
