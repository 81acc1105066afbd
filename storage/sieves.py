"""The conditions of storage.report_conditions for rows that read otherwise in the database by now."""

from collections.abc import Callable
from datetime import date

from campaign.days import Days
from campaign.listing import UNSAID, ContactsOf, Extent, Filed, IssuesOf
from campaign.vocabulary import Channel
from storage.statements import Row

Counts = Callable[[Row], bool]


def contact_counts(which: ContactsOf, extent: Extent, span: Days, channel: Channel | None) -> Counts:
    """Return what tells whether a row of MENDED belongs to a list; `span`: the campaign's days."""

    def counts(row: Row) -> bool:
        _, _, day, its_channel, _, _, saved_at, _ = row
        if day not in span or channel not in {None, its_channel}:
            return False
        if which is ContactsOf.LATE:
            return bool(day < extent.days.first and saved_at > extent.since)
        return day in extent.days

    return counts


def issue_counts(which: IssuesOf, extent: Extent, today: date, of: str | Filed) -> Counts:
    """Return what tells whether a row of TURNED belongs to a list."""

    def counts(row: Row) -> bool:
        _, _, _, resolver, due, category, saved_at, closed_at, _ = row
        if not (_filed(of, category) if isinstance(of, Filed) else of in {"", resolver or UNSAID}):
            return False
        is_open = closed_at is None or closed_at > extent.as_of
        kinds: dict[IssuesOf, bool] = {
            IssuesOf.RAISED: saved_at > extent.since,
            IssuesOf.CLOSED: not is_open and closed_at > extent.since,
            IssuesOf.OPEN: is_open,
            IssuesOf.OVERDUE: is_open and due is not None and due < today,
        }
        return kinds[which]

    return counts


def _filed(of: Filed, category: str | None) -> bool:
    return category not in of.known if of.category is None else category == of.category
