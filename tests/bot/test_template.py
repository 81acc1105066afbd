"""The template loads as it is, and with every part that it leaves to choice."""

import re
from pathlib import Path
from typing import Any

import yaml

from bot.campaign_files import read_campaign, shipped, template
from bot.schema.export import definition_schema
from campaign.definition import Definition

CHOICE = re.compile(r"^#(?=\w|  +[-\w])", re.MULTILINE)


def test_the_template_loads_as_it_is() -> None:
    definition, roster = read_campaign(str(template()[0]))
    assert (definition.id, len(roster.rows), definition.demo) == ("yanshi-2024", 3, True)
    assert "template" not in shipped()


def test_every_part_left_to_choice_can_be_taken(tmp_path: Path) -> None:
    rules, roster = template()
    whole = CHOICE.sub("", rules.read_text("utf-8"))
    (tmp_path / "campaign.yaml").write_text(whole, "utf-8")
    (tmp_path / "roster.csv").write_bytes(roster.read_bytes())
    definition, _ = read_campaign(str(tmp_path))
    assert definition.model_fields_set == set(Definition.model_fields)
    assert len(definition.quotas) == 4


def _parts(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    parts: dict[str, dict[str, Any]] = {"": schema} | schema["$defs"]
    return parts


def test_the_template_shows_every_field_of_every_part() -> None:
    text = template()[0].read_text("utf-8")
    fields = {name for part in _parts(definition_schema()).values() for name in part.get("properties", {})}
    assert sorted(name for name in fields if not re.search(rf"\b{name}:", text)) == []


def test_the_template_is_plain_yaml_for_any_editor() -> None:
    assert yaml.safe_load(template()[0].read_text("utf-8"))["digests"]["time"] == "09:00"
