"""The counting queries: every list and every number comes from here."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from campaign.days import DAY, Days
from campaign.figures import IssueCounts
from campaign.plan import Windows
from campaign.quota_rules import QuotaScope
from campaign.quotas import QuotaTerm, tally_head
from campaign.standing import CountyCounts
from campaign.tallies import CAMPAIGN_KEY
from campaign.vocabulary import Channel
from storage import count_queries as sql
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.statements import Row
from storage.tally_queries import channel_params


class CountQueries:
    """Implements campaign.counting.Counts. Without `as_of` tallies answer, however many contacts."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

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

        Only those without a contact in the two-month window if `uncovered`.
        """
        params = self._windows(campaign_id, windows, as_of)
        if person_id is not None:
            params |= {"person_id": person_id, "on_day": self._campaigns.today(campaign_id)}
        statement = sql.BY_COUNTY[*_side(windows, as_of), person_id is not None, uncovered]
        return list(map(CountyCounts._make, self._db.all(statement, **params)))

    def county(
        self, campaign_id: str, windows: Windows, county_id: int, as_of: datetime | None = None
    ) -> CountyCounts | None:
        """Count one county; None when it is on no list."""
        params = self._windows(campaign_id, windows, as_of)
        row = self._db.one(sql.ONE_COUNTY[_side(windows, as_of)], **params, county_id=county_id)
        return CountyCounts._make(row) if row else None

    def channels(self, campaign_id: str, days: Days, as_of: datetime | None = None) -> Mapping[Channel, int]:
        """Count standing contacts by channel, by contact day; a channel without contacts is left out."""
        rows = self._ask(sql.CHANNELS, campaign_id, as_of, **span_params("days", days))
        return {channel: int(contacts) for channel, contacts in rows if contacts}

    def issues(
        self, campaign_id: str, since: datetime, today: date, as_of: datetime | None = None
    ) -> IssueCounts:
        """Count issues: saved and closed later than `since`, open and overdue on `today`."""
        rows = self._ask(sql.ISSUES, campaign_id, as_of, since=since, today=today)
        return IssueCounts(*rows[0])

    def practices(self, campaign_id: str, since: datetime, as_of: datetime | None = None) -> int:
        """Count practices saved later than `since`."""
        rows = self._ask(sql.PRACTICES, campaign_id, as_of, since=since)
        count: int = rows[0][0]
        return count

    def late(self, campaign_id: str, before: date, since: datetime, as_of: datetime | None = None) -> int:
        """Count contacts of a day before `before` that were typed later than `since`."""
        params: dict[str, Any] = {"before": before, "since": since}
        if as_of is None:
            params |= self._rest_of_day(campaign_id, since)
        return int(self._ask(sql.LATE, campaign_id, as_of, **params)[0][0])

    def _ask(
        self, sides: sql.Sides, campaign_id: str, as_of: datetime | None, **params: Any
    ) -> Sequence[Row]:
        moment = {} if as_of is None else {"as_of": as_of}
        return self._db.all(sides[as_of is not None,], campaign_id=campaign_id, **params, **moment)

    def _rest_of_day(self, campaign_id: str, moment: datetime) -> dict[str, Any]:
        plan = self._campaigns.plan(campaign_id)
        day = plan.today(moment)
        next_day = datetime.combine(day + DAY, time(), plan.definition.tz)
        return {"since_day": day, "next_day": next_day.astimezone(UTC)}

    def _windows(self, campaign_id: str, windows: Windows, as_of: datetime | None) -> dict[str, Any]:
        if as_of is None:
            return {"campaign_id": campaign_id, **_tally_windows(windows)}
        return {"campaign_id": campaign_id, "as_of": as_of, **self._spans(campaign_id, windows)}

    def _spans(self, campaign_id: str, windows: Windows) -> dict[str, Any]:
        span = self._campaigns.plan(campaign_id).definition.span
        return {
            **span_params("campaign", span),
            **span_params("period", windows.period),
            **span_params("quota", counted_days(windows.quota)),
            **channel_params(windows.quota.rule.channels),
        }


def _side(windows: Windows, as_of: datetime | None) -> tuple[bool, bool, bool]:
    """Return which statement answers: from contacts or tallies, and what of the quota it must know."""
    rule = windows.quota.rule
    known = as_of is not None
    return known, windows.quota.rolling and not known, rule.leader_present and known


def counted_days(quota: QuotaTerm) -> Days:
    """Return the days in which a county's contacts count; none when those of its pairs do."""
    return quota.days if quota.rule.scope is QuotaScope.COUNTY else Days(quota.days.first, quota.days.first)


def _tally_windows(windows: Windows) -> dict[str, str]:
    quota = windows.quota
    run = {"quota_from": quota.first_key, "head": tally_head(quota.rule)} if quota.rolling else {}
    return {
        **run,
        "campaign_window": CAMPAIGN_KEY,
        "period_window": windows.period_key,
        "quota_window": windows.quota.key,
    }


def span_params(name: str, days: Days) -> dict[str, date]:
    """Return the parameters of the days between NAME_first and NAME_after."""
    return {f"{name}_first": days.first, f"{name}_after": days.after}
