"""From the start of the process to its first getUpdates, against importing aiogram and SQLAlchemy alone."""

import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE

from benchmarks import world
from benchmarks.processes import TOKEN, fake_api, memory, running
from benchmarks.ratio import Ratio, compare

_IMPORTS = "import aiogram, sqlalchemy, sys; sys.stdout.write('.'); sys.stdout.flush(); sys.stdin.read()"


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """Time and memory."""
    url = f"sqlite:///{folder / 'start.sqlite3'}"
    world.build(url, world.SMALL)
    rounds = [(_ours(url), _base()) for _ in range(1 + (3 if quick else 5))][1:]
    ours, base = zip(*rounds, strict=True)
    yield compare("process start to first getUpdates (ms)", 1.4, [a[0] for a in ours], [b[0] for b in base])
    yield compare("memory at that moment (MiB)", 1.3, [a[1] for a in ours], [b[1] for b in base])


def _ours(url: str) -> tuple[float, float]:
    with fake_api() as api:
        env = {
            "LIAISON_BOT_TOKEN": TOKEN,
            "LIAISON_API_URL": api.url,
            "LIAISON_DATABASE_URL": url,
            "LIAISON_LOG_LEVEL": "ERROR",
        }
        started = time.monotonic()
        with running("-m", "bot", "run", env=env) as process:
            polled = api.first_poll()
            return (polled - started) * 1000, memory(process.pid)


def _base() -> tuple[float, float]:
    started = time.monotonic()
    with running("-c", _IMPORTS, stdout=PIPE) as process:
        assert process.stdout
        process.stdout.read(1)
        return (time.monotonic() - started) * 1000, memory(process.pid)
