"""A process that has imported everything and forks bots that die (run as `python -m tests.bot.nursery`).

One order a line on its input, as JSON: api_url, database_url, and when to die: `nth` counts the passes of the
fault point `point`, or of all of them when that is null, in whatever thread; 0 means never. Two lines
answer: the process id at once, and at its end its exit code and the point where it died, if it did.
"""

import asyncio
import gc
import json
import os
import signal
import sys
from itertools import count
from typing import TypedDict

from bot.app import build_app
from bot.faults import install
from bot.logs import set_up_logging
from bot.settings import LogFormat
from tests.bot.plays import UNPACED, settings_for


class Order(TypedDict):
    """One life."""

    api_url: str
    database_url: str
    point: str | None
    nth: int


def live(order: Order, last_words: int) -> None:
    """Run a bot until it is told to end, or until it passes its last step."""
    passes = count(1)

    def hook(point: str) -> None:
        if order["point"] in {point, None} and next(passes) == order["nth"]:
            os.write(last_words, point.encode())
            os.kill(os.getpid(), signal.SIGKILL)

    install(hook)
    set_up_logging(LogFormat.TEXT, "ERROR")
    settings = settings_for(order["api_url"], order["database_url"])
    asyncio.run(build_app(settings, order["api_url"], UNPACED).run())


def main() -> None:
    """Obey until the input ends."""
    gc.collect()
    gc.freeze()  # a child's collector then leaves the shared pages alone
    for line in sys.stdin:
        order = json.loads(line)
        ear, mouth = os.pipe()
        child = os.fork()
        if child == 0:
            _live_and_leave(order, mouth)
        os.close(mouth)
        _answer({"pid": child})
        _, status = os.waitpid(child, 0)
        with os.fdopen(ear) as heard:
            _answer({"code": os.waitstatus_to_exitcode(status), "died_at": heard.read()})


def _live_and_leave(order: Order, mouth: int) -> None:
    code = 1
    try:
        live(order, mouth)
        code = 0
    finally:
        # Nothing of the nursery's own may run again in the child.
        os._exit(code)


def _answer(facts: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
