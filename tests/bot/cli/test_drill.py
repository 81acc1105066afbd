"""The drill of the page on deployment, word for word, on both kinds of databases."""

import re

import pytest

from tests.bot.cli.conftest import Liaison
from tests.postgres import PostgresServer
from tests.structure.sources import ROOT

_PAGE = (ROOT / "docs" / "deployment.md").read_text("utf-8")
_DRILL = re.findall(r"^    (.+)$", _PAGE.partition("\n## 恢复演练\n")[2].partition("\n## ")[0], re.MULTILINE)


def drilled(liaison: Liaison, monkeypatch: pytest.MonkeyPatch, empty: str = "") -> list[str]:
    """Run the drill; return what the two looks at the coverage said."""
    looks = []
    for line in _DRILL:
        program, *words = line.split()
        if program == "export":
            name, _, value = words[0].partition("=")
            monkeypatch.setenv(name, empty or value)
            continue
        assert program == "liaison"
        said = liaison(*words)
        assert said.code == 0, said
        looks += [said.out] if words == ["coverage"] else []
    return looks


def test_on_sqlite(liaison: Liaison, filled_sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", filled_sqlite)
    before, after = drilled(liaison, monkeypatch)
    assert before == after
    assert "修水县" in after


def test_on_postgresql(
    liaison: Liaison,
    filled_postgres: str,
    postgres_url: str,
    postgres_server: PostgresServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(postgres_server.binaries))
    monkeypatch.setenv("LIAISON_DATABASE_URL", filled_postgres)
    before, after = drilled(liaison, monkeypatch, postgres_url)
    assert before == after
    assert "修水县" in after
