"""A file is read on one screen or a few, a function at one glance."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.structure.sources import PACKAGES, files, text, tree

_EVERYWHERE = (*PACKAGES, "benchmarks", "campaigns", "scripts", "tests")


def _lines(path: Path) -> int:
    return len(text(path).splitlines())


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield f"{path}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_300_lines() -> None:
    sources = files(".py", ".js", ".css", ".html", under=_EVERYWHERE)
    assert not [(str(path), _lines(path)) for path in sources if _lines(path) > 300]


def test_no_function_is_longer_than_40_lines() -> None:
    sources = files(".py", under=_EVERYWHERE)
    assert not [item for path in sources for item in _functions(path) if item[1] > 40]


def test_the_usual_file_and_function_are_short() -> None:
    sources = files(".py", under=PACKAGES)
    assert median(map(_lines, sources)) <= 70
    assert median(length for path in sources for _, length in _functions(path)) < 8
