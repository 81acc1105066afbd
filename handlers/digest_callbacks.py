"""The data of the buttons below a digest in a group; declared once, as in `handlers.callbacks`."""

from aiogram.filters.callback_data import CallbackData

from digests.outgoing import ISSUES_PREFIX, UNCOVERED_PREFIX


class DigestUncovered(CallbackData, prefix=UNCOVERED_PREFIX):
    """List the counties with nothing logged, as a digest counted them."""

    digest: int


class DigestIssues(CallbackData, prefix=ISSUES_PREFIX):
    """List the open issues."""

    digest: int


DIGEST_CALLBACKS = (DigestUncovered, DigestIssues)
