"""Makes the JSON Schema of a campaign's rules from the models, and the descriptions from a data file."""

from importlib.resources import files
from typing import Any

import yaml

from campaign.definition import Definition

Schema = dict[str, Any]
_HOUR = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"}


def definition_schema() -> Schema:
    """Return the schema of a file of rules; editors then offer fields and words, and mark what is wrong."""
    schema = Definition.model_json_schema(by_alias=True)
    known = descriptions()
    parts = schema.get("$defs", {})
    for name, part in [*parts.items(), (Definition.__name__, schema)]:
        _describe(part, known.get(name, {}))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_plain(schema)}


def descriptions() -> dict[str, dict[str, str]]:
    """Return what each field of each model means, by the names of both; `_` stands for the model itself."""
    text = files("bot").joinpath("schema", "fields.yaml").read_text("utf-8")
    known: dict[str, dict[str, str]] = yaml.safe_load(text)
    return known


def _describe(part: Schema, known: dict[str, str]) -> None:
    """Put the Chinese words in the place of the docstring, which is for programmers."""
    part.pop("description", None)
    if "_" in known:
        part["description"] = known["_"]
    for name, field in part.get("properties", {}).items():
        field["description"] = known[name]
    if known and "enum" in part:
        part["oneOf"] = [{"const": word, "description": known[word]} for word in part.pop("enum")]


def _plain(value: Any) -> Any:
    """Leave out the English titles; write hours as the files write them."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("format") == "time":
        return _HOUR | {key: one for key, one in value.items() if key in {"description", "default"}}
    return {key: _plain(one) for key, one in value.items() if not (key == "title" and isinstance(one, str))}
