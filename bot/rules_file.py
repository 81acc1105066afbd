"""A campaign's rules from YAML, with the line of everything that is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.file_faults import FileFault, UnusableFileError
from bot.rule_faults import faults_of
from bot.tables import decoded, read_bytes
from campaign.definition import Definition

# Who reads a hundred rules needs no more; a few lines of YAML that repeat each other can be endless.
MOST_NODES = 50_000
_PLAIN = (":int", ":float", ":timestamp")
_FULL_COLON = re.compile(r"^\s*(- )?[\w-]+\uff1a")


class PlainLoader(yaml.SafeLoader):
    """Reads 21:00 and 2022-02-30 as they are written: YAML 1.1 would take them for 1260, and for no date."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(_PLAIN)]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> tuple[Any, yaml.Node | None]:
    """Return a file's data and its tree, which knows the lines; raise UnusableFileError."""
    return yaml_in(path, read_bytes(path))


def yaml_in(path: Path, content: bytes) -> tuple[Any, yaml.Node | None]:
    """Return the data of a file's bytes and their tree; raise UnusableFileError."""
    text = decoded(content)
    if text is None:
        raise UnusableFileError(path, (FileFault(None, "encoding"),))
    loader = PlainLoader(text)
    try:
        node = loader.get_single_node()
        wrong = tuple(_unfit(node))
        data = loader.construct_document(node) if node is not None and not wrong else None
    except (yaml.YAMLError, RecursionError) as error:
        raise UnusableFileError(path, (_broken(error, text),)) from None
    finally:
        loader.dispose()
    if wrong:
        raise UnusableFileError(path, wrong)
    return data, node


def read_rules(path: Path) -> Definition:
    """Read a campaign's rules; raise UnusableFileError with every fault."""
    return rules_in(path, read_bytes(path))


def rules_in(path: Path, content: bytes) -> Definition:
    """Read the rules in a file's bytes; raise UnusableFileError with every fault."""
    data, node = yaml_in(path, content)
    if not isinstance(data, dict):
        raise UnusableFileError(path, (FileFault(1, "rules_empty"),))
    try:
        return Definition.model_validate(data)
    except ValidationError as error:
        raise UnusableFileError(path, faults_of(error, node, Definition)) from None


def _broken(error: Exception, text: str) -> FileFault:
    """Return what most likely broke the text, at or above the place where the parser stumbled."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return FileFault(None, "yaml_deep" if isinstance(error, RecursionError) else "yaml_broken")
    lines = text.splitlines()[: mark.line + 1]
    for number, line in reversed(list(enumerate(lines, 1))):
        if _FULL_COLON.match(line):
            return FileFault(number, "yaml_colon")
        if line[: len(line) - len(line.lstrip())].count("\t"):
            return FileFault(number, "yaml_tab")
    return FileFault(mark.line + 1, "yaml_broken")


def _unfit(node: yaml.Node | None) -> Iterator[FileFault]:
    """Return keys that stand twice; or, before anything is built of it, that a tree is endless."""
    left, seen = [node], 0
    while left:
        here, seen = left.pop(), seen + 1
        if seen > MOST_NODES:
            yield FileFault(None, "yaml_deep")
            return
        if isinstance(here, yaml.MappingNode):
            yield from _twice(here)
            left.extend(value for _, value in here.value)
        elif isinstance(here, yaml.SequenceNode):
            left.extend(here.value)


def _twice(node: yaml.MappingNode) -> Iterator[FileFault]:
    seen: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in seen:
            yield FileFault(key.start_mark.line + 1, "rule_twice", {"field": name})
        seen.add(name)
