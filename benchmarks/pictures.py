"""The picture of 183 counties in a process of its own: processor time, memory, size against what they may be.

The nation's pages are drawn one after the other in one process. The map is of the borders that are installed;
that they are read, once a process, is timed apart.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.processes import ROOT
from benchmarks.ratio import Ratio, compare
from bot.maps import Maps, installed
from digests.picture import digest_pictures
from digests.picture.map.sheet import PAGE
from tests.digests.sizes import NATION, SICHUAN, sized

MOST_MS, MOST_MIB, MOST_KB = 300, 60, 300
MIB = 1024


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:  # noqa: ARG001 - each benchmark gets one
    """A process's first picture, its second, and each of the nation's."""
    for what in ("picture", "map"):
        rounds = [_drawn(SICHUAN, what) for _ in range(3 if quick else 9)]
        for name, key, most in (
            (f"{what} of 183 counties, a process's first (ms)", "first", MOST_MS),
            (f"{what} of 183 counties (ms)", "next", MOST_MS),
            (f"{what} of 183 counties, memory above the process's own (MiB)", "memory", MOST_MIB),
            (f"{what} of 183 counties, size (kB)", "size", MOST_KB),
        ):
            yield _against(name, [row[key] for row in rounds], most)
    yield _against("borders of 183 counties, read once (ms)", [row["borders"] for row in rounds], MOST_MS)
    nation = [_drawn(NATION) for _ in range(1 if quick else 3)]
    yield _against("a page of the nation's 32 (ms)", [row["page"] for row in nation], MOST_MS)
    yield _against("the nation's largest page (kB)", [row["size"] for row in nation], MOST_KB)


def _against(name: str, ours: list[float], most: float) -> Ratio:
    return compare(f"{name}, of what it may be", 1.0, ours, [most] * len(ours))


def _drawn(size: int, what: str = "picture") -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.pictures", f"{size}", what]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(told.stdout)
    return found


def _main(size: int, what: str) -> None:
    """Draw twice and tell milliseconds, MiB of memory, and kilobytes of the largest page."""
    sized(size)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    charts = Maps(installed()) if what == "map" else None
    borders = _read(charts, size) if charts else 0.0
    (first, pages), (following, _) = _timed(size, charts), _timed(size, charts)
    told = {
        "first": first,
        "next": following,
        "page": following / len(pages),
        "memory": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - own) / MIB,
        "size": max(map(len, pages)) / 1000,
        "borders": borders,
    }
    print(json.dumps(told))


def _read(charts: Maps, size: int) -> float:
    started = time.process_time()
    charts.chart(tuple((row.prefecture, row.name) for row in sized(size).counties), PAGE)
    return (time.process_time() - started) * 1000


def _timed(size: int, charts: Maps | None) -> tuple[float, list[bytes]]:
    facts = sized(size)
    started = time.process_time()
    pages = digest_pictures(facts, charts)
    return (time.process_time() - started) * 1000, pages


if __name__ == "__main__":
    _main(int(sys.argv[1]), sys.argv[2])
