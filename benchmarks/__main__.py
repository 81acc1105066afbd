"""`make bench`, `python -m benchmarks [save|throughput|... | played] [--quick] [--out FILE]`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from benchmarks.ratio import Ratio

BENCHMARKS = {
    "save": "saving",
    "throughput": "throughput",
    "start": "start",
    "lists": "lists",
    "digest": "digest",
    "pictures": "pictures",
    "broadcast": "broadcast",
}
HEAD = "| | ours | baseline | ratio | middle half of the rounds | aim |\n|---|---:|---:|---:|---|---|"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")
PLAYED = "played"
PLAYED_MARKS = ("<!-- played -->", "<!-- end of played -->")


def main() -> int:
    """Run the benchmarks that are named, or all; 1 when a ratio misses its aim."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What things cost, as ratios.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHMARKS)} (all); or {PLAYED}"
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds and fewer contacts")
    parser.add_argument("--out", type=Path, metavar="FILE", help="put the table into this page, too")
    arguments = parser.parse_args()
    if arguments.names == [PLAYED]:
        return _played(arguments.out)
    if unknown := set(arguments.names) - BENCHMARKS.keys():
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    lines = list(_told(_measured(arguments.names or list(BENCHMARKS), quick=arguments.quick)))
    if arguments.out:
        _put_into(arguments.out, "\n".join([HEAD, *lines]))
    return 0


def _played(page: Path | None) -> int:
    """Play a hundred messages; their table has other columns, and a place of its own."""
    table: str = import_module("benchmarks.hundred_table").measured()
    print(table)
    if page:
        _put_into(page, table, PLAYED_MARKS)
    return 0


def _measured(names: list[str], *, quick: bool) -> Iterator[Ratio]:
    for name in names:
        started = time.monotonic()
        measure: Callable[..., Iterator[Ratio]] = import_module(f"benchmarks.{BENCHMARKS[name]}").measure
        with tempfile.TemporaryDirectory() as folder:
            yield from measure(Path(folder), quick=quick)
        print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr)


def _told(ratios: Iterator[Ratio]) -> Iterator[str]:
    print(HEAD)
    for ratio in ratios:
        print(ratio.line(), flush=True)
        yield ratio.line()


def _put_into(page: Path, table: str, marks: tuple[str, str] = MARKS) -> None:
    """Replace what stands between two marks of a page."""
    begin, end = marks
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
