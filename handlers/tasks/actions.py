"""Tasks as they are listed and shown, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campaign.actions.tasks import TaskStanding, TaskWord, note_task, task_list, task_of
from campaign.people import Actor
from campaign.permissions import may_note_task
from campaign.ports import Store
from campaign.task_notes import TaskNote, TaskState
from handlers.paging import Paged, place_of
from handlers.task_callbacks import TakeTaskWord
from handlers.texts import task_told

TASKS_ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class TaskPage(Paged):
    """A page of the tasks: those that one's own department leads first, then each department's together.

    every: all tasks, for the sums. days: of the last words shown.
    """

    tasks: tuple[TaskStanding, ...]
    every: tuple[TaskStanding, ...]
    days: tuple[date | None, ...]
    today: date


@dataclass(frozen=True, slots=True)
class TaskCard:
    """One task with its history and the days of that."""

    standing: TaskStanding
    history: tuple[TaskNote, ...]
    days: tuple[date, ...]
    today: date


def task_page(store: Store, actor: Actor, page: int = 0) -> TaskPage:
    """Return a page of the tasks, the last one if there are fewer."""
    every = task_list(store, actor)
    leads = {one.task.lead[0]: place for place, one in reversed(list(enumerate(every)))}
    ordered = sorted(every, key=lambda one: (not one.own, 0 if one.own else leads[one.task.lead[0]]))
    place = place_of(page, len(ordered), TASKS_ON_A_PAGE)
    shown = tuple(ordered[place : place + TASKS_ON_A_PAGE])
    plan = store.campaigns.plan(actor.campaign_id)
    days = tuple(plan.today(one.last.at) if one.last else None for one in shown)
    return TaskPage(place, len(every), TASKS_ON_A_PAGE, shown, every, days, plan.today(store.now))


def task_card(store: Store, actor: Actor, number: int) -> TaskCard:
    """Return one task. Raise NotFound."""
    standing, history = task_of(store, actor, number)
    return _card(store, actor, standing, history)


def may_word(store: Store, actor: Actor, number: int) -> TaskCard | None:
    """Return the task of which somebody may tell; None where the rules have none of that number.

    Raise NotAllowed.
    """
    found = next((one for one in task_list(store, actor) if one.task.number == number), None)
    if found is None:
        return None
    may_note_task(actor, found.task, store.people.pairings(actor.campaign_id, actor.person.id))
    return _card(store, actor, found, ())


def take_word(
    store: Store, actor: Actor, choice: TakeTaskWord, text: str, source: tuple[int, int | None]
) -> TaskCard:
    """Take words for a task. Raise NotAllowed, NotFound."""
    state, found = TaskState.DONE if choice.done else TaskState.GOING, task_told(text)
    word = TaskWord(choice.number, state, found[1] if found else text, *source)
    note_task(store, actor, word)
    return task_card(store, actor, choice.number)


def _card(store: Store, actor: Actor, standing: TaskStanding, history: Sequence[TaskNote]) -> TaskCard:
    plan = store.campaigns.plan(actor.campaign_id)
    days = tuple(plan.today(note.at) for note in history)
    return TaskCard(standing, tuple(history), days, plan.today(store.now))
