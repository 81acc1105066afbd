"""The data of the buttons below a digest in a group; declared once, as in `handlers.callbacks`."""

from aiogram.filters.callback_data import CallbackData

from campaign.vocabulary import DigestKind
from digests.outgoing import ISSUES_PREFIX, UNCOVERED_PREFIX
from digests.provinces import PROVINCES_PREFIX


class DigestUncovered(CallbackData, prefix=UNCOVERED_PREFIX):
    """List the counties with nothing logged, as a digest counted them."""

    digest: int


class DigestIssues(CallbackData, prefix=ISSUES_PREFIX):
    """List the open issues."""

    digest: int


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


DIGEST_CALLBACKS = (DigestUncovered, DigestIssues, DigestProvinces, ProvincePicture)
