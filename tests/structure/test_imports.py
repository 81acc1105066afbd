"""Importing a module does nothing: no settings are read, nothing is opened, started or said."""

import os
import subprocess
import sys
from pathlib import Path

from tests.structure.sources import PACKAGES, ROOT, files

# Alembic runs this one, with its context around it.
_RUN_BY_ALEMBIC = "storage.migrations.env"
_IMPORT_ALL = """
import importlib, sys, threading
sys.path.insert(0, sys.argv[1])
for name in sys.argv[2:]:
    importlib.import_module(name)
print(threading.active_count())
"""
_IMPORT_ONE = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
importlib.import_module(sys.argv[2])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def _modules(*packages: str) -> list[str]:
    paths = files(".py", under=packages)
    names = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return [name for name in names if name != _RUN_BY_ALEMBIC]


def _python(folder: Path, code: str, *arguments: str) -> str:
    command = [sys.executable, "-W", "error", "-c", code, str(ROOT), *arguments]
    # Coverage of a child is no matter here; an empty environment is.
    ran = subprocess.run(
        command, cwd=folder, env={}, capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    assert not ran.stderr
    return ran.stdout


def test_every_module_imports_from_nothing(tmp_path: Path) -> None:
    modules = _modules(*PACKAGES, "campaigns")
    assert _python(tmp_path, _IMPORT_ALL, *modules) == "1\n"
    assert not os.listdir(tmp_path)  # noqa: PTH208 - the names are what a failure should show


def test_the_command_line_starts_without_what_only_a_running_bot_needs(tmp_path: Path) -> None:
    loaded = set(_python(tmp_path, _IMPORT_ONE, "bot.__main__").split())
    assert not loaded & {"aiogram", "aiogram_dialog", "telegram", "apscheduler", "openpyxl", "pypinyin"}
