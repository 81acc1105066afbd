"""What counts are asked of the store."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from campaign.days import Days
from campaign.figures import IssueCounts
from campaign.plan import Windows
from campaign.standing import CountyCounts
from campaign.vocabulary import Channel


class Counts(Protocol):
    """The counting queries: every list and number comes from here."""

    def by_county(
        self,
        campaign_id: str,
        windows: Windows,
        person_id: int | None = None,
        as_of: datetime | None = None,
        *,
        uncovered: bool = False,
    ) -> Sequence[CountyCounts]:
        """Count per county in the roster's order; of one person's counties; as known at `as_of` if given.

        If `uncovered`, only the counties without a contact in the two-month window.
        Without `as_of` the two-month window must be the one that `windows.today` belongs to (tallies answer).
        """

    def county(
        self, campaign_id: str, windows: Windows, county_id: int, as_of: datetime | None = None
    ) -> CountyCounts | None:
        """Count one county as `by_county` does; None when it is on no list."""

    def channels(self, campaign_id: str, days: Days, as_of: datetime | None = None) -> Mapping[Channel, int]:
        """Count standing contacts by channel, by contact day."""

    def issues(
        self, campaign_id: str, since: datetime, today: date, as_of: datetime | None = None
    ) -> IssueCounts:
        """Count issues: saved and closed later than `since`, open and overdue on `today`."""

    def practices(self, campaign_id: str, since: datetime, as_of: datetime | None = None) -> int:
        """Count practices saved later than `since`."""

    def late(self, campaign_id: str, before: date, since: datetime, as_of: datetime | None = None) -> int:
        """Count contacts of a day before `before` that were typed later than `since`."""
