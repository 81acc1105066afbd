"""From standing duties and tasks to sheets of the ledger."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from campaign.actions.tasks import TaskStanding
from campaign.duty_standing import DutyStanding
from digests.ledger import texts
from digests.ledger.table import Sheet, Value
from digests.texts import span

Held = tuple[str, tuple[int, str]]
"""A duty and the key of its holder."""


def duties(standings: Iterable[DutyStanding], shown: Collection[Held] | None) -> Sheet:
    """Return the sheet of duties in their running windows; of all holders, or of some."""
    columns = (
        (texts.DUTY, 30),
        (texts.HOLDER, 18),
        (texts.PREFECTURE, 12),
        (texts.DUTY_WINDOW, 28),
        (texts.REQUIRED, 10),
        (texts.DONE, 10),
        (texts.STATE, 12),
    )
    return Sheet(texts.DUTIES, columns, _duties(standings, shown))


def tasks(standings: Iterable[TaskStanding], zone: ZoneInfo) -> Sheet:
    """Return the sheet of tasks with the last word on each, on its day in the campaign's zone."""
    columns = (
        (texts.NUMBER, 8),
        (texts.SECTION, 16),
        (texts.TASK, 40),
        (texts.LEAD, 30),
        (texts.HELPERS, 30),
        (texts.STATE, 10),
        (texts.PROGRESS, 50),
        (texts.NOTED, 12),
        (texts.AUTHOR, 16),
    )
    return Sheet(texts.TASKS, columns, (_task(one, zone) for one in standings))


def _duties(standings: Iterable[DutyStanding], shown: Collection[Held] | None) -> Iterator[Sequence[Value]]:
    for one in standings:
        window = span(one.days.first, one.days.last)
        for stand in one.stands:
            holder = stand.holder
            if shown is None or (one.rule.id, holder.key) in shown:
                state = texts.DUTY_STATES[stand.state]
                yield one.rule.name, holder.name, holder.place, window, stand.required, stand.done, state


def _task(one: TaskStanding, zone: ZoneInfo) -> Sequence[Value]:
    task, last = one.task, one.last
    who = (task.number, task.section, task.name, texts.names(task.lead), texts.names(task.helpers))
    told = (last.words, last.at.astimezone(zone).date(), last.author_name) if last else (None, None, None)
    return *who, texts.TASK_STATES[one.state], *told
