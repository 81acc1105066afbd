"""The JSON Schema that editors are given says in Chinese what each field is, as the page does."""

import json
import re
from typing import Any

import pytest
import yaml

from bot.campaign_files import shipped, template
from bot.schema.export import definition_schema, descriptions
from campaign.definition import Definition
from tests.docs.test_campaign_file import MODELS, meanings

SCHEMA = definition_schema()
KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def fits(value: Any, form: dict[str, Any]) -> bool:
    """Whether a value fits a form of the few words that our schema uses."""
    if "$ref" in form:
        return fits(value, SCHEMA["$defs"][form["$ref"].rpartition("/")[2]])
    for key in ("anyOf", "oneOf"):
        if key in form:
            return sum(fits(value, one) for one in form[key]) >= 1
    if "const" in form or "enum" in form:
        return value in form.get("enum", [form.get("const")])
    return isinstance(value, KINDS[form["type"]]) and _fits_inside(value, form)


def _fits_inside(value: Any, form: dict[str, Any]) -> bool:
    if isinstance(value, list):
        return all(fits(one, form["items"]) for one in value)
    if isinstance(value, dict):
        known, others = form.get("properties", {}), form.get("additionalProperties", True)
        needed = all(name in value for name in form.get("required", ()))
        return needed and all(
            fits(one, known[key]) if key in known else others and fits(one, others)
            for key, one in value.items()
        )
    pattern = form.get("pattern")
    return pattern is None or re.search(pattern, value) is not None


def _as_an_editor_reads(text: str) -> Any:
    """YAML 1.2, as editors read it: dates are words, hours are words."""
    return yaml.load(re.sub(r"(?<=[ \[])(\d{4}-\d\d-\d\d)", r"'\1'", text), yaml.SafeLoader)


@pytest.mark.parametrize("campaign", [*shipped(), "template"])
def test_what_is_shipped_fits_the_schema(campaign: str) -> None:
    path = shipped()[campaign] / "campaign.yaml" if campaign in shipped() else template()[0]
    assert fits(_as_an_editor_reads(path.read_text("utf-8")), SCHEMA)


def test_what_is_wrong_does_not_fit() -> None:
    data = _as_an_editor_reads(template()[0].read_text("utf-8"))
    for change in ({"titel": "x"}, {"start": 1}, {"demo": "maybe"}, {"quotas": [{"id": "a"}]}):
        assert not fits(data | change, SCHEMA)


@pytest.mark.parametrize("head", MODELS)
def test_a_field_means_the_same_in_an_editor_and_on_the_page(head: str) -> None:
    page = {name: re.sub("，见下表?", "", words.replace("`", "")) for name, words in meanings(head).items()}
    known = descriptions()[MODELS[head].__name__]
    assert {name: words for name, words in known.items() if name != "_"} == page


def test_every_field_has_a_description_in_chinese_and_nothing_is_english() -> None:
    parts = {**SCHEMA["$defs"], "Definition": SCHEMA}
    for part in parts.values():
        for field in part.get("properties", {}).values():
            assert re.search(r"[一-鿿]", field["description"])
        assert re.search(r"[一-鿿]", part.get("description", "无"))
    assert set(SCHEMA["properties"]) == set(Definition.model_fields)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
