"""What the actions need of the store. One unit of work sees all of it; nothing here commits."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from campaign.archive import Archive
from campaign.asking import Asking
from campaign.attachments import Attachments
from campaign.audit_trail import Audit
from campaign.claims import Digests
from campaign.counting import Counts
from campaign.county_words import CountyWords
from campaign.definition import Definition
from campaign.drafts import Draft, Drafts
from campaign.duty_records import DutyRecords
from campaign.groups import Groups
from campaign.invites import Invites
from campaign.issues import Issues
from campaign.languages import Languages
from campaign.ledger import Ledger
from campaign.listing import Listings
from campaign.members import Members
from campaign.pairs import Standings
from campaign.pauses import Pauses
from campaign.people import Actor, County, Pairing, Person
from campaign.plan import Plan
from campaign.planned import PlannedContacts
from campaign.records import Contact, Issue, Practice, SavedRecord
from campaign.reminders import Reminders
from campaign.reporting import Reports
from campaign.review import DigestDrafts
from campaign.roster import Roster
from campaign.stand_ins import StandIns
from campaign.task_notes import TaskNotes
from campaign.tiers import Tiers
from campaign.vocabulary import Role


class Campaigns(Protocol):
    """Loaded campaigns."""

    def plan(self, campaign_id: str) -> Plan:
        """Return the campaign's present plan; raise NotFound."""

    def load(self, definition: Definition, at: datetime) -> bool:
        """Store a definition, or its new version; return whether anything changed."""

    def loaded_at(self, campaign_id: str) -> datetime:
        """Return the moment at which the campaign was first loaded."""


class People(Protocol):
    """The roster, and who is bound to it."""

    def county(self, campaign_id: str, county_id: int) -> County:
        """Return a county; raise NotFound."""

    def counties(self, campaign_id: str) -> Sequence[County]:
        """Return every county in the roster's order."""

    def pairings(self, campaign_id: str, person_id: int | None = None) -> Sequence[Pairing]:
        """Return the standing pairings in the roster's order, of all or of one person.

        His are also those of whom he stands in for today.
        """

    def person(self, campaign_id: str, name: str) -> Person:
        """Return the person of that name; raise NotFound."""

    def named(self, campaign_id: str, person_id: int) -> Person:
        """Return a person by his id; raise NotFound."""

    def actor(self, telegram_id: int, campaign_id: str | None = None) -> Actor | None:
        """Return the bound person behind a Telegram account, or None for a stranger.

        Of several campaigns: the given one, else the one chosen last, else the first.
        """

    def actors(self, telegram_id: int) -> Sequence[Actor]:
        """Return the same of each campaign that the account is bound in, in the order of binding."""

    def choose(self, telegram_id: int, campaign_id: str, after: int, at: datetime) -> None:
        """Note that whatever comes after a message of the chat belongs to a campaign."""

    def campaign_at(self, telegram_id: int, message: int | None) -> str | None:
        """Return the campaign that was chosen when a message of the chat came; of None, the present one."""

    def is_bound(self, person_id: int) -> bool:
        """Return whether any account is bound to a person."""

    def set_blocked(self, telegram_id: int, at: datetime | None) -> None:
        """Note that an account refuses the bot's messages since `at`, or (None) takes them again."""

    def admins(self, campaign_id: str) -> Sequence[Actor]:
        """Return the bound admins."""

    def bind(
        self, telegram_id: int, campaign_id: str, person_id: int, roles: Sequence[Role], at: datetime
    ) -> None:
        """Bind an account to a person; the roles are added to those he has."""

    def take_roster(self, campaign_id: str, roster: Roster, at: datetime, since: date | None = None) -> None:
        """Add or mend counties, persons and pairings; a pairing that is gone from the roster ends at `at`.

        since: an earlier day from which the change holds; contacts of that day and later are credited anew.
        """

    def add_person(self, campaign_id: str, name: str) -> Person:
        """Take up a person, or return the one of that name."""

    def add_admin(self, campaign_id: str, name: str) -> Person:
        """Add a person to the roster who runs the campaign, or return the one of that name."""


class Records(Protocol):
    """Saved contacts, issues and practices. Nothing is deleted."""

    def save(self, draft: Draft, actor: Actor, plan: Plan, at: datetime) -> SavedRecord:
        """Store a draft's items with their numbers and keep the tallies; the draft was checked."""

    def of_draft(self, draft_id: str) -> SavedRecord | None:
        """Return what a draft saved."""

    def latest_of(self, campaign_id: str, author_id: int) -> SavedRecord | None:
        """Return the author's latest standing record."""

    def contacts_of(self, campaign_id: str, county_id: int, limit: int) -> Sequence[Contact]:
        """Return a county's latest standing contacts, latest day first."""

    def issues_of(self, campaign_id: str, county_id: int) -> Sequence[Issue]:
        """Return a county's open issues, oldest first."""

    def close_issue(self, campaign_id: str, number: int, actor: Actor, result: str, at: datetime) -> Issue:
        """Close an issue with a word on the result; closing twice is one closing. Raise NotFound."""

    def correct(
        self, record: SavedRecord, target: Draft, actor: Actor, plan: Plan, at: datetime
    ) -> SavedRecord:
        """Give a record its new form, which was checked; keep the tallies. Return it."""

    def withdraw(self, record: SavedRecord, actor: Actor, plan: Plan, at: datetime) -> SavedRecord:
        """Withdraw a record and its issues and practices; keep the tallies."""

    def practice(self, campaign_id: str, number: int) -> Practice:
        """Return a standing practice; raise NotFound."""

    def choose(self, practice: Practice, actor: Actor, at: datetime | None) -> None:
        """Note that a practice is chosen for promotion since a moment; None takes that back."""


class Outbox(Protocol):
    """Messages owed to others."""

    def owe(
        self,
        key: str,
        chat_id: int,
        kind: str,
        payload: dict[str, Any],
        not_before: datetime,
        *,
        campaign_id: str | None = None,
    ) -> bool:
        """Owe a message once per key; return whether it is new. `campaign_id`: for which campaign it is."""

    def moved_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup: its approval, its digests and what is owed to it."""


class Store(Protocol):
    """One unit of work: all that an action may read and change before the one commit."""

    @property
    def now(self) -> datetime:
        """The unit of work's moment, aware, in UTC."""

    @property
    def campaigns(self) -> Campaigns:
        """Loaded campaigns."""

    @property
    def people(self) -> People:
        """The roster, and who is bound to it."""

    @property
    def members(self) -> Members:
        """Everybody of the roster with his accounts and invites."""

    @property
    def invites(self) -> Invites:
        """One-time codes and wrong tries."""

    @property
    def drafts(self) -> Drafts:
        """Cards that wait for a tap."""

    @property
    def records(self) -> Records:
        """What was saved."""

    @property
    def issues(self) -> Issues:
        """The life of issues."""

    @property
    def archive(self) -> Archive:
        """Records looked up again."""

    @property
    def attachments(self) -> Attachments:
        """Files sent along with records."""

    @property
    def ledger(self) -> Ledger:
        """All standing records, line by line."""

    @property
    def asking(self) -> Asking:
        """Answers to questions in words."""

    @property
    def counts(self) -> Counts:
        """The counting queries."""

    @property
    def county_words(self) -> CountyWords:
        """What counties say of what was logged of them."""

    @property
    def reports(self) -> Reports:
        """What a digest counts."""

    @property
    def duties(self) -> DutyRecords:
        """What is logged of standing duties."""

    @property
    def tasks(self) -> TaskNotes:
        """How tasks go on."""

    @property
    def pauses(self) -> Pauses:
        """Pauses of counties."""

    @property
    def stand_ins(self) -> StandIns:
        """Who stands in for whom."""

    @property
    def tiers(self) -> Tiers:
        """What linked campaigns tell each other."""

    @property
    def listings(self) -> Listings:
        """What is behind a digest's figures."""

    @property
    def standings(self) -> Standings:
        """What standing is made of."""

    @property
    def groups(self) -> Groups:
        """Group chats."""

    @property
    def outbox(self) -> Outbox:
        """Messages owed to others."""

    @property
    def digests(self) -> Digests:
        """Claimed digests."""

    @property
    def planned(self) -> PlannedContacts:
        """Contacts that people mean to have."""

    @property
    def digest_drafts(self) -> DigestDrafts:
        """Digests before they go out."""

    @property
    def reminders(self) -> Reminders:
        """What people were reminded of."""

    @property
    def languages(self) -> Languages:
        """Who reads the interface in another language."""

    @property
    def audit(self) -> Audit:
        """Who changed what, when."""
