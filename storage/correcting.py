"""Give a record its new form: rows are changed in place and keep their numbers; the tallies follow."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Update

from campaign.corrections import CONTACT_FIELDS
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.people import Actor
from campaign.plan import Plan
from campaign.records import Contact, Issue, Practice, SavedRecord
from storage import record_queries as sql
from storage.connection import Connection
from storage.credit import credit
from storage.saving import Saver, listed
from storage.tallies import add_days, recount, take_day


class Corrector:
    """Corrects one record; used once.

    `forms`: the record as it stands, and its new form with the numbers of what that keeps.
    """

    def __init__(
        self, db: Connection, forms: tuple[SavedRecord, Draft], actor: Actor, plan: Plan, at: datetime
    ) -> None:
        self._db = db
        self._record = forms[0]
        # A proposal has an id of its own; what it adds belongs to the record's card.
        self._target = forms[1].model_copy(update={"id": forms[0].draft_id})
        self._actor = actor
        self._plan = plan
        self._at = at

    def correct(self) -> None:
        """Change, withdraw and add what the target says."""
        target = self._target
        new = (
            tuple(item for item in target.contacts if item.number is None),
            tuple(item for item in target.issues if item.number is None),
            tuple(item for item in target.practices if item.number is None),
        )
        # Its numbers are taken first: that is also the lock under which tallies are counted.
        saver = Saver(self._db, target, self._actor, self._plan, self._at)
        numbers = saver.take_numbers(*map(len, new))
        self._contacts()
        self._issues()
        self._practices()
        saver.add(numbers, *new, after=self._places())

    def _contacts(self) -> None:
        kept = {item.number: item for item in self._target.contacts}
        touched: set[tuple[int, date]] = set()
        for saved in self._record.contacts:
            new = kept.get(saved.number)
            if new is None or _moved(saved, new):
                take_day(self._db, self._plan, saved.day, saved.channel, saved.saved_at)
            if new is None or _counts_otherwise(saved, new):
                touched.add((saved.county_id, saved.day))
            if new is None:
                self._withdraw(sql.WITHDRAW_CONTACT, saved.id)
            else:
                touched.update(self._change(saved, new))
        for county_id, day in touched:
            recount(self._db, self._plan, county_id, day)

    def _change(self, saved: Contact, new: DraftContact) -> Iterable[tuple[int, date]]:
        if all(getattr(saved, name) == getattr(new, name) for name in CONTACT_FIELDS):
            return ()
        fields = {name: getattr(new, name) for name in CONTACT_FIELDS}
        self._db.run(sql.CORRECT_CONTACT, of=saved.id, **fields)
        county_id, day, channel = new.county_id, new.day, new.channel
        if county_id is None or day is None or channel is None:
            raise ValueError("a form that was not checked")
        self._reach(saved.county_id, county_id)
        if (saved.county_id, saved.day) != (county_id, day):
            held = credit(self._db, self._plan, (county_id, day), saved.author_id, saved.saved_at)
            self._db.run(sql.CREDIT_CONTACT, of=saved.id, pairing=held and held.id)
        if _moved(saved, new):
            add_days(self._db, self._plan, [(day, channel, saved.saved_at)])
        return [(county_id, day)] if _counts_otherwise(saved, new) else ()

    def _issues(self) -> None:
        kept = {item.number: item for item in self._target.issues}
        for saved in self._record.issues:
            new = kept.get(saved.number)
            if new is None:
                self._withdraw(sql.WITHDRAW_ISSUE, saved.id)
                self._note(saved, "withdraw", None)
                continue
            county, place = self._place(saved, new)
            category, gist = self._plan.filing.of(new.text, county)
            fields = {"text": new.text, "due": new.due, "resolver": new.resolver}
            filed = {"category": category, "gist": gist}
            self._db.run(sql.CORRECT_ISSUE, of=saved.id, **place, **fields, **filed)
            if (saved.text, saved.county_id) != (new.text, place["county_id"]):
                self._note(saved, "correct", saved.text)

    def _practices(self) -> None:
        kept = {item.number: item for item in self._target.practices}
        for saved in self._record.practices:
            new = kept.get(saved.number)
            if new is None:
                self._withdraw(sql.WITHDRAW_PRACTICE, saved.id)
            else:
                _, place = self._place(saved, new)
                self._db.run(sql.CORRECT_PRACTICE, of=saved.id, **place, text=new.text)

    def _place(
        self, saved: Issue | Practice, item: DraftIssue | DraftPractice
    ) -> tuple[str, dict[str, object]]:
        """Return the name of the county where an item belongs, and the fields that say so."""
        county_id = self._target.county_of(item)
        if county_id is None:
            raise ValueError("a form that was not checked")
        name = self._reach(saved.county_id, county_id) or saved.county_name
        days = (contact.day for contact in self._target.contacts if contact.county_id == county_id)
        return name, {"county_id": county_id, "raised_on": next(days, None)}

    def _reach(self, before: int, county_id: int) -> str | None:
        """Put a county on every list that was none of the record's before; return its name."""
        return None if county_id == before else listed(self._db, self._plan.definition.id, county_id)

    def _withdraw(self, statement: Update, row_id: int) -> None:
        self._db.run(statement, of=row_id, at=self._at, by=self._actor.person.id)

    def _note(self, issue: Issue, step: str, note: str | None) -> None:
        event = {"campaign_id": self._plan.definition.id, "issue_id": issue.id, "kind": step}
        self._db.run(sql.ADD_EVENT, **event, actor_id=self._actor.person.id, result=note, at=self._at)

    def _places(self) -> tuple[int, int, int]:
        """Return how many places were given out to each kind, withdrawn items included."""
        of = {"draft_id": self._record.draft_id}
        last = (self._db.value(statement, **of) for statement in sql.LAST_PLACES)
        contacts, issues, practices = (-1 if place is None else int(place) for place in last)
        return contacts + 1, issues + 1, practices + 1


def _moved(saved: Contact, new: DraftContact) -> bool:
    """Tell whether a contact would be counted elsewhere."""
    return (saved.county_id, saved.day, saved.channel) != (new.county_id, new.day, new.channel)


def _counts_otherwise(saved: Contact, new: DraftContact) -> bool:
    """Tell whether any tally may count a contact where it did not, or no longer where it did."""
    return _moved(saved, new) or saved.leader_present != new.leader_present
