"""How tasks go on, in the store: the last word of each, all of one, the same words once."""

from datetime import timedelta

import pytest

from campaign.actions.tasks import TaskWord, note_task, task_list, task_of
from campaign.errors import NotAllowed, NotFound
from campaign.task_notes import TaskState
from campaign.tasks import Task
from storage import Database
from tests.campaign.plans import jiujiang
from tests.storage.play import NOW, Play

TASKS = (Task(number=1, name="演示一", lead=("演示主席",)), Task(number=7, name="演示二", lead=("别的部",)))


@pytest.fixture
def ledger(database: Database) -> Play:
    return Play(database, jiujiang(tasks=TASKS))


def tell(play: Play, number: int, words: str, state: TaskState = TaskState.GOING, days: int = 0) -> None:
    word = TaskWord(number, state, words, 501)
    play.write(lambda unit: note_task(unit, play.actor, word), NOW + timedelta(days=days))


def test_the_last_word_tells_the_state_and_the_history_is_kept(ledger: Play) -> None:
    for days, words in enumerate(("起草", "起草", " 起草 ", "印发")):
        tell(ledger, 1, words, days=days)
    tell(ledger, 1, "都办了", TaskState.DONE, days=9)
    first, second = ledger.read(lambda unit: task_list(unit, ledger.actor))
    assert (first.state, first.own, second.state, second.own) == (
        *(TaskState.DONE, True),
        *(TaskState.OPEN, False),
    )
    _, history = ledger.read(lambda unit: task_of(unit, ledger.actor, 1))
    assert [(note.words, note.author_name) for note in history] == [
        (words, "演示部长") for words in ("起草", "印发", "都办了")
    ]


def test_who_does_not_lead_a_task_tells_nothing_of_it(ledger: Play) -> None:
    with pytest.raises(NotAllowed):
        tell(ledger, 7, "起草")
    with pytest.raises(NotFound):
        tell(ledger, 2, "起草")
    assert all(one.last is None for one in ledger.read(lambda unit: task_list(unit, ledger.actor)))
