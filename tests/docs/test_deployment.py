"""What is shipped for running the bot says what the program knows, and leaves secrets in files."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.parser import build_parser
from bot.settings import FILE_SUFFIX, SECRETS, Settings, load_settings, variable
from tests.structure.sources import ROOT

_KNOWN = {variable(field) for field in Settings.model_fields}
_KNOWN |= {variable(field) + FILE_SUFFIX for field in SECRETS}
_SHIPPED = ("compose.yaml", "deploy/liaison.service", "Dockerfile", "docs/deployment.md")


def _compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return found


def _unit() -> dict[str, list[str]]:
    rows = (ROOT / "deploy" / "liaison.service").read_text("utf-8").splitlines()
    unit: dict[str, list[str]] = {}
    for row in rows:
        key, equals, value = row.partition("=")
        if equals and not row.startswith("#"):
            unit.setdefault(key, []).append(value)
    return unit


@pytest.mark.parametrize("name", _SHIPPED)
def test_each_setting_named_exists(name: str) -> None:
    named = set(re.findall(r"LIAISON_[A-Z_]+", (ROOT / name).read_text("utf-8")))
    assert named
    assert named <= _KNOWN


@pytest.mark.parametrize("service", ["bot", "database"])
def test_services_are_watched_and_their_secrets_are_files(service: str) -> None:
    compose = _compose()
    given = compose["services"][service]
    assert given["healthcheck"]["test"]
    assert given["volumes"][0].partition(":")[0] in compose["volumes"]
    for name, value in given["environment"].items():
        secret = re.search("TOKEN|PASSWORD|DATABASE_URL|SECRET|PROXY", name)
        assert not secret or (name.endswith("_FILE") and value.rpartition("/")[2] in given["secrets"])
    assert all(compose["secrets"][secret]["file"] for secret in given["secrets"])


def test_health_checks_are_commands_that_exist() -> None:
    check = _compose()["services"]["bot"]["healthcheck"]["test"]
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert check[:2] == ["CMD", "liaison"]
    assert 'CMD ["liaison", "doctor", "--alive"]' in dockerfile
    assert build_parser().parse_args(check[2:]).alive


def test_the_unit_runs_the_bot_and_little_else() -> None:
    unit = _unit()
    program, *words = unit["ExecStart"][0].split()
    assert Path(program).name == "liaison"
    assert build_parser().parse_args(words).command == "run"
    for key in ("NoNewPrivileges", "DynamicUser", "PrivateTmp", "ProtectHome", "MemoryDenyWriteExecute"):
        assert unit[key] == ["yes"], key
    assert unit["ProtectSystem"] == ["strict"]
    assert unit["CapabilityBoundingSet"] == [""]


def test_the_units_database_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for row in _unit()["Environment"]:
        name, _, value = row.partition("=")
        if "FILE" not in name:
            monkeypatch.setenv(name, value)
    assert load_settings(bot_token=None).database_url.get_secret_value().startswith("sqlite:////var/lib/")
