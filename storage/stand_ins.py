"""Who stands in for whom."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import bindparam, select, update

from campaign.people import Person
from campaign.stand_ins import StandIn
from storage.campaigns import CampaignRows
from storage.columns import Day
from storage.connection import Connection
from storage.recrediting import recredit_author
from storage.statements import insert_into
from storage.tables import person, stand_in

_absent, _person = person.alias("absent"), person.alias("comes")
_SINCE = (
    select(
        stand_in.c.id,
        *(who.c[name] for who in (_absent, _person) for name in ("id", "name", "title")),
        stand_in.c.first_day,
        stand_in.c.last_day,
    )
    .join(_absent, _absent.c.id == stand_in.c.absent_id)
    .join(_person, _person.c.id == stand_in.c.person_id)
    .where(
        stand_in.c.campaign_id == bindparam("campaign_id"),
        stand_in.c.last_day >= bindparam("day", type_=Day()),
        stand_in.c.last_day >= stand_in.c.first_day,
    )
    .order_by(stand_in.c.first_day, stand_in.c.id)
)
_ADD = insert_into(
    stand_in, "campaign_id", "absent_id", "person_id", "first_day", "last_day", "since"
).returning(stand_in.c.id)
_END = update(stand_in).where(stand_in.c.id == bindparam("of")).values(last_day=bindparam("last"))


class StandInRows:
    """Implements campaign.stand_ins.StandIns."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def since(self, campaign_id: str, day: date) -> Sequence[StandIn]:
        """Return those that end on `day` or later, in the order in which they begin."""
        rows = self._db.all(_SINCE, campaign_id=campaign_id, day=day)
        return [StandIn(row[0], Person(*row[1:4]), Person(*row[4:7]), *row[7:]) for row in rows]

    def begin(self, campaign_id: str, who: tuple[int, int], days: tuple[date, date], at: datetime) -> int:
        """Let somebody stand in: `who` is absent, who comes; return its id.

        What he typed on those days already is credited anew.
        """
        plan = self._campaigns.plan(campaign_id)
        midnight = datetime.combine(days[0], time(), plan.definition.tz).astimezone(UTC)
        new_id: int = self._db.value(
            _ADD,
            campaign_id=campaign_id,
            absent_id=who[0],
            person_id=who[1],
            first_day=days[0],
            last_day=days[1],
            since=min(at, midnight),
        )
        recredit_author(self._db, plan, who[1], days)
        return new_id

    def end(self, stand_in_id: int, last: date) -> None:
        """Give another last day; one before the first stands for never."""
        self._db.run(_END, of=stand_in_id, last=last)
