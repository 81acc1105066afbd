"""The ledger of tasks: how far each is, its history, and another word on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from campaign.errors import NotFound
from campaign.people import Actor
from campaign.permissions import leads_task, may_note_task
from campaign.ports import Store
from campaign.task_notes import TaskNote, TaskState
from campaign.tasks import Task

LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """A task with the last word on it; `own`: who asks belongs to a department that leads it."""

    task: Task
    last: TaskNote | None
    own: bool = False

    @property
    def state(self) -> TaskState:
        """How far it is."""
        return self.last.state if self.last else TaskState.OPEN


class TaskWord(NamedTuple):
    """Words on a task, the state in which they leave it, and the message that they are from."""

    number: int
    state: TaskState
    words: str
    chat_id: int
    message_id: int | None = None


def task_list(store: Store, actor: Actor) -> tuple[TaskStanding, ...]:
    """Return every task of the rules, in their order, with the last word on it."""
    tasks = store.campaigns.plan(actor.campaign_id).definition.tasks
    last = {note.number: note for note in store.tasks.latest(actor.campaign_id)} if tasks else {}
    own = store.people.pairings(actor.campaign_id, actor.person.id) if tasks else ()
    return tuple(TaskStanding(task, last.get(task.number), leads_task(actor, task, own)) for task in tasks)


def task_of(store: Store, actor: Actor, number: int) -> tuple[TaskStanding, Sequence[TaskNote]]:
    """Return a task and its history, oldest first. Raise NotFound."""
    for task in store.campaigns.plan(actor.campaign_id).definition.tasks:
        if task.number == number:
            history = store.tasks.of(actor.campaign_id, number)
            own = store.people.pairings(actor.campaign_id, actor.person.id)
            last = history[-1] if history else None
            return TaskStanding(task, last, leads_task(actor, task, own)), history
    raise NotFound("task", str(number))


def note_task(store: Store, actor: Actor, word: TaskWord) -> TaskStanding:
    """Add a word on a task that leaves it in a state.

    The same words of the same person twice in a row are one. Raise NotAllowed, NotFound.
    """
    number, state = word.number, word.state
    standing, _ = task_of(store, actor, number)
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    may_note_task(actor, standing.task, own)
    words, person = word.words.strip()[:LONGEST_WORDS], actor.person
    last = standing.last
    if last and (last.state, last.words, last.author_id) == (state, words, person.id):
        return standing
    note = TaskNote(number, state, words, person.id, person.name, store.now)
    store.tasks.note(actor.campaign_id, note, word.chat_id, word.message_id)
    title = f"{number}. {standing.task.name}"
    facts = {"title": title, "before": standing.state.value, "after": state.value, "note": words}
    store.audit.note(actor.campaign_id, person.id, "task.note", str(number), facts)
    return task_of(store, actor, number)[0]
