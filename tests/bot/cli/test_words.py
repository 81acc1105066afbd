"""Help, versions, and what is typed wrongly."""

import subprocess
import sys

import pytest

from bot.cli.help.texts import COMMAND_HELP
from tests.bot.cli.conftest import Liaison


@pytest.mark.parametrize("command", ["", *COMMAND_HELP])
def test_every_command_has_its_help(liaison: Liaison, command: str) -> None:
    said = liaison(*command.split(), "--help")
    assert said.code == 0
    assert said.out.startswith("用法：liaison")
    assert COMMAND_HELP.get(command, "退出码") in said.out.replace("\n", "")
    assert not any(word in said.out for word in ("usage", "options", "show this", "positional"))


def test_the_version(liaison: Liaison) -> None:
    said = liaison("--version")
    assert said.code == 0
    assert said.out.startswith("liaison")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "缺少"),
        ("dance", "“dance”不对，可以写：run"),
        ("digest weekly --out x", "“weekly”不对，可以写：week, month, two-month"),
        ("digest quarter", "缺少 --out"),
        ("coverage --as-of gestern", "“gestern”不是日期或时刻"),
        ("coverage --as-of", "--as-of 后面缺少内容"),
        ("coverage --colour", "不认识“--colour”"),
        ("rehearse --port 99999", "“99999”不是端口"),
        ("invite", "要写 NAME --admin 当中的一个"),
        ("invite 演示 --admin", "不能同时写"),
        ("campaign", "缺少"),
        ("understand", "缺少 --campaign"),
    ],
)
def test_what_is_typed_wrongly(liaison: Liaison, words: str, sentence: str) -> None:
    said = liaison(*words.split())
    assert said.code == 2
    assert said.err.startswith("出错：")
    assert sentence in said.err
    assert "用法：liaison" in said.err
    assert not said.out


def test_it_runs_as_a_module() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_reader_that_has_seen_enough() -> None:
    command = f"{sys.executable} -m bot campaign check anhui-2022 | true"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert not ran.stderr
