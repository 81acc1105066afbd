"""Reminders, and whether they ever reached those whom they were for."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import String, bindparam, cast, exists, literal, or_, select, update

from campaign.errors import NotFound
from campaign.people import Person
from campaign.reminders import KIND, Call, Matters, Reminder, ReminderState, Wish
from storage.connection import Connection
from storage.statements import Row, insert_into, insert_once, put_into
from storage.tables import outbox, person, reminder, reminder_day, reminder_wish
from storage.tables.chats import outbox_open

_campaign = bindparam("campaign_id", type_=String())
_owed_as = literal(f"{KIND}:") + cast(reminder.c.id, String)
_REMINDERS = (
    select(
        reminder.c.id,
        reminder.c.person_id,
        reminder.c.day,
        reminder.c.state,
        reminder.c.matters,
        reminder.c.muted_until,
        outbox.c.failed_at,
        person.c.id,
        person.c.name,
        person.c.title,
    )
    .select_from(
        reminder.outerjoin(outbox, outbox.c.key == _owed_as).join(person, person.c.id == reminder.c.person_id)
    )
    .where(reminder.c.campaign_id == _campaign)
    .order_by(reminder.c.day, reminder.c.id)
)
_GET = _REMINDERS.where(reminder.c.id == bindparam("row"))
_RECENT = _REMINDERS.where(
    or_(reminder.c.day >= bindparam("since"), reminder.c.muted_until >= bindparam("today"))
)
_CALLS = _REMINDERS.where(
    reminder.c.day == bindparam("day"),
    or_(reminder.c.state == ReminderState.CALL, reminder.c.state == ReminderState.CALLED),
)
_ADD = insert_into(reminder, "campaign_id", "person_id", "day", "state", "matters").returning(reminder.c.id)
_SETTLE = (
    update(reminder)
    .where(reminder.c.id == bindparam("row"))
    .values(state=bindparam("became"), muted_until=bindparam("until"))
)
_BEGIN = insert_once(reminder_day, ("campaign_id", "day", "made_at"), ("campaign_id", "day"))
_BEGUN = select(reminder_day.c.day).where(
    reminder_day.c.campaign_id == _campaign, reminder_day.c.day == bindparam("day")
)
_waiting = outbox_open & (outbox.c.kind == KIND) & (outbox.c.owed_at < bindparam("before"))
_OVERDUE = select(outbox.c.id).where(_waiting).limit(1)
_EXPIRE = (
    update(outbox)
    .where(
        _waiting, exists().where(reminder.c.campaign_id == bindparam("of_campaign"), outbox.c.key == _owed_as)
    )
    .values(failed_at=bindparam("now"), error="expired")
)
_WISHES = select(reminder_wish.c.person_id, reminder_wish.c.off_since, reminder_wish.c.not_before).where(
    reminder_wish.c.campaign_id == _campaign
)
_WISH = put_into(
    reminder_wish, ("campaign_id", "person_id", "off_since", "not_before"), ("campaign_id", "person_id")
)


class ReminderRows:
    """Implements campaign.reminders.Reminders."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def begun(self, campaign_id: str, day: date) -> bool:
        """Return whether a day's reminders were made."""
        return self._db.one(_BEGUN, campaign_id=campaign_id, day=day) is not None

    def begin(self, campaign_id: str, day: date) -> bool:
        """Claim a day's reminders; return whether the caller is the first."""
        return self._db.run(_BEGIN, campaign_id=campaign_id, day=day, made_at=self._now) == 1

    def overdue(self, before: datetime) -> bool:
        """Return whether any reminder owed earlier than `before` waits to be sent."""
        return self._db.one(_OVERDUE, before=before) is not None

    def expire(self, campaign_id: str, before: datetime) -> None:
        """Give up what was owed earlier than `before` and never sent: a new day has a reminder of its own."""
        self._db.run(_EXPIRE, of_campaign=campaign_id, before=before, now=self._now)

    def add(self, campaign_id: str, person_id: int, state: ReminderState, matters: Matters) -> Reminder:
        """Store a person's reminder of a day."""
        row = {"person_id": person_id, "day": matters.day, "state": state}
        kept = matters.model_dump(mode="json")
        new_id = self._db.value(_ADD, campaign_id=campaign_id, **row, matters=kept)
        return Reminder(new_id, person_id, matters.day, state, matters)

    def get(self, campaign_id: str, reminder_id: int) -> Reminder:
        """Return a reminder; raise NotFound."""
        row = self._db.one(_GET, campaign_id=campaign_id, row=reminder_id)
        if row is None:
            raise NotFound("reminder", str(reminder_id))
        return _reminder(row)

    def recent(self, campaign_id: str, since: date, today: date) -> Sequence[Reminder]:
        """Return those of `since` and later, and those that are muted still, in the order of their days."""
        return [*map(_reminder, self._db.all(_RECENT, campaign_id=campaign_id, since=since, today=today))]

    def calls(self, campaign_id: str, day: date) -> Sequence[Call]:
        """Return a day's telephone list in the order in which it was made."""
        rows = self._db.all(_CALLS, campaign_id=campaign_id, day=day)
        return [Call(_reminder(row), Person(*row[7:])) for row in rows]

    def settle(self, reminder: Reminder, state: ReminderState, muted_until: date | None) -> None:
        """Note what became of a reminder."""
        self._db.run(_SETTLE, row=reminder.id, became=state, until=muted_until)

    def wishes(self, campaign_id: str) -> Mapping[int, Wish]:
        """Return what people want, by person id."""
        return {row[0]: Wish(*row[1:]) for row in self._db.all(_WISHES, campaign_id=campaign_id)}

    def wish(self, campaign_id: str, person_id: int, wish: Wish) -> None:
        """Store what a person wants."""
        fields = {"off_since": wish.off_since, "not_before": wish.not_before}
        self._db.run(_WISH, campaign_id=campaign_id, person_id=person_id, **fields)


def _reminder(row: Row) -> Reminder:
    reminder_id, person_id, day, state, matters, muted_until, failed_at, *_ = row
    found = Matters.model_validate(matters)
    return Reminder(reminder_id, person_id, day, state, found, muted_until, failed_at is not None)
