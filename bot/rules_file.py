"""A campaign's rules from YAML, with the line of everything that is wrong."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import yaml
from pydantic import BaseModel, ValidationError

from bot.file_faults import FileFault, UnusableFileError
from bot.tables import decoded, read_bytes
from campaign.definition import Definition

_KINDS = {
    "missing": "rule_missing",
    "extra_forbidden": "rule_unknown",
    "enum": "rule_word",
    "string_pattern_mismatch": "rule_id",
    "greater_than_equal": "rule_least",
    "less_than_equal": "rule_most",
    "too_short": "rule_empty",
    "value_error": "rule_whole",
}
_KINDS_BY_START = {"date": "rule_date", "time": "rule_time", "int": "rule_number", "bool": "rule_yes_no"}


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
        faults = [fault_of(dict(found), node, Definition) for found in error.errors()]
        raise UnusableFileError(path, tuple(sorted(faults, key=_by_line))) from None
    except (ZoneInfoNotFoundError, OSError):
        fault = FileFault(_line(node, ("zone",)), "rule_zone", {"value": str(data.get("zone"))})
        raise UnusableFileError(path, (fault,)) from None


def _by_line(fault: FileFault) -> int:
    return fault.line or 0


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


def fault_of(error: Mapping[str, Any], node: yaml.Node | None, model: type[BaseModel]) -> FileFault:
    """Return pydantic's error as a fault, with the line of the place it speaks of."""
    place: tuple[int | str, ...] = error["loc"]
    context = error.get("ctx", {})
    facts = {
        "field": _name(place),
        "value": str(error["input"]) if not isinstance(error["input"], dict | list) else "",
        "expected": str(
            context.get("expected", context.get("ge", context.get("le", context.get("error", ""))))
        ),
        "near": _near(place, model) if error["type"] == "extra_forbidden" else "",
    }
    return FileFault(_line(node, place), _kind(error["type"]), facts)


def _kind(error: str) -> str:
    return _KINDS.get(error) or _KINDS_BY_START.get(error.partition("_")[0], "rule_wrong")


def _name(place: tuple[int | str, ...]) -> str:
    """Write a place as people read it: quotas[1].count, counted from 1."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).lstrip(".")


def _near(place: tuple[int | str, ...], model: Any) -> str:
    """Return the field whose name is most like the unknown one's."""
    for part in place[:-1]:
        if isinstance(part, str):
            annotation = model.model_fields[part].annotation
            model = next(iter(getattr(annotation, "__args__", ())), annotation)
    fields = model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}
    known = [field.alias or name for name, field in fields.items()]
    return next(iter(get_close_matches(str(place[-1]), known, n=1)), "")


def _line(node: yaml.Node | None, place: tuple[int | str, ...]) -> int | None:
    """Return the line of a place, or of the nearest thing around it that is there."""
    line = node.start_mark.line + 1 if node else None
    for part in place:
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            pair = (node.value[part], node.value[part])
        else:
            pair = None
        if pair is None:
            break
        line, node = pair[0].start_mark.line + 1, pair[1]
    return line
