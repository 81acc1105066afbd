"""A link inside the repository leads to something."""

import re
from pathlib import Path

import pytest

from tests.structure.sources import ROOT, files

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)|<img[^>]+src=\"([^\"]+)\"")


@pytest.mark.parametrize("page", files(".md"), ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [first or second for first, second in _LINK.findall((ROOT / page).read_text("utf-8"))]
    inside = [target for target in targets if "://" not in target]
    assert not [target for target in inside if not (ROOT / page.parent / target).exists()]


def test_both_readmes_show_the_two_commands() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        assert {"    make run", "    make test"} <= set(lines)
