"""The operator's page has a row for each command with its options, and no other."""

import argparse
import re
from collections.abc import Iterator

from bot.cli.parser import build_parser
from tests.structure.sources import ROOT

_ROW = re.compile(r"^\| `liaison ([a-z]+(?: [a-z]+\b)?)([^`]*)` \|", re.MULTILINE)


def _commands(parser: argparse.ArgumentParser, words: str = "") -> Iterator[tuple[str, set[str]]]:
    steps = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for step in steps:
        for word, below in step.choices.items():
            yield from _commands(below, f"{words} {word}".strip())
    if not steps:
        shown = [action for action in parser._actions if action.help != argparse.SUPPRESS]
        yield words, {name for action in shown for name in action.option_strings if name.startswith("--")}


def _written() -> dict[str, set[str]]:
    page = (ROOT / "docs" / "operator.md").read_text("utf-8")
    groups = {"campaign", "roster", "db"}
    rows = {}
    for words, rest in _ROW.findall(page):
        command = words if words.split()[0] in groups else words.split()[0]
        rows[command] = set(re.findall(r"--[a-z-]+", rest))
    return rows


def test_every_command_stands_in_the_table_with_its_options() -> None:
    known = {words: options - {"--help"} for words, options in _commands(build_parser())}
    assert _written() == known
