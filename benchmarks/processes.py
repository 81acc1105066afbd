"""The other processes that a benchmark needs: a fake Bot API, and bots that poll it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[1]
TOKEN = "1:bench"


class Api:
    """A running fake Bot API."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._http = httpx.Client(base_url=self.url, timeout=180, trust_env=False)

    def give(self, updates: Sequence[dict[str, Any]], calls: int) -> float:
        """Hand updates to the bot that polls; return the seconds until so many calls came back."""
        answer = self._http.post("/give", json={"updates": updates, "expected": calls})
        answer.raise_for_status()
        return float(answer.json()["seconds"])

    def first_poll(self) -> float:
        """Return the moment, by the machine's monotonic clock, at which the bot first polled."""
        answer = self._http.get("/polled")
        answer.raise_for_status()
        return float(answer.json()["at"])


@contextmanager
def fake_api() -> Iterator[Api]:
    """Run a fake Bot API on a port of its own."""
    with running("-m", "benchmarks.fake_api", stdout=subprocess.PIPE) as process:
        assert process.stdout
        yield Api(int(process.stdout.readline()))


@contextmanager
def running(
    *words: str, env: Mapping[str, str] | None = None, stdout: int | None = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[bytes]]:
    """Run Python in a process of its own, from the repository's folder; it is killed at the end."""
    process = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env={**os.environ, **(env or {})}, stdout=stdout
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def memory(pid: int) -> float:
    """Return a process's resident memory in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
