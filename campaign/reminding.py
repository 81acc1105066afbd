"""Which day's reminders are due, and what belongs into them: pure, with the day as an argument.

What there is to tell is a level, not an edge: on each working day every matter has a stage (so many working
days before a window's end, near its day, so many weeks past it), and a stage that a person was told is not
told again. So a day that was missed leaves no gap and is not made up for.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from campaign.days import DAY
from campaign.plan import Plan
from campaign.quiet import after_quiet
from campaign.records import Issue
from campaign.reminders import CountyMatter, IssueMatter, Matter, Matters, Reminder, ReminderState

WEEK = 7
# What was told longer ago than this is at another stage by now.
REMEMBERED = 40 * DAY
FAR = 30 * DAY
LONGEST_TEXT = 60
TOLD = frozenset({ReminderState.OWED})
LISTED = frozenset(ReminderState) - {ReminderState.PUT_OFF}


def moment(plan: Plan, day: date) -> datetime | None:
    """Return the moment of a day's reminders; None on a day without any."""
    rule, definition = plan.definition.reminders, plan.definition
    if rule is None or day not in definition.span or not plan.calendar.is_workday(day):
        return None
    at = after_quiet(definition.quiet_hours, definition.tz, datetime.combine(day, rule.at, definition.tz))
    return at if at.date() == day else None


def is_time(plan: Plan, loaded_at: datetime, now: datetime) -> bool:
    """Return whether today's reminders may go out at `now`: from their hour on, outside of quiet hours."""
    at = moment(plan, plan.today(now))
    definition = plan.definition
    awake = after_quiet(definition.quiet_hours, definition.tz, now) == now
    return at is not None and loaded_at <= at <= now and awake


def window_stage(plan: Plan, day: date) -> int | None:
    """Return the stage of the window's end: the least of the rule's working days that is not yet passed."""
    rule, left = plan.definition.reminders, days_left(plan, day)
    if rule is None or not left:
        return None
    return min((stage for stage in rule.before_end if left <= stage), default=None)


def days_left(plan: Plan, day: date) -> int:
    """Count the working days after `day` up to the last one of its two-month window."""
    return plan.calendar.between(day + DAY, plan.rhythm.period(day).last)


def issue_stage(plan: Plan, due: date, day: date) -> str | None:
    """Return the stage of an issue's day: near, or the weeks since it passed; None while it is far."""
    rule = plan.definition.reminders
    if rule is None or due - day > FAR:
        return None
    if day > due:
        return f"late{((day - due).days - 1) // WEEK}"
    return "near" if plan.calendar.between(day + DAY, due) <= rule.before_due else None


def matters(plan: Plan, day: date, uncovered: Mapping[int, str], issues: Iterable[Issue]) -> Matters:
    """Return all that stands on `day`: counties without a contact, by id, and issues of the same counties."""
    last, stage = plan.rhythm.period(day).last, window_stage(plan, day)
    counties = tuple(
        CountyMatter(key=f"county:{county}:{last}:{stage}", id=county, name=name)
        for county, name in uncovered.items()
        if stage
    )
    return Matters(
        day=day,
        last=last,
        left=days_left(plan, day),
        counties=counties,
        issues=tuple(_promised(plan, day, issues)),
    )


def unsaid(found: Matters, earlier: Iterable[Reminder], *, listed: bool) -> Matters:
    """Return what of it a person was not told yet. `listed`: he cannot be reached, admins see his name."""
    had, muted = set[str](), set[str]()
    for reminder in earlier:
        if reminder.state in (LISTED if listed else TOLD) and not reminder.failed:
            had.update(matter.key for matter in reminder.matters.every)
        if reminder.muted_until and reminder.muted_until >= found.day:
            muted.update(matter.subject for matter in reminder.matters.every)

    def fresh(matter: Matter) -> bool:
        return matter.key not in had and matter.subject not in muted

    return found.model_copy(
        update={
            "counties": tuple(filter(fresh, found.counties)),
            "issues": tuple(filter(fresh, found.issues)),
        }
    )


def was_called(earlier: Iterable[Reminder], day: date) -> bool:
    """Return whether somebody was telephoned for the window that `day` belongs to."""
    return any(r.state is ReminderState.CALLED and r.muted_until and r.muted_until >= day for r in earlier)


def following(
    plan: Plan, dues: Iterable[date], now: datetime, *, uncovered: bool, begun: bool = True
) -> datetime | None:
    """Return the next moment after `now` with something to tell, as far as it is known now.

    dues: the days of open issues. uncovered: whether this window's counties lack anything at all. begun:
    whether the working day before the next moment had its reminders, so that only a new stage is news.
    """
    today, promised = plan.today(now), sorted(set(dues))
    for day in _days(plan, today):
        at = moment(plan, day)
        if at is None or at <= now:
            continue
        before = working_day_before(plan, day) if begun else None
        begun = True
        counted = uncovered or day not in plan.rhythm.period(today)
        if counted and _is_news(window_stage(plan, day), before and window_stage(plan, before)):
            return at
        if any(
            _is_news(issue_stage(plan, due, day), before and issue_stage(plan, due, before))
            for due in promised
        ):
            return at
    return None


def working_day_before(plan: Plan, day: date) -> date:
    """Return the last working day before `day`."""
    return plan.calendar.up_to(day - DAY)


def _is_news(stage: int | str | None, before: date | int | str | None) -> bool:
    return stage is not None and stage != before


def _days(plan: Plan, first: date) -> Iterator[date]:
    last = plan.definition.end
    return (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))


def _promised(plan: Plan, day: date, issues: Iterable[Issue]) -> Iterator[IssueMatter]:
    for issue in issues:
        if issue.due and (stage := issue_stage(plan, issue.due, day)):
            yield IssueMatter(
                key=f"issue:{issue.number}:{issue.due}:{stage}",
                number=issue.number,
                county=issue.county_name,
                text=issue.text[:LONGEST_TEXT],
                due=issue.due,
            )
