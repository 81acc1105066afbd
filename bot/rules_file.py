"""A campaign's rules from YAML, with the line of everything that is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from bot.file_faults import FileFault, UnusableFileError
from bot.rule_faults import faults_of
from bot.tables import decoded, read_bytes
from campaign.definition import Definition


class PlainLoader(yaml.SafeLoader):
    """Reads 21:00 as it is written: YAML 1.1 would take it for the number 1260."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":int", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> tuple[Any, yaml.Node | None]:
    """Return a file's data and its tree, which knows the lines; raise UnusableFileError."""
    text = decoded(read_bytes(path))
    if text is None:
        raise UnusableFileError(path, (FileFault(None, "encoding"),))
    loader = PlainLoader(text)
    try:
        node = loader.get_single_node()
        twice = tuple(_twice(node))
        data = loader.construct_document(node) if node is not None and not twice else None
    except yaml.YAMLError as error:
        raise UnusableFileError(path, (_broken(error),)) from None
    finally:
        loader.dispose()
    if twice:
        raise UnusableFileError(path, twice)
    return data, node


def read_rules(path: Path) -> Definition:
    """Read a campaign's rules; raise UnusableFileError with every fault."""
    data, node = read_yaml(path)
    if not isinstance(data, dict):
        raise UnusableFileError(path, (FileFault(1, "rules_empty"),))
    try:
        return Definition.model_validate(data)
    except ValidationError as error:
        raise UnusableFileError(path, faults_of(error, node, Definition)) from None


def _broken(error: yaml.YAMLError) -> FileFault:
    mark = getattr(error, "problem_mark", None)
    return FileFault(mark.line + 1 if mark else None, "yaml_broken")


def _twice(node: yaml.Node | None) -> Iterator[FileFault]:
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield FileFault(key.start_mark.line + 1, "rule_twice", {"field": str(key.value)})
            seen.add(str(key.value))
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _twice(item)
