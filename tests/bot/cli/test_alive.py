"""`liaison doctor --alive`: what a container's health check asks."""

import os
import time
from pathlib import Path

from bot.pulse import ALIVE_SECONDS
from tests.bot.cli.conftest import Liaison


def test_never_alive(liaison: Liaison) -> None:
    said = liaison("doctor", "--alive")
    assert said.code == 1
    assert "没有心跳文件" in said.out
    assert str(Path("var", "heartbeat")) in said.out


def test_alive_and_no_longer(liaison: Liaison, empty_place: Path) -> None:
    file = empty_place / "var" / "heartbeat"
    file.parent.mkdir()
    file.touch()
    said = liaison("doctor", "--alive")
    assert (said.code, said.out[:1]) == (0, "✓")
    long_ago = time.time() - ALIVE_SECONDS - 5
    os.utime(file, (long_ago, long_ago))
    said = liaison("doctor", "--alive")
    assert (said.code, said.out[:1]) == (1, "✗")
    assert "没有与 Telegram 联系上" in said.out
