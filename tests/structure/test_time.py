"""Time is an argument: the wall clock is read in one layer alone, and no test waits for it."""

import ast
from pathlib import Path

import pytest

from tests.structure.sources import calls, files, imported, text

_CLOCKS = {
    *(f"{owner}.{read}" for owner in ("datetime", "datetime.datetime", "dt", "dt.datetime") for read in
      ("now", "utcnow", "today")),
    *(f"{owner}.today" for owner in ("date", "datetime.date", "dt.date")),
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "func.now", "sa.func.now",
}  # fmt: skip
_PURE = files(".py", under=("campaign", "digests", "handlers", "storage", "understanding"))
_TESTS = files(".py", under=("tests",))
# An event loop whose clock jumps: who sleeps there wakes at once.
_VIRTUAL = "tests/bot/virtual.py"


@pytest.mark.parametrize("path", _PURE, ids=str)
def test_only_the_bot_reads_the_clock(path: Path) -> None:
    assert not [f"{path}:{call.lineno} {name}" for call, name in calls(path) if name in _CLOCKS]
    assert not _CLOCKS & set(imported(path))
    assert "CURRENT_TIMESTAMP" not in text(path)


def _waits(call: ast.Call, name: str) -> bool:
    if name.rpartition(".")[2] != "sleep":
        return False
    # A zero only lets others run.
    return not (call.args and isinstance(call.args[0], ast.Constant) and call.args[0].value == 0)


def test_no_test_sleeps() -> None:
    assert not [
        f"{p}:{call.lineno}"
        for p in _TESTS
        for call, name in calls(p)
        if _waits(call, name) and str(p) != _VIRTUAL
    ]


def test_no_test_is_skipped_or_mocks() -> None:
    skips = {f"pytest.{word}" for word in ("skip", "xfail", "importorskip")}
    marks = {f"pytest.mark.{word}" for word in ("skip", "skipif", "xfail")}
    written = {
        f"{path}:{node.lineno} {name}"
        for path in _TESTS
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Attribute) and (name := ast.unparse(node)) in skips | marks
    }
    assert not written
    assert not [path for path in _TESTS if any(name.startswith("unittest.mock") for name in imported(path))]
