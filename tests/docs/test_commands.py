"""The pages for users name each command of the bot, and none that it does not know."""

import re

from handlers.commands import COMMANDS
from tests.structure.sources import ROOT

_PAGES = [
    *(ROOT / "docs" / f"{name}.md" for name in ("liaison", "working-group", "admin")),
    ROOT / "README.md",
]
_WORD = re.compile(r"(?<![\w/.])/([a-z]+)\b(?!/)")


def test_every_command_is_explained_and_none_is_made_up() -> None:
    named = {word for page in _PAGES for word in _WORD.findall(page.read_text("utf-8"))}
    assert named == {command.word for command in COMMANDS}
