"""A campaign of three counties that a test can play: cards are opened, saved and withdrawn."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.definition import Definition
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.figures import IssueCounts
from campaign.people import Actor
from campaign.plan import Plan, Windows
from campaign.records import SavedRecord
from campaign.roster import Roster, RosterRow
from campaign.standing import CountyCounts
from campaign.vocabulary import Channel
from storage import Database, Unit
from tests.campaign.plans import jiujiang

T = TypeVar("T")
LOADED = datetime(2022, 11, 15, 1, tzinfo=UTC)
NOW = datetime(2023, 2, 20, 1, tzinfo=UTC)
NAMES = ("演示甲县", "演示乙县", "演示丙县")


def row(
    county: str, liaison: str = "演示主席", contact_person: str = "演示部长", title: str = "主席"
) -> RosterRow:
    return RosterRow(2, county, "演示市", liaison, title, contact_person, "部长")


ROSTER = Roster(tuple(row(name) for name in NAMES), ())


class Play:
    """One campaign in a database. `telegram_id` is the bound contact person's."""

    def __init__(
        self, database: Database, definition: Definition | None = None, telegram_id: int = 501
    ) -> None:
        self.database = database
        self.definition = definition or jiujiang()
        self.telegram_id = telegram_id
        self.made = 0
        self.write(self._load, LOADED)
        self.counties = {c.name: c.id for c in self.read(lambda unit: unit.people.counties(self.id))}

    @property
    def id(self) -> str:
        return self.definition.id

    @property
    def actor(self) -> Actor:
        actor = self.read(lambda unit: unit.people.actor(self.telegram_id))
        assert actor
        return actor

    @property
    def plan(self) -> Plan:
        return self.read(lambda unit: unit.campaigns.plan(self.id))

    def windows(self, day: date) -> Windows:
        return self.plan.windows(day)

    def write(self, work: Callable[[Unit], T], at: datetime = NOW) -> T:
        return self.database.write(work, at)

    def read(self, work: Callable[[Unit], T], at: datetime = NOW) -> T:
        return self.database.read(work, at)

    def contact(self, county: str, day: date, channel: Channel = Channel.ONSITE) -> DraftContact:
        return DraftContact(county_id=self.counties[county], day=day, channel=channel)

    def draft(
        self,
        *contacts: DraftContact,
        issues: tuple[DraftIssue, ...] = (),
        practices: tuple[DraftPractice, ...] = (),
        at: datetime = NOW,
    ) -> Draft:
        self.made += 1
        return Draft(
            id=f"{self.id}-{self.made}",
            campaign_id=self.id,
            author_id=self.actor.person.id,
            chat_id=self.telegram_id,
            source_message_id=self.made,
            written_at=at,
            contacts=contacts,
            issues=issues,
            practices=practices,
        )

    def save(self, draft: Draft, at: datetime = NOW) -> SavedRecord:
        def work(unit: Unit) -> SavedRecord:
            actor = self._actor(unit)
            open_draft(unit, actor, draft)
            return save_draft(unit, actor, draft.id)

        return self.write(work, at)

    def log(
        self, county: str, day: date, channel: Channel = Channel.ONSITE, at: datetime = NOW
    ) -> SavedRecord:
        return self.save(self.draft(self.contact(county, day, channel), at=at), at)

    def withdraw(self, record: SavedRecord, at: datetime = NOW) -> SavedRecord:
        return self.write(
            lambda unit: unit.records.withdraw(record, self._actor(unit), unit.campaigns.plan(self.id), at),
            at,
        )

    def counts(
        self, windows: Windows, as_of: datetime | None = None, *, uncovered: bool = False
    ) -> list[CountyCounts]:
        def work(unit: Unit) -> list[CountyCounts]:
            return list(unit.counts.by_county(self.id, windows, as_of=as_of, uncovered=uncovered))

        return self.read(work)

    def issues(self, since: datetime, today: date, as_of: datetime | None = None) -> IssueCounts:
        return self.read(lambda unit: unit.counts.issues(self.id, since, today, as_of))

    def _actor(self, unit: Unit) -> Actor:
        actor = unit.people.actor(self.telegram_id)
        assert actor
        return actor

    def _load(self, unit: Unit) -> None:
        unit.campaigns.load(self.definition, LOADED)
        unit.people.take_roster(self.id, ROSTER, LOADED)
        person = unit.people.person(self.id, "演示部长")
        unit.people.bind(self.telegram_id, self.id, person.id, (), LOADED)
