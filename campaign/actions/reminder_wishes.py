"""What people answer to reminders: later, no more of these, no more at all; and that a call was made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from campaign.days import DAY
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.reminders import Call, Reminder, ReminderState, Wish

MONDAY = 7


def own_wish(store: Store, actor: Actor) -> Wish:
    """Return what a person wants of reminders; a day that has come puts nothing off any more."""
    wish = store.reminders.wishes(actor.campaign_id).get(actor.person.id, Wish())
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    over = wish.not_before is not None and wish.not_before <= today
    return replace(wish, not_before=None) if over else wish


def put_off(store: Store, actor: Actor, reminder_id: int, *, to_monday: bool) -> tuple[Reminder, date]:
    """Put a reminder off to tomorrow or next Monday; return it with that day. Raise NotFound.

    What it told is told again on that day, or the first working day after it, if it still stands.
    """
    reminder = _own(store, actor, reminder_id)
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    day = today + (DAY * (MONDAY - today.weekday()) if to_monday else DAY)
    store.reminders.settle(reminder, ReminderState.PUT_OFF, reminder.muted_until)
    _wish(store, actor, replace(own_wish(store, actor), not_before=day))
    _note(store, actor, "reminder.put_off", reminder, {"until": day.isoformat()})
    return reminder, day


def mute(store: Store, actor: Actor, reminder_id: int) -> Reminder:
    """Tell nothing more of a reminder's matters within its window. Raise NotFound."""
    reminder = _own(store, actor, reminder_id)
    store.reminders.settle(reminder, reminder.state, reminder.matters.last)
    _note(store, actor, "reminder.mute", reminder, {"until": reminder.matters.last.isoformat()})
    return replace(reminder, muted_until=reminder.matters.last)


def switch(store: Store, actor: Actor, *, on: bool) -> Wish:
    """Switch a person's reminders on, as if nothing had been wished, or off; twice is once."""
    wish = own_wish(store, actor)
    if on and wish == Wish():
        return wish
    if not on and wish.off_since:
        return wish
    _wish(store, actor, Wish() if on else Wish(off_since=store.now))
    word = "reminder.on" if on else "reminder.off"
    store.audit.note(actor.campaign_id, actor.person.id, word, actor.person.name, {})
    return own_wish(store, actor)


def note_call(store: Store, actor: Actor, reminder_id: int) -> Sequence[Call]:
    """Note that somebody was telephoned: he is not listed again in this window. Return the day's list.

    Noting it twice is one call. Raise NotAllowed, NotFound.
    """
    may_administer(actor)
    reminder = store.reminders.get(actor.campaign_id, reminder_id)
    if reminder.state is ReminderState.CALL:
        store.reminders.settle(reminder, ReminderState.CALLED, reminder.matters.last)
        _note(store, actor, "reminder.call", reminder, {"person": reminder.person_id})
    return store.reminders.calls(actor.campaign_id, reminder.day)


def _own(store: Store, actor: Actor, reminder_id: int) -> Reminder:
    reminder = store.reminders.get(actor.campaign_id, reminder_id)
    if reminder.person_id != actor.person.id:
        raise NotFound("reminder", str(reminder_id))
    return reminder


def _wish(store: Store, actor: Actor, wish: Wish) -> None:
    store.reminders.wish(actor.campaign_id, actor.person.id, wish)


def _note(store: Store, actor: Actor, word: str, reminder: Reminder, facts: dict[str, object]) -> None:
    store.audit.note(actor.campaign_id, actor.person.id, word, str(reminder.id), facts)
