"""What a campaign tells those that it is linked with: days, never texts or people."""

from collections.abc import Sequence

from sqlalchemy import and_, bindparam, exists, select

from campaign.tallies import CAMPAIGN_KEY
from campaign.tiers import TierCounty
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.people_queries import COUNTY_KIND
from storage.tables import pairing, tally, unit

_of_county = and_(
    tally.c.campaign_id == unit.c.campaign_id,
    tally.c.window == bindparam("window"),
    tally.c.county_id == unit.c.id,
)
_paired = exists().where(
    pairing.c.campaign_id == unit.c.campaign_id,
    pairing.c.county_id == unit.c.id,
    pairing.c.ended_at.is_(None),
)
_COUNTIES = (
    select(unit.c.id, unit.c.code, unit.c.prefecture, unit.c.name, tally.c.last_day, _paired)
    .outerjoin(tally, _of_county)
    .where(
        unit.c.campaign_id == bindparam("campaign_id"),
        unit.c.kind == COUNTY_KIND,
        unit.c.left_at.is_(None),
    )
    .order_by(unit.c.position, unit.c.id)
)


class TierRows:
    """Implements campaign.tiers.Tiers."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def counties(self, campaign_id: str) -> Sequence[TierCounty]:
        """Return what a campaign tells of its counties, in the roster's order."""
        tier = self._campaigns.plan(campaign_id).definition.tier
        rows = self._db.all(_COUNTIES, campaign_id=campaign_id, window=CAMPAIGN_KEY)
        return [TierCounty(tier, row[0], row[1], row[2], row[3], row[4], bool(row[5])) for row in rows]
