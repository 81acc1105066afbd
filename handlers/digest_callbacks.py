"""The data of the buttons that open a digest's figures; declared once, as in `handlers.callbacks`."""

from aiogram.filters.callback_data import CallbackData

from campaign.vocabulary import DigestKind
from digests.outgoing import FIGURES_PREFIX, ISSUES_PREFIX, UNCOVERED_PREFIX
from digests.provinces import PROVINCES_PREFIX


class DigestUncovered(CallbackData, prefix=UNCOVERED_PREFIX):
    """List the counties with nothing logged, as a digest counted them."""

    digest: int


class DigestFigures(CallbackData, prefix=FIGURES_PREFIX):
    """Show every figure of a digest as a button."""

    digest: int


class DigestIssues(CallbackData, prefix=ISSUES_PREFIX):
    """List the issues that were open; below digests that were posted before there was `DigestFigures`."""

    digest: int


class DigestList(CallbackData, prefix="dl"):
    """Show a page, from 0, of the list behind a figure (`digests.opened.figures.Opened.written`)."""

    digest: int
    figure: str
    page: int = 0


class DigestProvinces(CallbackData, prefix=PROVINCES_PREFIX):
    """Offer the provinces of which there is a picture; see digests.provinces.Behind."""

    digest: int
    draft: int
    kind: DigestKind | None = None


class ProvincePicture(CallbackData, prefix="dq"):
    """Send a province's picture, by its first page."""

    page: int
    digest: int
    draft: int
    kind: DigestKind | None = None


DIGEST_CALLBACKS = (
    DigestUncovered,
    DigestFigures,
    DigestIssues,
    DigestList,
    DigestProvinces,
    ProvincePicture,
)
