"""Say what is due of plans: a reminder on the working day before, one question afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from campaign import planning
from campaign.actions.reminders import account_of
from campaign.actions.several import of_several
from campaign.members import Account
from campaign.permissions import Action, reach
from campaign.plan import Plan
from campaign.planned import QUESTION, REMINDER, PlannedContact
from campaign.ports import Store


def planned_wanted(store: Store, campaign_id: str, now: datetime) -> bool:
    """Return whether `owe_planned` has anything to do: asked often, and cheap to answer."""
    plan = store.campaigns.plan(campaign_id)
    return planning.is_awake(plan, now) and any(
        planning.wants_reminder(plan, planned, now) or planning.wants_question(plan, planned, now)
        for planned in _open(store, campaign_id, plan, now)
    )


def owe_planned(store: Store, campaign_id: str, now: datetime) -> int:
    """Owe every reminder and question that is due; return how many. A second run owes nothing."""
    plan = store.campaigns.plan(campaign_id)
    if not planning.is_awake(plan, now):
        return 0
    found = _open(store, campaign_id, plan, now)
    accounts = _accounts(store, campaign_id) if found else {}
    return sum(_owed(store, plan, planned, accounts.get(planned.person_id), now) for planned in found)


def following_planned(store: Store, campaign_id: str, now: datetime) -> datetime | None:
    """Return the next moment at which something is said of a plan."""
    plan = store.campaigns.plan(campaign_id)
    moments = (planning.following(plan, planned, now) for planned in _open(store, campaign_id, plan, now))
    return min((at for at in moments if at), default=None)


def _open(store: Store, campaign_id: str, plan: Plan, now: datetime) -> Sequence[PlannedContact]:
    return store.planned.open(campaign_id, plan.today(now) - planning.ASKED_WITHIN)


def _accounts(store: Store, campaign_id: str) -> dict[int, Account]:
    """Return where those are reached who take part and let themselves be reminded, by person."""
    wishes = store.reminders.wishes(campaign_id)
    found = {}
    for member in store.members.every(campaign_id):
        wish = wishes.get(member.person.id)
        account = None if wish and wish.off_since else account_of(member)
        actor = store.people.actor(account.telegram_id, campaign_id) if account else None
        if account and actor and reach(actor, Action.LOG):
            found[member.person.id] = account
    return found


def _owed(store: Store, plan: Plan, planned: PlannedContact, account: Account | None, now: datetime) -> bool:
    if planning.wants_reminder(plan, planned, now):
        kind, said = REMINDER, replace(planned, reminded_for=planned.day)
    elif planning.wants_question(plan, planned, now):
        kind, said = QUESTION, replace(planned, asked_for=planned.day)
    else:
        return False
    store.planned.put(said)
    if account is None:
        return False
    key = f"{kind.replace('_', '-')}:{planned.id}:{planned.day}"
    payload = {"campaign": planned.campaign_id, "planned": planned.id, "account": account.telegram_id}
    which = of_several(store, planned.campaign_id, account.telegram_id)
    return store.outbox.owe(
        key, account.telegram_id, kind, payload | which, now, campaign_id=planned.campaign_id
    )
