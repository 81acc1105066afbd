"""Measure two ways of doing one thing in turns within one run, and say how they compare."""

import gc
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """Ours against the baseline: medians, and the middle half of the rounds' ratios.

    aim: the most that the ratio should be, or the least when `more_is_better`; None when it is reported only.
    """

    name: str
    aim: float | None
    ours: float
    base: float
    low: float
    high: float
    more_is_better: bool = False

    @property
    def value(self) -> float:
        return self.ours / self.base

    @property
    def met(self) -> bool:
        if self.aim is None:
            return True
        return self.value >= self.aim if self.more_is_better else self.value <= self.aim

    def line(self) -> str:
        """A row of the table."""
        aim = "" if self.aim is None else f"{'≥' if self.more_is_better else '≤'} {self.aim}"
        missed = "" if self.met else " (missed)"
        return (
            f"| {self.name} | {_number(self.ours)} | {_number(self.base)} | **{self.value:.2f}** "
            f"| {self.low:.2f} to {self.high:.2f} | {aim}{missed} |"
        )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def compare(
    name: str,
    aim: float | None,
    ours: Sequence[float],
    base: Sequence[float],
    *,
    more_is_better: bool = False,
) -> Ratio:
    """Return the ratio of the medians of rounds taken in turns."""
    ratios = sorted(a / b for a, b in zip(ours, base, strict=True))
    quarter = len(ratios) // 4
    medians = statistics.median(ours), statistics.median(base)
    return Ratio(name, aim, *medians, ratios[quarter], ratios[-1 - quarter], more_is_better)


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of one call."""
    started = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - started) / 1e6


async def timed_async(work: Callable[[], Awaitable[object]]) -> float:
    """Return the milliseconds of one awaited call."""
    started = time.perf_counter_ns()
    await work()
    return (time.perf_counter_ns() - started) / 1e6


def in_turns(
    name: str, aim: float | None, ours: Callable[[], object], base: Callable[[], object], rounds: int
) -> Ratio:
    """Call both in turns, after one call of each that is not counted."""
    ours(), base()
    tune_gc()
    pairs = [(timed(ours), timed(base)) for _ in range(rounds)]
    return compare(name, aim, [a for a, _ in pairs], [b for _, b in pairs])


def tune_gc() -> None:
    """The collector's settings that both sides run under: those of the program."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
