"""What a hundred messages came to, as a table."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import mean, median, quantiles

from benchmarks.hundred import Outcome, play

HEAD = "| | read before | written for this | all | aim |\n|---|---:|---:|---:|---|"
SHARE, TAPS, TIMES = 75, 1.6, 4


def measured() -> str:
    """Play the messages and return the table."""
    return "\n".join(_lines(play()))


def _lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield HEAD
    yield _row("messages", outcomes, len)
    yield _row("saved right by one tap (%)", outcomes, _share, f"\u2265 {SHARE}")
    yield _row("taps to a right record, mean", outcomes, _taps, f"\u2264 {TAPS}")
    yield _row("cards that ask, or none made", outcomes, lambda some: sum(one.taps > 1 for one in some))
    for field in sorted(_wrong(outcomes)):
        yield _row(f"saved wrong unread: {field}", outcomes, partial(_count, field))
    yield _row("message to card without the reader, median (ms)", outcomes, lambda some: _median(some, _own))
    yield _row("message to card without the reader, p95 (ms)", outcomes, lambda some: _p95(some, _own))
    yield _row("the reader, median (ms)", outcomes, lambda some: _median(some, lambda one: one.reader))
    yield _row("the reader, p95 (ms)", outcomes, lambda some: _p95(some, lambda one: one.reader))
    yield _row("an echo, p95 (ms)", outcomes, lambda some: _p95(some, lambda one: one.echo))
    yield _row("card to echo, p95", outcomes, _times, f"\u2264 {TIMES}")


def _row(
    name: str, outcomes: Sequence[Outcome], figure: Callable[[Sequence[Outcome]], float], aim: str = ""
) -> str:
    halves = [[one for one in outcomes if one.told.fresh is fresh] for fresh in (False, True)]
    figures = (figure(some) for some in (*halves, outcomes))
    return f"| {name} | {' | '.join(f'{value:.4g}' for value in figures)} | {aim} |"


def _share(some: Sequence[Outcome]) -> float:
    return 100 * mean(one.at_once for one in some)


def _taps(some: Sequence[Outcome]) -> float:
    return mean(one.to_right for one in some)


def _wrong(some: Sequence[Outcome]) -> Counter[str]:
    return sum((one.wrong for one in some), Counter[str]())


def _count(field: str, some: Sequence[Outcome]) -> int:
    return _wrong(some)[field]


def _own(one: Outcome) -> float:
    return max(0.0, one.card - one.reader)


def _median(some: Sequence[Outcome], part: Callable[[Outcome], float]) -> float:
    return round(median(map(part, some)), 1)


def _p95(some: Sequence[Outcome], part: Callable[[Outcome], float]) -> float:
    return round(quantiles(map(part, some), n=20)[-1], 1)


def _times(some: Sequence[Outcome]) -> float:
    return round(_p95(some, _own) / _p95(some, lambda one: one.echo), 2)
