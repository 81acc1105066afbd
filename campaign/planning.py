"""When somebody is reminded of a plan and asked about it, and which contact it became: pure.

As with reminders, what is due is a level: a plan whose day before has come and of which nothing was said yet.
"""

from collections.abc import Iterable
from datetime import date, datetime, time

from campaign.days import DAY
from campaign.plan import Plan
from campaign.planned import PlannedContact
from campaign.quiet import after_quiet
from campaign.reminding import working_day_before
from campaign.vocabulary import Channel

HOUR = time(9, 30)
"""When a campaign has no hour for reminders."""
ASKED_WITHIN = 14 * DAY
"""What was asked later would be about nobody knows what."""
EARLY = 3 * DAY
LATE = 7 * DAY
"""A contact of so many days before or after a plan's day is the one that was meant."""


def reminder_at(plan: Plan, day: date) -> datetime:
    """Return when somebody is reminded of what he planned for a day: on the working day before."""
    return _moment(plan, working_day_before(plan, day))


def question_at(plan: Plan, day: date) -> datetime:
    """Return when he is asked about it: on the first working day afterwards."""
    return _moment(plan, _workday_from(plan, day + DAY))


def wants_reminder(plan: Plan, planned: PlannedContact, now: datetime) -> bool:
    """Return whether it is time to remind; who noted a plan after that hour needs no reminder of it."""
    day, noted_at = planned.day, planned.noted_at
    if day is None or noted_at is None or planned.reminded_for == day or plan.today(now) > day:
        return False
    return noted_at < reminder_at(plan, day) <= now


def wants_question(plan: Plan, planned: PlannedContact, now: datetime) -> bool:
    """Return whether it is time to ask what became of a plan."""
    day = planned.day
    if day is None or planned.asked_for == day or plan.today(now) > day + ASKED_WITHIN:
        return False
    return question_at(plan, day) <= now


def is_awake(plan: Plan, now: datetime) -> bool:
    """Return whether anything is said at `now`: on a working day, from the reminders' hour to quiet hours."""
    today, hours = plan.today(now), plan.definition.quiet_hours
    if not plan.calendar.is_workday(today) or now < _moment(plan, today):
        return False
    return after_quiet(hours, plan.definition.tz, now) == now


def following(plan: Plan, planned: PlannedContact, now: datetime) -> datetime | None:
    """Return the next moment after `now` at which something is said of a plan; None when all was."""
    day = planned.day
    if day is None:
        return None
    remind = [reminder_at(plan, day)] if planned.reminded_for != day else []
    ask = [question_at(plan, day)] if planned.asked_for != day else []
    return min((at for at in (*remind, *ask) if at > now), default=None)


def fulfils(planned: PlannedContact, county_id: int, day: date, channel: Channel) -> bool:
    """Return whether a contact is what was planned: of that county, on or around that day.

    What came before the day counts by the planned channel alone: a call may only have arranged the visit.
    """
    if planned.day is None or planned.county_id != county_id:
        return False
    if day < planned.day:
        arranged = channel is not (planned.channel or Channel.ONSITE)
        return planned.day - EARLY <= day and not arranged
    return day <= planned.day + LATE


def fulfilled(
    plans: Iterable[PlannedContact], county_id: int, day: date, channel: Channel
) -> PlannedContact | None:
    """Return which of several plans a contact is: the one whose day is nearest; None when it is none."""
    fits = (planned for planned in plans if fulfils(planned, county_id, day, channel))
    return min(fits, key=lambda planned: abs((planned.day or day) - day), default=None)


def _moment(plan: Plan, day: date) -> datetime:
    rule, definition = plan.definition.reminders, plan.definition
    at = datetime.combine(day, rule.at if rule else HOUR, definition.tz)
    return after_quiet(definition.quiet_hours, definition.tz, at)


def _workday_from(plan: Plan, day: date) -> date:
    while not plan.calendar.is_workday(day):
        day += DAY
    return day
