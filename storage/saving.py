"""Turn a checked card into records, with their numbers and tallies."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.errors import DraftGone
from campaign.people import Actor
from campaign.plan import Plan
from campaign.records import Contact, Issue, Practice, SavedRecord
from campaign.tallies import Counted, TallyStep, steps
from campaign.vocabulary import DraftState, IssueState
from storage import record_queries as sql
from storage.connection import Connection
from storage.credit import credit
from storage.numbers import Numbers, take_numbers
from storage.tallies import add_days, add_steps


class Saver:
    """Saves one card, or what is new on a form of its record; used once."""

    def __init__(self, connection: Connection, draft: Draft, actor: Actor, plan: Plan, at: datetime) -> None:
        self._db = connection
        self._draft = draft
        self._actor = actor
        self._plan = plan
        self._at = at
        self._credited: int | None = None
        self._names: dict[int, str] = {}
        self._steps: list[tuple[int, TallyStep]] = []
        self._common = {
            "campaign_id": draft.campaign_id,
            "draft_id": draft.id,
            "author_id": actor.person.id,
            "written_at": draft.written_at,
            "saved_at": at,
        }

    def save(self) -> SavedRecord:
        """Store everything; raise DraftGone when the card was saved before."""
        draft = self._draft
        if not self._db.run(sql.MARK_SAVED, draft=draft.id, at=self._at):
            raise DraftGone(DraftState.SAVED)
        numbers = self.take_numbers(len(draft.contacts), len(draft.issues), len(draft.practices))
        added = self.add(numbers, draft.contacts, draft.issues, draft.practices)
        return SavedRecord(draft.id, self._actor.person.id, self._at, *added, False, self._credited)

    def take_numbers(self, contacts: int, issues: int, practices: int) -> Numbers:
        """Take so many numbers; whoever else counts in the campaign waits from here to our commit."""
        return take_numbers(self._db, self._draft.campaign_id, contacts, issues, practices)

    def add(
        self,
        last: Numbers,
        contacts: tuple[DraftContact, ...],
        issues: tuple[DraftIssue, ...],
        practices: tuple[DraftPractice, ...],
        after: tuple[int, int, int] = (0, 0, 0),
    ) -> tuple[tuple[Contact, ...], tuple[Issue, ...], tuple[Practice, ...]]:
        """Store items with the last of the numbers taken, behind so many of each kind that the card has."""
        saved = tuple(map(self._contact, *_numbered(last.contacts, contacts, after[0])))
        raised = tuple(map(self._issue, *_numbered(last.issues, issues, after[1])))
        found = tuple(map(self._practice, *_numbered(last.practices, practices, after[2])))
        self._count(saved)
        self._db.many(sql.ADD_EVENT, self._events(raised))
        return saved, raised, found

    def _contact(self, ordinal: int, number: int, item: DraftContact) -> Contact:
        county_id, day, channel = item.county_id, item.day, item.channel
        if county_id is None or day is None or channel is None:
            raise ValueError("a card that was not checked")
        details: dict[str, Any] = {
            "day": day,
            "channel": channel,
            "participants": item.participants,
            "attendees": item.attendees,
            "leader_present": item.leader_present,
        }
        source: dict[str, Any] = {
            "source_chat_id": self._draft.chat_id,
            "source_message_id": self._draft.source_message_id,
        }
        held = credit(self._db, self._plan, (county_id, day), self._actor.person.id, self._at)
        self._credited = self._credited or (held and held.liaison_id)
        counted = Counted(channel, item.leader_present, held and held.liaison_id)
        self._steps += ((county_id, step) for step in self._steps_of(county_id, day, counted))
        source["pairing_id"] = held and held.id
        row_id = self._add(sql.ADD_CONTACT, ordinal, number, county_id, {**details, **source})
        return Contact(
            id=row_id,
            number=number,
            county_id=county_id,
            county_name=self._name(county_id),
            **details,
            author_id=self._actor.person.id,
            author_name=self._actor.person.name,
            draft_id=self._draft.id,
            written_at=self._draft.written_at,
            saved_at=self._at,
        )

    def _steps_of(self, county_id: int, day: date, counted: Counted) -> list[TallyStep]:
        place = {"campaign_id": self._draft.campaign_id, "county_id": county_id, "day": day}
        same_day = [Counted._make(row) for row in self._db.all(sql.COUNTED_THAT_DAY, **place)]
        return steps(self._plan.tally_keys(day), day, counted, same_day)

    def _issue(self, ordinal: int, number: int, item: DraftIssue) -> Issue:
        county_id = self._county_of(item)
        name = self._name(county_id)
        category, gist = self._plan.filing.of(item.text, name)
        details: dict[str, Any] = {
            "text": item.text,
            "due": item.due,
            "resolver": item.resolver,
            "state": IssueState.OPEN,
            "raised_at": self._draft.written_at,
            "category": category,
        }
        filed = {"raised_on": self._found_on(county_id), "category_chosen": False, "gist": gist}
        row_id = self._add(sql.ADD_ISSUE, ordinal, number, county_id, {**details, **filed})
        return Issue(id=row_id, number=number, county_id=county_id, county_name=name, **details)

    def _practice(self, ordinal: int, number: int, item: DraftPractice) -> Practice:
        county_id = self._county_of(item)
        details: dict[str, Any] = {"text": item.text, "raised_on": self._found_on(county_id)}
        row_id = self._add(sql.ADD_PRACTICE, ordinal, number, county_id, details)
        return Practice(row_id, number, county_id, self._name(county_id), item.text)

    def _add(
        self, statement: Any, ordinal: int, number: int, county_id: int, details: Mapping[str, Any]
    ) -> int:
        place = {"ordinal": ordinal, "number": number, "county_id": county_id}
        row_id: int = self._db.value(statement, **self._common, **place, **details)
        return row_id

    def _county_of(self, item: DraftIssue | DraftPractice) -> int:
        county_id = self._draft.county_of(item)
        if county_id is None:
            raise ValueError("a card that was not checked")
        return county_id

    def _found_on(self, county_id: int) -> date:
        """Return the day of the county's contact on this card, or else the day on which it was written.

        One that was written outside of the campaign has the day of another contact on it, or the one told.
        """
        draft, written = self._draft, self._plan.today(self._draft.written_at)
        days = [contact.day for contact in draft.contacts if contact.county_id == county_id]
        if not days and written not in self._plan.definition.span:
            days = [contact.day for contact in draft.contacts]
        return next(iter(days), None) or draft.found_on or written

    def _name(self, county_id: int) -> str:
        if county_id not in self._names:
            self._names[county_id] = listed(self._db, self._draft.campaign_id, county_id)
        return self._names[county_id]

    def _count(self, contacts: tuple[Contact, ...]) -> None:
        add_steps(self._db, self._draft.campaign_id, self._steps)
        add_days(self._db, self._plan, ((c.day, c.channel, c.saved_at) for c in contacts))

    def _events(self, issues: tuple[Issue, ...]) -> Iterator[dict[str, Any]]:
        for issue in issues:
            yield {
                "campaign_id": self._draft.campaign_id,
                "issue_id": issue.id,
                "kind": "raise",
                "actor_id": self._actor.person.id,
                "result": None,
                "at": self._at,
            }


def listed(db: Connection, campaign_id: str, county_id: int) -> str:
    """Put a county that has records on every list again if it has left; return its name."""
    [(name, left_at)] = db.all(sql.COUNTY_OF_RECORD, campaign_id=campaign_id, county_id=county_id)
    if left_at is not None:
        db.run(sql.BRING_COUNTY_BACK, unit=county_id)
    return str(name)


def _numbered(last: int, items: tuple[Any, ...], after: int) -> tuple[range, range, tuple[Any, ...]]:
    """Return places behind those given out, numbers up to the last one taken, and the items."""
    return range(after, after + len(items)), range(last - len(items) + 1, last + 1), items
