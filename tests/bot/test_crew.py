"""Works that block run in their order, elsewhere, and their outcome comes back."""

import asyncio
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from bot.crew import Crew


@pytest.fixture
def crew() -> Iterator[Crew]:
    made = Crew(1, "test")
    yield made
    made.close()


async def test_a_work_runs_in_another_thread_and_returns(crew: Crew) -> None:
    assert await crew.do(lambda: threading.current_thread().name) == "test-0"


async def test_what_a_work_raises_comes_back(crew: Crew) -> None:
    def broken() -> None:
        raise LookupError("lost")

    with pytest.raises(LookupError, match="lost"):
        await crew.do(broken)
    assert await crew.do(lambda: 1) == 1


async def test_one_thread_keeps_the_order(crew: Crew) -> None:
    done: list[int] = []
    await asyncio.gather(*(crew.do(partial(done.append, number)) for number in range(50)))
    assert done == list(range(50))


async def test_a_work_goes_on_when_nobody_waits_for_it(crew: Crew) -> None:
    started, ended = threading.Event(), threading.Event()
    gate = threading.Event()

    def slow() -> None:
        started.set()
        gate.wait(5)
        ended.set()

    task = asyncio.create_task(crew.do(slow))
    await asyncio.to_thread(started.wait, 5)
    task.cancel()
    gate.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await crew.do(ended.is_set)


def test_closing_waits_for_what_was_handed_in() -> None:
    done: list[int] = []

    async def hand_in() -> Crew:
        crew = Crew(2, "test")
        tasks = [asyncio.create_task(crew.do(lambda: done.append(1))) for _ in range(20)]
        await asyncio.gather(*tasks[:1])
        return crew

    asyncio.run(hand_in()).close()
    assert len(done) == 20


def test_a_crew_that_never_worked_closes() -> None:
    Crew(3, "test").close()
