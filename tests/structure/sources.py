"""Which files the project consists of, as the structure tests see them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "campaign", "digests", "handlers", "storage", "understanding")
TEXT_SUFFIXES = {".css", ".csv", ".html", ".js", ".json", ".jsonl", ".lock", ".mako", ".md", ".py", ".svg",
                 ".toml", ".txt", ".yaml", ".yml", ""}  # fmt: skip
_MADE = {"__pycache__", "build", "dist", "node_modules", "var", "venv"}
_MEASURED = ".coverage"  # and what begins with it: bytes that a run with coverage leaves behind


def files(*suffixes: str, under: tuple[str, ...] = ("",)) -> list[Path]:
    """Every file with one of the suffixes, relative to the root; nothing that a tool made."""
    found = {path for folder in under for path in _walk(ROOT / folder) if path.suffix in suffixes}
    return sorted(path.relative_to(ROOT) for path in found)


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir():
            hidden = path.name.startswith(".") and path.name != ".ci"
            if not hidden and path.name not in _MADE and path.suffix != ".egg-info":
                yield from _walk(path)
        elif not path.name.startswith(_MEASURED):
            yield path


@cache
def text(path: Path) -> str:
    return (ROOT / path).read_text("utf-8-sig")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), str(path))


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Each call in a file, with what is called as it is written: `datetime.now`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def imported(path: Path) -> Iterator[str]:
    """Each module or name that a file imports, in full: `time.sleep`, `unittest.mock`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
