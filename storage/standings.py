"""What standing is made of: windows of a rule, pairs, pauses."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from campaign.days import Days
from campaign.pairs import Pair, Tallied, Unit, Whom
from campaign.quota_rules import QuotaScope
from campaign.quotas import QuotaTerm, tally_head
from campaign.tallies import CAMPAIGN_KEY
from campaign.vocabulary import Channel
from campaign.why import Behind
from storage import term_queries as sql
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.statements import Row
from storage.tally_queries import channel_params


class StandingRows:
    """Implements campaign.pairs.Standings. Without `as_of` tallies answer."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def tallied(
        self, campaign_id: str, terms: Sequence[QuotaTerm], whom: Whom, as_of: datetime | None = None
    ) -> Sequence[Tallied]:
        """Count the windows of one rule, which follow one another; as known at `as_of` if given."""
        paired, params = terms[0].rule.scope is not QuotaScope.COUNTY, self._params(campaign_id, whom)
        if as_of is None:
            statement = sql.TALLIED[paired, terms[0].rolling, *_side(whom)]
            ends = {"from_window": terms[0].first_key, "to_window": terms[-1].key}
            run = {**ends, "head": tally_head(terms[0].rule)}
            return list(map(_tallied, self._db.all(statement, **params, **run)))
        statement = sql.COUNTED[paired, terms[0].rule.leader_present, *_side(whom)]
        rows = (self._db.all(statement, **params, as_of=as_of, **_window(term)) for term in terms)
        return [_tallied(row) for found in rows for row in found]

    def pairs(self, campaign_id: str, whom: Whom, as_of: datetime | None = None) -> Sequence[Pair]:
        """Return the pairs that stand, in the roster's order."""
        moment = {} if as_of is None else {"as_of": as_of}
        rows = self._db.all(
            sql.PAIRS[as_of is not None, *_side(whom)], **self._params(campaign_id, whom), **moment
        )
        return list(map(Pair._make, rows))

    def credited(self, campaign_id: str, whom: Whom, as_of: datetime | None = None) -> Mapping[Unit, date]:
        """Return the last day of a contact of each pair that ever had one."""
        params = {**self._params(campaign_id, whom), "to_window": CAMPAIGN_KEY}
        if as_of is None:
            statement = sql.TALLIED[True, False, *_side(whom)]
            run = {"from_window": CAMPAIGN_KEY, "head": CAMPAIGN_KEY}
            return _last_days(self._db.all(statement, **params, **run))
        span = self._campaigns.plan(campaign_id).definition.span
        days = {"days_first": span.first, "days_after": span.after, **channel_params(tuple(Channel))}
        return _last_days(self._db.all(sql.COUNTED[True, False, *_side(whom)], **params, **days, as_of=as_of))

    def _params(self, campaign_id: str, whom: Whom) -> dict[str, Any]:
        params: dict[str, Any] = {"campaign_id": campaign_id}
        if whom.person_id is not None:
            params |= {"person_id": whom.person_id, "on_day": self._campaigns.today(campaign_id)}
        if whom.county_id is not None:
            params["county_id"] = whom.county_id
        return params

    def rows(self, campaign_id: str, days: Days, county_id: int | None, limit: int) -> Sequence[Behind]:
        """Return the standing contacts of some days, of one county or of all, latest first."""
        params = self._params(campaign_id, Whom(county_id=county_id))
        span = {"days_first": days.first, "days_after": days.after, "limit": limit}
        return list(map(Behind._make, self._db.all(sql.ROWS[county_id is not None,], **params, **span)))


def _side(whom: Whom) -> tuple[bool, bool]:
    return whom.person_id is not None, whom.county_id is not None


def _window(term: QuotaTerm) -> dict[str, Any]:
    days = {"days_first": term.days.first, "days_after": term.days.after}
    return {"to_window": term.key, **days, **channel_params(term.rule.channels)}


def _tallied(row: Row) -> Tallied:
    """Return a row with the day that its window's name ends with."""
    window, county_id, liaison_id, contacts, days, last_day = row
    day = date.fromisoformat(window[-len("2023-01-01") :])
    return Tallied(day, Unit(county_id, liaison_id), contacts, days, last_day)


def _last_days(rows: Iterable[Row]) -> Mapping[Unit, date]:
    return {Unit(row[1], row[2]): row[5] for row in rows}
