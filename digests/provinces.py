"""The pictures of a nation: one of all provinces is sent unasked, those behind it to whoever asks."""

from itertools import groupby
from typing import NamedTuple

from campaign.vocabulary import DigestKind
from digests import texts
from digests.facts import DigestFacts
from digests.messages import Button

PROVINCES_PREFIX = "dp"
"""Of the button that offers the provinces; handlers declare its callback data: the parts of `Behind`."""


class Behind(NamedTuple):
    """Whose pictures: a digest's or a draft's by its id, or those that a kind's would have now."""

    digest: int = 0
    draft: int = 0
    kind: DigestKind | None = None


class Province(NamedTuple):
    """A province by its name, and its pages from the first to the one before `after`."""

    name: str
    first: int
    after: int


def provinces(facts: DigestFacts) -> tuple[Province, ...]:
    """Return the provinces whose pictures stand behind that of all; none where it is not of provinces."""
    from digests.picture import page_places  # noqa: PLC0415 - most messages draw nothing

    pages = enumerate(page_places(facts))
    found = (list(group) for _, group in groupby(pages, key=lambda page: page[1]))
    return tuple(Province(some[0][1], some[0][0], some[-1][0] + 1) for some in found if some[0][1])


def unasked_pages(facts: DigestFacts) -> tuple[int, bool]:
    """Return how many pictures of a digest are sent unasked, and whether others stand behind them.

    All are sent, but of a nation the first alone.
    """
    from digests.picture import page_count  # noqa: PLC0415 - most messages draw nothing

    behind = bool(provinces(facts))
    return (1 if behind else page_count(facts)), behind


def provinces_rows(behind: Behind) -> tuple[tuple[Button, ...], ...]:
    """Return the button below the picture of all provinces."""
    data = f"{PROVINCES_PREFIX}:{behind.digest}:{behind.draft}:{behind.kind or ''}"
    return (((texts.OPEN_PROVINCES, data),),)
