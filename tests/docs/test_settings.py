"""The page of settings names each setting with its default, and no other."""

import re
from typing import Any

import pytest
from pydantic import SecretStr

from bot.settings import FILE_SUFFIX, SECRETS, Settings, variable
from tests.structure.sources import ROOT

_PAGE = (ROOT / "docs" / "settings.md").read_text("utf-8")
_ROWS = dict(re.findall(r"^\| `(LIAISON_\w+)` \| `?([^`|]+?)`? \|", _PAGE, re.MULTILINE))


def _shown(default: Any) -> str:
    if default is None:
        return "无"
    return default.get_secret_value() if isinstance(default, SecretStr) else str(default)


@pytest.mark.parametrize("field", Settings.model_fields)
def test_each_setting_stands_with_its_default(field: str) -> None:
    assert _ROWS[variable(field)] == _shown(Settings.model_fields[field].default)


def test_no_setting_is_made_up() -> None:
    known = {variable(field) for field in Settings.model_fields}
    known |= {variable(field) + FILE_SUFFIX for field in SECRETS}
    assert set(_ROWS) == {variable(field) for field in Settings.model_fields}
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        assert set(re.findall(r"LIAISON_[A-Z_]+", page.read_text("utf-8"))) <= known, page
