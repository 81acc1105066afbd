"""`make bench`, `python -m benchmarks [save|throughput|start|lists|pictures ...] [--quick] [--out FILE]`."""

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
    "pictures": "pictures",
}
HEAD = "| | ours | baseline | ratio | middle half of the rounds | aim |\n|---|---:|---:|---:|---|---|"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def main() -> int:
    """Run the benchmarks that are named, or all; 1 when a ratio misses its aim."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What things cost, as ratios.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {', '.join(BENCHMARKS)} (all)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and fewer contacts")
    parser.add_argument("--out", type=Path, metavar="FILE", help="put the table into this page, too")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - BENCHMARKS.keys():
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    lines = list(_told(_measured(arguments.names or list(BENCHMARKS), quick=arguments.quick)))
    if arguments.out:
        _put_into(arguments.out, "\n".join([HEAD, *lines]))
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


def _put_into(page: Path, table: str) -> None:
    """Replace what stands between the two marks of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
