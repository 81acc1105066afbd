"""`liaison understand`, as a process: JSON Lines in and out, no database, no token, no waiting."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Liaison

LINES = """\
{"id": "a", "now": "2023-02-20T09:00:00+08:00", "sender": null, "text": "今天到修水县实地调研，座谈12人"}

{"id": "b", "now": "2023-02-20T09:00:00+08:00", "sender": null, "text": "收到"}
"""


def understand(folder: Path, lines: str, campaign: str = "jiujiang-2022") -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; from bot.cli.entry import main; code = main(sys.argv[1:]);"
        "assert not {'aiogram', 'telegram', 'sqlalchemy'} & set(sys.modules); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, "understand", "--campaign", campaign]
    return subprocess.run(
        command, input=lines, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_reading_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    ran = understand(tmp_path, LINES)
    assert (ran.returncode, ran.stderr) == (0, "")
    first, second = map(json.loads, ran.stdout.splitlines())
    assert first["id"] == "a"
    assert first["contacts"] == [
        {"county": "修水县", "date": "2023-02-20", "channel": "onsite", "participants": 12}
    ]
    assert second["intent"] == "none"
    assert not list(tmp_path.iterdir())


def test_a_line_that_is_no_message_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    ran = understand(tmp_path, "no json\n" + LINES)
    assert (ran.returncode, ran.stderr) == (1, "")
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [answer.get("id") for answer in answers] == [None, "a", "b"]


def test_a_campaign_that_is_not_there(liaison: Liaison) -> None:
    said = liaison("understand", "--campaign", "shaanxi-2022")
    assert said.code == 1
    assert "anhui-2022" in said.err
