"""A few threads for works that block, and one hop there and back."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
Job = tuple[Callable[[], Any], "asyncio.Future[Any]"]


class Crew:
    """Threads that take works in the order in which they come; they start at the first one.

    A hop costs a third of one by concurrent.futures, which keeps a future of its own beside the loop's.
    """

    def __init__(self, count: int, name: str) -> None:
        self._count = count
        self._name = name
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads: list[Thread] = []

    async def do(self, work: Callable[[], T]) -> T:
        """Return what the work returns, or raise what it raises; it goes on when nobody waits any more."""
        if not self._threads:
            self._start()
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put((work, done))
        return await done

    def close(self) -> None:
        """Wait for every work that was handed in, then end the threads."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _start(self) -> None:
        for number in range(self._count):
            thread = Thread(target=self._work, name=f"{self._name}-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while job := self._jobs.get():
            _do(*job)
            del job


def _do(work: Callable[[], Any], done: "asyncio.Future[Any]") -> None:
    try:
        result, error = work(), None
    except BaseException as raised:  # noqa: BLE001 - whoever waits gets it
        result, error = None, raised
    with suppress(RuntimeError):  # the loop has ended
        done.get_loop().call_soon_threadsafe(_tell, done, result, error)


def _tell(done: "asyncio.Future[Any]", result: Any, error: BaseException | None) -> None:
    if done.done():  # cancelled
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)
