"""Faults of rules as pydantic tells them, turned into what people are told: kind, line, likely meaning."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from bot.file_faults import FileFault
from campaign.strict import RuleFault

Place = tuple[int | str, ...]
_KINDS = {
    "missing": "rule_missing",
    "extra_forbidden": "rule_unknown",
    "enum": "rule_word",
    "string_pattern_mismatch": "rule_id",
    "string_too_short": "rule_blank",
    "string_too_long": "rule_long",
    "string_type": "rule_text",
    "greater_than_equal": "rule_least",
    "less_than_equal": "rule_most",
    "too_short": "rule_empty",
    "tuple_type": "rule_list",
    "model_type": "rule_fields",
    "dict_type": "rule_fields",
}
_KINDS_BY_START = {"date": "rule_date", "time": "rule_time", "int": "rule_number", "bool": "rule_yes_no"}
_LIMITS = ("expected", "ge", "le", "max_length")


def faults_of(
    error: ValidationError, node: yaml.Node | None, model: type[BaseModel]
) -> tuple[FileFault, ...]:
    """Return every fault of a file that `model` refused, in the order of the lines."""
    errors: list[Mapping[str, Any]] = [dict(found) for found in error.errors(include_url=False)]
    blamed = {found["loc"][:-1] for found in errors}
    # A list whose items are all wrong is told to be too short as well.
    kept = (e for e in errors if e["type"] != "too_short" or not _inside(e["loc"], blamed))
    return tuple(sorted((_fault(found, node, model) for found in kept), key=_by_line))


def _inside(place: Place, blamed: set[Place]) -> bool:
    return any(other[: len(place)] == place for other in blamed)


def _by_line(fault: FileFault) -> int:
    return fault.line or 0


def _fault(error: Mapping[str, Any], node: yaml.Node | None, model: type[BaseModel]) -> FileFault:
    place: Place = error["loc"]
    context = {key: str(value) for key, value in error.get("ctx", {}).items()}
    value = "" if isinstance(error["input"], dict | list) else str(error["input"])
    expected = next((context[key] for key in _LIMITS if key in context), "")
    facts = {"field": _name(place), "value": value, "expected": expected} | context
    if near := _near(error["type"], place, model, facts):
        facts["near"] = near
    blank = error["type"] != "missing" and error["input"] in (None, "")
    kind = facts.pop("kind", "") or ("rule_blank" if blank else _kind(error["type"]))
    return FileFault(line_of(node, place), kind, facts)


def told(fault: RuleFault, node: yaml.Node | None) -> FileFault:
    """Return a fault of rules that are right by themselves, with its line."""
    return FileFault(line_of(node, fault.place), fault.kind, {"field": _name(fault.place)} | fault.facts)


def _kind(error: str) -> str:
    return _KINDS.get(error) or _KINDS_BY_START.get(error.partition("_")[0], "rule_wrong")


def _name(place: Place) -> str:
    """Write a place as people read it: quotas[1].count, counted from 1."""
    keys = (part for part in place if part != "[key]")
    return "".join(map(_step, keys)).lstrip(".")


def _step(part: int | str) -> str:
    """Write one step; what counts more than a thousand is a year."""
    return f"[{part + 1}]" if isinstance(part, int) and part < 1000 else f".{part}"


def _near(kind: str, place: Place, model: type[BaseModel], facts: Mapping[str, str]) -> str:
    """Return the field or the word most like what was written, if any is."""
    if kind == "extra_forbidden":
        return _nearest(str(place[-1]), _fields(_model_at(model, place[:-1])))
    if kind == "enum":
        return _nearest(facts["value"], re.findall("'([^']+)'", facts["expected"]))
    return ""


def _nearest(word: str, known: list[str]) -> str:
    return next(iter(get_close_matches(word.strip().lower(), known, n=1)), "")


def _fields(model: type[BaseModel] | None) -> list[str]:
    fields = model.model_fields if model else {}
    return [field.alias or name for name, field in fields.items()]


def _model_at(model: type[BaseModel] | None, place: Place) -> type[BaseModel] | None:
    for part in place:
        known = {} if model is None else {f.alias or n: f for n, f in model.model_fields.items()}
        if part in known:
            model = next(_models_in(known[str(part)].annotation), None)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def line_of(node: yaml.Node | None, place: Place) -> int | None:
    """Return the line (from 1) of a place, or of the nearest thing around it that is there."""
    line = node.start_mark.line + 1 if node else None
    for part in place:
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            pair = (node.value[part], node.value[part])
        else:
            pair = None
        if pair is None:
            break
        line, node = pair[0].start_mark.line + 1, pair[1]
    return line
