"""What a campaign tells those that it is linked with: days, never texts or people."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, bindparam, exists, func, select

from campaign.days import Days
from campaign.frame import Tier
from campaign.tallies import CAMPAIGN_KEY
from campaign.tiers import TierCounty
from campaign.vocabulary import Channel
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.people_queries import COUNTY_KIND
from storage.sides import CAMPAIGN_ID, days_between, standing
from storage.statements import Row
from storage.tables import contact, pairing, tally, unit

_paired = exists().where(
    pairing.c.campaign_id == unit.c.campaign_id,
    pairing.c.county_id == unit.c.id,
    pairing.c.ended_at.is_(None),
)


def _counties(beside: FromClause, last_day: ColumnElement[Any]) -> Select[Any]:
    return (
        select(unit.c.id, unit.c.code, unit.c.prefecture, unit.c.name, last_day, _paired)
        .select_from(beside)
        .where(unit.c.campaign_id == CAMPAIGN_ID, unit.c.kind == COUNTY_KIND, unit.c.left_at.is_(None))
        .order_by(unit.c.position, unit.c.id)
    )


_of_county = and_(
    tally.c.campaign_id == unit.c.campaign_id,
    tally.c.window == bindparam("window"),
    tally.c.county_id == unit.c.id,
)
_NOW = _counties(unit.outerjoin(tally, _of_county), tally.c.last_day)
_known = (
    select(contact.c.county_id, func.max(contact.c.day).label("last_day"))
    .where(contact.c.campaign_id == CAMPAIGN_ID, standing(contact, as_of=True))
    .group_by(contact.c.county_id)
    .subquery("known")
)
_AS_OF = _counties(unit.outerjoin(_known, _known.c.county_id == unit.c.id), _known.c.last_day)


_IN_WINDOW = (
    select(contact.c.county_id, contact.c.channel, func.max(contact.c.day))
    .where(
        contact.c.campaign_id == CAMPAIGN_ID,
        days_between(contact.c.day, "days"),
        standing(contact, as_of=False),
    )
    .group_by(contact.c.county_id, contact.c.channel)
)


class TierRows:
    """Implements campaign.tiers.Tiers."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def counties(
        self, campaign_id: str, as_of: datetime | None = None, days: Days | None = None
    ) -> Sequence[TierCounty]:
        """Return what a campaign tells of its counties, in the roster's order; as known at `as_of`.

        days: those of `in_window`, as it is now.
        """
        tier = self._campaigns.plan(campaign_id).definition.tier
        if as_of is None:
            rows = self._db.all(_NOW, campaign_id=campaign_id, window=CAMPAIGN_KEY)
        else:
            rows = self._db.all(_AS_OF, campaign_id=campaign_id, as_of=as_of)
        lately = self._in_window(campaign_id, days) if days else {}
        return [_told(tier, row, lately.get(row[0], {})) for row in rows]

    def _in_window(self, campaign_id: str, days: Days) -> Mapping[int, dict[Channel, date]]:
        span = {"days_first": days.first, "days_after": days.after}
        found: dict[int, dict[Channel, date]] = {}
        for county_id, channel, day in self._db.all(_IN_WINDOW, campaign_id=campaign_id, **span):
            found.setdefault(county_id, {})[channel] = day
        return found


def _told(tier: Tier, row: Row, lately: Mapping[Channel, date]) -> TierCounty:
    return TierCounty(tier, row[0], row[1], row[2], row[3], row[4], bool(row[5]), lately)
