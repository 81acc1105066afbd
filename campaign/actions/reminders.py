"""Make a day's reminders: one message at most to each person, and the telephone list to the admins."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from campaign import reminding
from campaign.actions.pauses import paused_now
from campaign.actions.several import of_several
from campaign.members import Account, Member
from campaign.people import Person
from campaign.plan import Plan
from campaign.ports import Store
from campaign.records import Issue
from campaign.reminders import CALLS, KIND, Call, Matters, Reminder, ReminderState, Wish

NO_WISH = Wish()


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many persons were reminded, and how many were put on the telephone list."""

    told: int = 0
    listed: int = 0


@dataclass(frozen=True, slots=True)
class Day:
    """What a day's reminders are made from. Issues by county; what each person was told lately."""

    plan: Plan
    today: date
    uncovered: Mapping[int, str]
    issues: Mapping[int, Sequence[Issue]]
    earlier: Mapping[int, Sequence[Reminder]]
    wishes: Mapping[int, Wish]

    def matters_of(self, person_id: int, counties: Iterable[int], *, listed: bool) -> Matters | None:
        """Return what is to be told to a person, or about him; None when there is nothing."""
        earlier, wish = self.earlier.get(person_id, ()), self.wishes.get(person_id, NO_WISH)
        if wish.off_since or (wish.not_before and wish.not_before > self.today):
            return None
        if listed and reminding.was_called(earlier, self.today):
            return None
        own = list(dict.fromkeys(counties))
        found = reminding.matters(
            self.plan,
            self.today,
            {county: self.uncovered[county] for county in own if county in self.uncovered},
            [issue for county in own for issue in self.issues.get(county, ())],
        )
        unsaid = reminding.unsaid(found, earlier, listed=listed)
        return unsaid if unsaid.every else None


def are_wanted(store: Store, campaign_id: str, now: datetime) -> bool:
    """Return whether `remind` has anything to do: asked often, and cheap to answer."""
    plan = store.campaigns.plan(campaign_id)
    if store.reminders.overdue(_midnight(plan, now)):
        return True
    loaded_at = store.campaigns.loaded_at(campaign_id)
    return reminding.is_time(plan, loaded_at, now) and not store.reminders.begun(campaign_id, plan.today(now))


def remind(store: Store, campaign_id: str, now: datetime) -> Reminded:
    """Give up what an earlier day could not send, and owe today's reminders if their hour has come.

    All of a day in the caller's one commit; whoever comes second does nothing.
    """
    plan = store.campaigns.plan(campaign_id)
    store.reminders.expire(campaign_id, _midnight(plan, now))
    if not reminding.is_time(plan, store.campaigns.loaded_at(campaign_id), now):
        return Reminded()
    if not store.reminders.begin(campaign_id, plan.today(now)):
        return Reminded()
    return _remind(store, campaign_id, _day(store, campaign_id, plan, plan.today(now)), now)


def following(store: Store, campaign_id: str, now: datetime) -> datetime | None:
    """Return the next moment at which somebody may be reminded."""
    plan = store.campaigns.plan(campaign_id)
    dues = [issue.due for issue in store.issues.open(campaign_id) if issue.due]
    today = plan.today(now)
    uncovered = bool(_uncovered(store, campaign_id, plan, today))
    last = today if _is_past(plan, today, now) else reminding.working_day_before(plan, today)
    begun = store.reminders.begun(campaign_id, last)
    return reminding.following(plan, dues, now, uncovered=uncovered, begun=begun)


def _remind(store: Store, campaign_id: str, day: Day, now: datetime) -> Reminded:
    members = {member.person.id: member for member in store.members.every(campaign_id)}
    told, calls = 0, list[Call]()
    for person, counties in _whose(store, campaign_id).items():
        account = account_of(members.get(person.id))
        matters = day.matters_of(person.id, counties, listed=account is None)
        if matters is None:
            continue
        state = ReminderState.CALL if account is None else ReminderState.OWED
        reminder = store.reminders.add(campaign_id, person.id, state, matters)
        if account is None:
            calls.append(Call(reminder, person))
        else:
            which = of_several(store, campaign_id, account.telegram_id)
            payload = {"reminder": reminder.id, "matters": matters.model_dump(mode="json")} | which
            key = f"{KIND}:{reminder.id}"
            store.outbox.owe(key, account.telegram_id, KIND, payload, now, campaign_id=campaign_id)
            told += 1
    if calls:
        _tell_admins(store, campaign_id, day.today, calls, now)
    return Reminded(told, len(calls))


def _whose(store: Store, campaign_id: str) -> Mapping[Person, list[int]]:
    """Return who is reminded of which counties: the contact person, or the liaison where there is none.

    Whoever stands in for him is reminded in his place.
    """
    today, own = store.campaigns.plan(campaign_id).today(store.now), defaultdict[Person, list[int]](list)
    every = store.stand_ins.since(campaign_id, today)
    comes = {one.absent.id: one.person for one in every if one.holds(today)}
    for pairing in store.people.pairings(campaign_id):
        who = pairing.contact_person or pairing.liaison
        own[comes.get(who.id, who)].append(pairing.county.id)
    return own


def account_of(member: Member | None) -> Account | None:
    """Return where a person is reached: one message a person, so the account that was bound last."""
    open_ones = [account for account in member.accounts if not account.blocked_at] if member else []
    return max(open_ones, key=lambda account: account.bound_at, default=None)


def _day(store: Store, campaign_id: str, plan: Plan, today: date) -> Day:
    issues: dict[int, list[Issue]] = defaultdict(list)
    for issue in store.issues.open(campaign_id):
        issues[issue.county_id].append(issue)
    earlier: dict[int, list[Reminder]] = defaultdict(list)
    for reminder in store.reminders.recent(campaign_id, today - reminding.REMEMBERED, today):
        earlier[reminder.person_id].append(reminder)
    uncovered = _uncovered(store, campaign_id, plan, today)
    return Day(plan, today, uncovered, issues, earlier, store.reminders.wishes(campaign_id))


def _uncovered(store: Store, campaign_id: str, plan: Plan, today: date) -> Mapping[int, str]:
    rows = store.counts.by_county(campaign_id, plan.windows(today), uncovered=True)
    paused = paused_now(store, campaign_id)
    return {row.county_id: row.name for row in rows if row.county_id not in paused}


def _tell_admins(store: Store, campaign_id: str, day: date, calls: Sequence[Call], now: datetime) -> None:
    payload = {"day": day.isoformat(), "calls": [*map(_listed, calls)]}
    for admin in store.people.admins(campaign_id):
        key = f"{CALLS.replace('_', '-')}:{campaign_id}:{day}:{admin.telegram_id}"
        which = of_several(store, campaign_id, admin.telegram_id)
        store.outbox.owe(key, admin.telegram_id, CALLS, payload | which, now, campaign_id=campaign_id)


def _listed(call: Call) -> dict[str, object]:
    person, reminder = call.person, call.reminder
    matters = reminder.matters.model_dump(mode="json")
    return {"reminder": reminder.id, "person": [person.id, person.name, person.title], "matters": matters}


def _is_past(plan: Plan, today: date, now: datetime) -> bool:
    at = reminding.moment(plan, today)
    return at is not None and at <= now


def _midnight(plan: Plan, now: datetime) -> datetime:
    return datetime.combine(plan.today(now), time(), plan.definition.tz)
