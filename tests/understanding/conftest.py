import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from understanding import CountyName, Gazetteer, Lexicon, Reader, Sender, load_lexicon

DATA = Path(__file__).parent / "data"
CAMPAIGNS = Path(__file__).parent.parent.parent / "campaigns"


def gazetteer(roster: str) -> Gazetteer:
    """Return the gazetteer of an example roster, with the aliases of its campaign."""
    rows = json.loads((DATA / "rosters.json").read_text("utf-8"))[roster]
    campaign = yaml.safe_load((CAMPAIGNS / f"{roster}-2022" / "campaign.yaml").read_text("utf-8"))
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for alias, county in campaign["aliases"].items():
        aliases[county].append(alias)
    return Gazetteer(
        [CountyName(r["county"], r["county"], r["prefecture"], tuple(aliases[r["county"]])) for r in rows]
    )


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def readers(lexicon: Lexicon) -> Mapping[str, Reader]:
    return {roster: Reader(gazetteer(roster), lexicon) for roster in ("jiujiang", "anhui")}


@pytest.fixture(scope="session")
def senders() -> Mapping[str, Mapping[str, Sender]]:
    rosters = json.loads((DATA / "rosters.json").read_text("utf-8"))
    return {roster: paired(rows) for roster, rows in rosters.items()}


def paired(rows: list[dict[str, str]]) -> dict[str, Sender]:
    counties: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        for name in filter(None, (row["leader"], row["contact_person"])):
            counties[name].append(row["county"])
    return {name: Sender(name, tuple(keys)) for name, keys in counties.items()}
