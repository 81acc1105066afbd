"""All shipped organisations on one install: each sees its own counties and contacts, nothing of another."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

import pytest

from bot.app import build_app
from bot.campaign_files import read_campaign, shipped
from bot.rehearsal.world import Person, World
from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.definition import Definition
from campaign.drafts import Draft, DraftContact
from campaign.roster import Roster
from campaign.vocabulary import Channel
from storage import Database, Unit
from tests.bot.cli.conftest import Liaison
from tests.bot.plays import UNPACED, settings_for
from tests.bot.stores import opened
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import START

CAMPAIGNS = sorted(shipped())
FIRST_ACCOUNT = 201
# So many contacts has the first liaison of each roster: another number in each campaign.
CONTACTS = {campaign: number for number, campaign in enumerate(CAMPAIGNS, start=1)}


def _account(campaign: str) -> int:
    return FIRST_ACCOUNT + CAMPAIGNS.index(campaign)


@cache
def _read(campaign: str) -> tuple[Definition, Roster]:
    return read_campaign(campaign)


def _liaison(campaign: str) -> str:
    return next(row.liaison for row in _read(campaign)[1].rows if row.liaison)


def _own_counties(campaign: str) -> list[str]:
    liaison = _liaison(campaign)
    return [row.county for row in _read(campaign)[1].rows if row.liaison == liaison]


@pytest.fixture
def install(liaison: Liaison, database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every campaign loaded, its table imported; one person of each is bound and has saved contacts."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", database_url)
    monkeypatch.setenv("LIAISON_NOW", START.isoformat())
    for campaign in CAMPAIGNS:
        assert "已载入" in liaison("campaign", "load", campaign).out
        table = str(files("campaigns") / campaign / "roster.csv")
        assert "与现在的没有不同" in liaison("roster", "import", table, "--campaign", campaign).out
    database = opened(database_url)
    for campaign in CAMPAIGNS:
        _play(database, campaign)
    database.close()
    return database_url


def _play(database: Database, campaign: str) -> None:
    database.write(partial(_bind, campaign=campaign), START)
    for number in range(CONTACTS[campaign]):
        database.write(partial(_save, campaign=campaign, number=number), START)


def _bind(unit: Unit, campaign: str) -> None:
    person = unit.people.person(campaign, _liaison(campaign))
    unit.people.bind(_account(campaign), campaign, person.id, (), unit.now)


def _save(unit: Unit, campaign: str, number: int) -> None:
    actor = unit.people.actor(_account(campaign))
    assert actor
    counties = [pairing.county.id for pairing in unit.people.pairings(campaign, actor.person.id)]
    contact = DraftContact(
        county_id=counties[number % len(counties)],
        day=date(2023, 2, 1) + timedelta(number),
        channel=Channel.ONSITE,
    )
    draft = Draft(
        id=f"{campaign}-{number}",
        campaign_id=campaign,
        author_id=actor.person.id,
        chat_id=actor.telegram_id,
        source_message_id=number + 1,
        written_at=unit.now,
        contacts=(contact,),
    )
    open_draft(unit, actor, draft)
    save_draft(unit, actor, draft.id)


def test_coverage_shows_each_its_own_counties_and_contacts(install: str, liaison: Liaison) -> None:
    assert install
    for campaign in CAMPAIGNS:
        definition, roster = _read(campaign)
        shown = json.loads(liaison("coverage", "--campaign", campaign, "--json").out)
        assert (shown["campaign"], shown["title"]) == (campaign, definition.title)
        places = [(row["prefecture"], row["county"]) for row in shown["counties"]]
        assert places == [(row.prefecture, row.county) for row in roster.rows]
        assert [row["liaison"] or "" for row in shown["counties"]] == [row.liaison for row in roster.rows]
        logged = {row["county"]: row["contacts"] for row in shown["counties"] if row["contacts"]}
        assert sum(logged.values()) == CONTACTS[campaign]
        assert set(logged) <= set(_own_counties(campaign))


@asynccontextmanager
async def _talking(state: Path, url: str) -> AsyncIterator[Rehearsal]:
    people = [Person(id=_account(c), name=_liaison(c), role="联系领导", started=True) for c in CAMPAIGNS]
    world = World(bot_name="对口联系助手", people=people, now=START, flood=False)
    async with rehearsing(state, world) as rehearsal:
        app = build_app(settings_for(rehearsal.url, url), rehearsal.url, UNPACED)
        async with app.running():
            await rehearsal.clock.followed()
            yield rehearsal


async def test_each_person_is_told_of_his_own_campaign(install: str, tmp_path: Path) -> None:
    async with _talking(tmp_path / "state", install) as rehearsal:
        for campaign in CAMPAIGNS:
            definition, roster = _read(campaign)
            person = rehearsal.player(_account(campaign))
            status = (await person.ask("/status")).text.splitlines()
            assert status[1] == definition.title
            contacted = min(CONTACTS[campaign], 2)
            whole = f"县级工会 {roster.counties} 个：已登记联系 {contacted} 个，"
            assert f"{whole}未登记联系 {roster.counties - contacted} 个。" in status
            assert f"登记联系 {CONTACTS[campaign]} 次：实地 {CONTACTS[campaign]} 次。" in status
            mine = (await person.ask("/my")).text.splitlines()
            assert [line.partition(" ")[0] for line in mine[1:]] == _own_counties(campaign)
            assert definition.quota.name in mine[0]


async def test_what_was_too_late_for_sichuan_is_shown_as_a_contact_alone(
    install: str, tmp_path: Path
) -> None:
    async with _talking(tmp_path / "state", install) as rehearsal:
        mine = (await rehearsal.player(_account("sichuan-2022")).ask("/my")).text.splitlines()
    assert [line.split(" · ")[:2] for line in mine[1:]] == [
        ["锦江区", "已 0 次，应 1 次，余 0 天"],
        ["雷波县", "已 0 次，应 1 次，余 0 天"],
    ]
