"""What is installed anywhere else holds all that the program reads: campaigns, lexicon, templates, fonts."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.structure.sources import PACKAGES, ROOT, TEXT_SUFFIXES, files

_SHIPPED = (*PACKAGES, "campaigns")


@pytest.mark.long
def test_the_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    for package in _SHIPPED:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", target, "."], cwd=source, check=True)
    (wheel,) = target.glob("*.whl")
    held = set(ZipFile(wheel).namelist())
    wanted = files(*TEXT_SUFFIXES, ".ttf", ".png", ".ico", ".woff2", under=_SHIPPED)
    assert not [path for path in wanted if path.as_posix() not in held]
    assert not [name for name in held if name.startswith(("tests", "scripts", "benchmarks"))]
