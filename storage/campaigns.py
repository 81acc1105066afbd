"""Loaded campaigns and every version of their rules."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import bindparam, select, update

from campaign.definition import Definition
from campaign.errors import NotFound
from campaign.plan import Plan
from campaign.rhythm import Replaced
from campaign.workdays import WorkCalendar
from storage.connection import Connection
from storage.filing import file_issues
from storage.statements import insert_into
from storage.tables import campaign, campaign_version, numbers, pairing, unit
from storage.tallies import rebuild_tallies

_VERSION = select(campaign.c.version).where(campaign.c.id == bindparam("id"))
# Rules stay as they are until whoever counts by them has committed; whoever changes them waits for that.
_VERSION_KEPT = _VERSION.with_for_update(read=True)
_VERSION_TO_CHANGE = _VERSION.with_for_update()
_LOADED_AT = select(campaign.c.loaded_at).where(campaign.c.id == bindparam("id"))
_VERSIONS = (
    select(campaign_version.c.definition, campaign_version.c.loaded_at)
    .where(
        campaign_version.c.campaign_id == bindparam("id"), campaign_version.c.version <= bindparam("version")
    )
    .order_by(campaign_version.c.version)
)
_ALL = select(campaign.c.id).order_by(campaign.c.id)
_ADD = insert_into(campaign, "id", "version", "loaded_at")
_ADD_NUMBERS = insert_into(numbers, "campaign_id", "contacts", "issues", "practices")
_ADD_VERSION = insert_into(campaign_version, "campaign_id", "version", "definition", "loaded_at")
_NEXT = update(campaign).where(campaign.c.id == bindparam("of")).values(version=campaign.c.version + 1)
# What holds from the campaign's first day holds from its new one.
_MOVE_START = tuple(
    update(table)
    .where(table.c.campaign_id == bindparam("of"), table.c[name] == bindparam("then"))
    .values({name: bindparam("now")})
    for table, name in ((unit, "first_day"), (pairing, "first_day"), (pairing, "begun_on"))
)


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans made of committed definitions, kept by campaign and version for the whole program."""

    calendar: WorkCalendar
    made: dict[tuple[str, int], Plan] = field(default_factory=dict)


class CampaignRows:
    """Implements campaign.ports.Campaigns."""

    def __init__(self, connection: Connection, plans: Plans, now: datetime) -> None:
        self._db = connection
        self._now = now
        self._plans = plans
        self._seen: dict[str, Plan] = {}
        self._loading = False

    def all(self) -> list[str]:
        """Return the ids of all loaded campaigns."""
        return [row[0] for row in self._db.all(_ALL)]

    def today(self, campaign_id: str) -> date:
        """Return the day where the campaign is; raise NotFound."""
        return self.plan(campaign_id).today(self._now)

    def plan(self, campaign_id: str) -> Plan:
        """Return the campaign's present plan; raise NotFound."""
        known = self._seen.get(campaign_id)
        if known is None:
            known = self._seen[campaign_id] = self._plan(campaign_id)
        return known

    def loaded_at(self, campaign_id: str) -> datetime:
        """Return the moment at which the campaign was first loaded; raise NotFound."""
        at: datetime | None = self._db.value(_LOADED_AT, id=campaign_id)
        if at is None:
            raise NotFound("campaign", campaign_id)
        return at

    def load(self, definition: Definition, at: datetime) -> bool:
        """Store a definition, or its new version; return whether anything changed. Tallies follow."""
        self._loading = True
        version: int | None = self._db.value(_VERSION_TO_CHANGE, id=definition.id)
        if version is None:
            self._db.run(_ADD, id=definition.id, version=1, loaded_at=at)
            self._db.run(_ADD_NUMBERS, campaign_id=definition.id, contacts=0, issues=0, practices=0)
        elif (before := self._made(definition.id, version).definition) == definition:
            return False
        else:
            self._db.run(_NEXT, of=definition.id)
            self._move_start(definition, before.start)
        self._add_version(definition, (version or 0) + 1, at)
        return True

    def file_issues(self) -> None:
        """File the issues of every campaign as its rules and this version of the program do; seldom anything.

        Rules that nobody changed need it after the program's own words did.
        """
        for campaign_id in self.all():
            file_issues(self._db, self.plan(campaign_id))

    def _add_version(self, definition: Definition, version: int, at: datetime) -> None:
        text = definition.model_dump_json(by_alias=True)
        self._db.run(_ADD_VERSION, campaign_id=definition.id, version=version, definition=text, loaded_at=at)
        plan = self._seen[definition.id] = self._made(definition.id, version)
        if version > 1:
            rebuild_tallies(self._db, plan)
        file_issues(self._db, plan)

    def _move_start(self, definition: Definition, then: date) -> None:
        if definition.start != then:
            for statement in _MOVE_START:
                self._db.run(statement, of=definition.id, then=then, now=definition.start)

    def _plan(self, campaign_id: str) -> Plan:
        version = self._db.value(_VERSION_KEPT if self._db.writes else _VERSION, id=campaign_id)
        if version is None:
            raise NotFound("campaign", campaign_id)
        plan = self._plans.made.get((campaign_id, version))
        if plan is None:
            plan = self._made(campaign_id, version)
            # A version being loaded may yet be rolled back: only what others can see is shared.
            if not self._loading:
                self._plans.made[campaign_id, version] = plan
        return plan

    def _made(self, campaign_id: str, version: int) -> Plan:
        rows = self._db.all(_VERSIONS, id=campaign_id, version=version)
        *earlier, definition = (Definition.model_validate_json(text) for text, _ in rows)
        untils = (loaded_at for _, loaded_at in rows[1:])
        replaced = tuple(Replaced(old, until) for old, until in zip(earlier, untils, strict=True))
        return Plan(definition, self._plans.calendar, replaced)
