"""Do two short descriptions of a problem mean the same? By their characters."""

from collections.abc import Sequence

from rapidfuzz import fuzz

ALIKE = 70.0
SHORT = 4


def most_alike(text: str, others: Sequence[str]) -> int | None:
    """Return the place of the description that is most like a text; None when none is like it.

    Likeness is the share of characters that both have in the same order, 70 of 100 at least; of fewer than
    four characters all must agree.
    """
    plain = _plain(text)
    shares = [(_share(plain, _plain(other)), -place) for place, other in enumerate(others)]
    share, place = max(shares, default=(0.0, 0))
    return -place if share >= ALIKE else None


def is_told(text: str, others: Sequence[str]) -> bool:
    """Tell whether one of the others says a text with more words or with fewer."""
    plain = _plain(text)
    return any(other in plain or plain in other for other in map(_plain, others) if other and plain)


def by_likeness(text: str, others: Sequence[str]) -> list[int]:
    """Return the places of the descriptions, first the one of which a longer text says most."""
    plain = _plain(text)
    return sorted(range(len(others)), key=lambda place: -fuzz.partial_ratio(plain, _plain(others[place])))


def _share(first: str, second: str) -> float:
    if min(len(first), len(second)) < SHORT:
        return 100.0 if first and first == second else 0.0
    return fuzz.ratio(first, second)


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
