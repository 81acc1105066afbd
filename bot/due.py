"""What ought to have happened by now: pure questions about rules, groups and what was claimed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from campaign.actions import reminders
from campaign.actions.planned_due import following_planned
from campaign.days import DAY
from campaign.plan import Plan
from campaign.receivers import Receiver, of_groups, of_members, to_persons
from campaign.review import chased_at, draft_moments
from campaign.rhythm import CutOff
from digests.drafting import chased_under
from storage import Unit

# Working days after which a digest is no longer posted unasked.
LATEST = 3


class How(StrEnum):
    """What is to be done with a digest that is due."""

    POST = "post"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class DueDigest:
    """A digest that somebody has not had yet."""

    cut_off: CutOff
    receiver: Receiver
    how: How


def due_digests(
    plan: Plan,
    loaded_at: datetime,
    receivers: Sequence[Receiver],
    claimed: Collection[tuple[datetime, int]],
    now: datetime,
) -> list[DueDigest]:
    """Return what is due and was claimed by nobody, earliest cut-off first.

    Nothing that was due before the campaign was loaded, the group approved or the account bound is owed. A
    day has one digest: rules that later name another hour do not bring it a second one.
    """
    had = {(plan.today(at), audience) for at, audience in claimed}
    found = [
        DueDigest(cut_off, receiver, how_late(plan, cut_off, now))
        for receiver in receivers
        for due in plan.rhythm.due(max(loaded_at, receiver.since or loaded_at), now)
        if (cut_off := due.of(receiver.kinds)) and (cut_off.at.date(), receiver.chat_id) not in had
    ]
    return sorted(found, key=lambda due: due.cut_off.at)


def due_draft(plan: Plan, drafted: Mapping[datetime, str], now: datetime) -> CutOff | None:
    """Return the earliest digest whose draft is due and was not made; once it is due itself, it has none.

    A draft that was made of other kinds than are due now, by other rules, is made anew.
    """
    found = (cut_off for at, cut_off in draft_moments(plan, now) if at <= now)
    return next((cut_off for cut_off in found if drafted.get(cut_off.at) != ",".join(cut_off.kinds)), None)


def due_chase(unit: Unit, campaign_id: str, now: datetime) -> int | None:
    """Return the draft of a digest that waited a working day for its approval without being told of again."""
    plan = unit.campaigns.plan(campaign_id)
    for draft_id, cut_off in unit.digest_drafts.held(campaign_id):
        stem = chased_under(draft_id)
        if chased_at(plan, cut_off) <= now and not unit.outbox.keyed_between(stem, f"{stem}~"):
            return draft_id
    return None


def how_late(plan: Plan, cut_off: CutOff, now: datetime) -> How:
    """Return whether a digest is still posted, or so many working days late that admins are asked first."""
    late = plan.calendar.between(cut_off.at.date() + DAY, plan.today(now))
    return How.OFFER if late > LATEST else How.POST


def next_due(unit: Unit, now: datetime) -> datetime | None:
    """Return the first moment after `now` at which a digest, its draft, a reminder or a message is due."""
    moments = [unit.outbox.next_due()]
    for campaign_id in unit.campaigns.all():
        moments.append(reminders.following(unit, campaign_id, now))
        moments.append(following_planned(unit, campaign_id, now))
        plan = unit.campaigns.plan(campaign_id)
        if receivers_of(unit, campaign_id):
            following = plan.rhythm.following(now)
            moments.append(following.at if following else None)
            moments += [at for at, _ in draft_moments(plan, now) if at > now][:1]
            moments += [chased_at(plan, cut_off) for _, cut_off in unit.digest_drafts.held(campaign_id)]
    return min((moment for moment in moments if moment and moment > now), default=None)


def receivers_of(unit: Unit, campaign_id: str) -> list[Receiver]:
    """Return whoever gets digests of a campaign, groups first."""
    definition = unit.campaigns.plan(campaign_id).definition
    found = of_groups(definition, unit.groups.approved(campaign_id))
    if to_persons(definition.digests):
        found += of_members(definition, unit.members.every(campaign_id))
    return found
