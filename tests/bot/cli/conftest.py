"""The command line in an empty folder, with an environment of its own."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli.entry import main


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Liaison = Callable[..., Said]


@pytest.fixture
def empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, and no setting at all."""
    for name in os.environ:
        if name.startswith("LIAISON_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def liaison(empty_place: Path, capsys: pytest.CaptureFixture[str]) -> Liaison:
    """Run a command in a folder without a database."""

    def run(*argv: str) -> Said:
        code = main(argv)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def at_work(liaison: Liaison, filled_sqlite: str, monkeypatch: pytest.MonkeyPatch) -> Liaison:
    """Run a command on a filled database, at a moment of the campaign."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", filled_sqlite)
    monkeypatch.setenv("LIAISON_NOW", "2023-02-20T08:30")
    return liaison
