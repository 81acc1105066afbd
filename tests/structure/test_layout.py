"""Where things lie: packages named by what they do, tests beside each, data that is shipped."""

import tomllib
from importlib.resources import files as resources

import pytest
from packaging.requirements import Requirement

from bot.campaign_files import shipped
from tests.structure.sources import PACKAGES, ROOT, files, text

_VAGUE = {"utils", "util", "common", "helpers", "helper", "services", "misc", "manager"}


def test_no_file_or_folder_has_a_vague_name() -> None:
    assert not [path for path in files(".py") if {*path.parent.parts, path.stem} & _VAGUE]


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_has_its_folder_of_tests(package: str) -> None:
    assert list((ROOT / "tests" / package).rglob("test_*.py"))


def test_campaigns_are_found_as_package_data() -> None:
    folders = [path.name for path in (ROOT / "campaigns").iterdir() if (path / "campaign.yaml").is_file()]
    assert len(folders) >= 11
    assert set(folders) - set(shipped()) <= {"template"}


@pytest.mark.parametrize("campaign", sorted(shipped()))
def test_each_shipped_campaign_is_whole(campaign: str) -> None:
    folder = resources("campaigns") / campaign
    assert (folder / "campaign.yaml").is_file()
    assert (folder / "roster.csv").is_file()


def _locked(name: str) -> dict[str, str]:
    lines = [line for line in (ROOT / name).read_text().splitlines() if line[:1].isalnum()]
    found = [Requirement(line.removesuffix("\\").strip()) for line in lines]
    return {item.name.lower().replace("_", "-"): str(item.specifier) for item in found}


def test_the_locks_agree_and_hold_what_is_declared() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    everything, running = _locked("requirements.lock"), _locked("requirements-run.lock")
    mapping = _locked("requirements-map.lock")
    assert running.items() | mapping.items() <= everything.items()
    # Its data may not be passed on: what runs has it only by its own lock.
    assert not running.keys() & mapping.keys()
    for lock, wanted in (
        (running, project["dependencies"]),
        (everything, project["optional-dependencies"]["dev"]),
        (mapping, project["optional-dependencies"]["map"]),
    ):
        for requirement in map(Requirement, wanted):
            pinned = lock[requirement.name.lower().replace("_", "-")].removeprefix("==")
            assert requirement.specifier.contains(pinned), requirement
