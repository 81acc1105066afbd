"""`liaison coverage` and `liaison digest`."""

import json
from pathlib import Path

import pytest

from bot.cli.digest import written
from bot.playing.prepare import prepare, read_play
from tests.bot.cli.conftest import Liaison
from tests.digests.sizes import unknown


@pytest.fixture
def played(liaison: Liaison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Liaison:
    """Run a command on the database of a rehearsal that begins."""
    url = f"sqlite:///{tmp_path / 'played.sqlite3'}"
    prepare(read_play("jiujiang-2022-demo", None), url)
    monkeypatch.setenv("LIAISON_DATABASE_URL", url)
    monkeypatch.setenv("LIAISON_NOW", "2023-02-27T09:00")
    return liaison


def test_coverage_as_a_table(played: Liaison) -> None:
    said = played("coverage")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert "截至2023年2月27日 09:00；本期 2022年12月28日至2023年2月27日" in lines
    assert "本期未登记联系 2 个县，从未登记联系 1 个县" in lines
    assert len(lines) == 4 + 1 + 13
    assert lines[5].split() == ["修水县", "D", "从未登记联系", "0", "0", "0/2", "—", "演示常务副主席"]
    assert [line.split()[0] for line in lines if " A " in line] == ["德安县"]


def test_coverage_as_json(played: Liaison) -> None:
    data = json.loads(played("coverage", "--json").out)
    assert data["campaign"] == "jiujiang-2022-demo"
    assert data["as_of"] == "2023-02-27T09:00:00+08:00"
    assert data["window"] == {"first": "2022-12-28", "last": "2023-02-27"}
    assert data["uncovered_in_window"] == ["修水县", "武宁县"]
    assert data["never_contacted"] == ["修水县"]
    assert sum(county["contacts"] for county in data["counties"]) == 30
    assert sum(county["contacts_in_window"] for county in data["counties"]) == 16
    assert (data["quota"]["required"], data["quota"]["met"]) == (2, 1)


def test_coverage_as_it_was(played: Liaison) -> None:
    data = json.loads(played("coverage", "--json", "--as-of", "2022-12-27").out)
    assert data["as_of"] == "2022-12-27T23:59:59+08:00"
    # A call of that day was typed on the next.
    assert sum(county["contacts_in_window"] for county in data["counties"]) == 13
    assert data["quota"]["required"] == 1
    assert data["quota"]["met"] == 8


def test_a_digest_as_files(played: Liaison, tmp_path: Path) -> None:
    said = played("digest", "two-month", "--as-of", "2023-02-27", "--out", "out/here")
    assert (said.code, said.err) == (0, "")
    text = (tmp_path / "out/here/two-month-2023-02-27.txt").read_text("utf-8")
    assert "截至2023年2月27日 09:00" in text
    assert "已登记联系 11 个，未登记联系 2 个" in text
    assert "<b>" not in text
    assert (tmp_path / "out/here/two-month-2023-02-27.png").read_bytes().startswith(b"\x89PNG")
    assert ">修水县<" in (tmp_path / "out/here/two-month-2023-02-27.svg").read_text("utf-8")


def test_every_page_of_a_picture_is_a_file(tmp_path: Path) -> None:
    files = [path.name for path in written(unknown(220), tmp_path, "half-year")]
    assert files[:3] == ["half-year.txt", "half-year-01.png", "half-year-01.svg"]
    assert len(files) == 1 + 2 * 2
    assert {path.name for path in tmp_path.iterdir()} == set(files)


def test_a_digest_without_its_picture(played: Liaison) -> None:
    said = played("digest", "month", "--as-of", "2023-02-27", "--out", "bare", "--no-picture")
    assert said.code == 0
    assert [path.name for path in Path("bare").iterdir()] == ["month-2023-02-27.txt"]


@pytest.mark.parametrize("kind", ["week", "quarter", "half-year", "party"])
def test_other_rhythms(played: Liaison, kind: str) -> None:
    said = played("digest", kind, "--as-of", "2023-03-27T09:00", "--out", ".")
    assert said.code == 0
    first = "2022年11月15日至" if kind == "week" else "2022年12月28日至"
    assert first in Path(f"{kind}-2023-03-27.txt").read_text("utf-8")


def test_a_folder_that_cannot_be_written(played: Liaison, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = played("digest", "quarter", "--out", "file")
    assert said.code == 1
    assert said.err.startswith("出错：读写文件时出错")
