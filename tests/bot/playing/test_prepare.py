"""What is there when a rehearsal begins."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.campaign_files import read_campaign
from bot.file_faults import UnusableFileError
from bot.places import bot_id
from bot.playing.cast import (
    ADMIN_ID,
    APPROVED_GROUP_ID,
    STRANGER_ID,
    TOKEN,
    WAITING_GROUP_ID,
    Cast,
    cast_of,
)
from bot.playing.prepare import DEMO_START, prepare, read_play
from bot.samples import read_samples
from bot.settings import Settings
from campaign.actions.views import campaign_figures
from campaign.vocabulary import ChatState, Role
from storage import Unit
from tests.bot.stores import opened

DEMO = "jiujiang-2022-demo"


def demo_cast() -> Cast:
    return cast_of(read_campaign(DEMO)[1])


def test_everybody_plays_and_one_is_not_bound() -> None:
    world = demo_cast().world(DEMO_START, "Asia/Shanghai")
    roles = [person.role for person in world.people]
    assert [roles.count(role) for role in ("管理员", "联系领导", "联系人", "陌生人")] == [1, 7, 13, 1]
    assert len({person.id for person in world.people}) == 22
    unbound = [member.name for member in demo_cast().members if not member.bound]
    assert unbound == ["演示调研员四"]
    assert [person.name for person in world.people if not person.started] == [*unbound, "演示路人"]
    assert [group.title for group in world.groups] == ["专班群", "县级工会交流群"]
    assert STRANGER_ID not in world.groups[0].members


def test_a_roster_without_contact_persons() -> None:
    members = cast_of(read_campaign("anhui-2022")[1]).members
    assert len(members) == 27
    assert {member.role for member in members} == {"联系领导"}


def test_the_token_is_one_that_the_settings_take() -> None:
    assert bot_id(Settings(bot_token=TOKEN)) == 2000000001


@pytest.mark.parametrize("times", [1, 2])
def test_the_beginning(database_url: str, times: int) -> None:
    """Preparing again, as after a kill in the middle, changes nothing."""
    play = read_play(DEMO, None)
    for _ in range(times):
        prepare(play, database_url)
    database = opened(database_url)
    try:
        database.read(_begins_well, DEMO_START)
    finally:
        database.close()


def _begins_well(unit: Unit) -> None:
    figures = campaign_figures(unit, DEMO)
    assert sum(row.counts.contacts for row in figures.standing.counties) == 30
    assert [row.counts.name for row in figures.standing.never] == ["修水县"]
    assert figures.contacts == 16
    assert figures.issues == (6, 2, 7, 1)
    assert (figures.practices, figures.late) == (3, 1)
    bound = [actor for n in range(1000, 2000) if (actor := unit.people.actor(n))]
    assert len(bound) == 20
    assert [actor.telegram_id for actor in bound if Role.ADMIN in actor.roles] == [ADMIN_ID]
    states = {n: group.state for n in (APPROVED_GROUP_ID, WAITING_GROUP_ID) if (group := unit.groups.get(n))}
    assert states == {APPROVED_GROUP_ID: ChatState.APPROVED, WAITING_GROUP_ID: ChatState.WAITING}
    assert [(row.kind, row.chat_id) for row in unit.outbox.due(DEMO_START, 9)] == [
        ("group_waiting", ADMIN_ID)
    ]
    assert not unit.digests.claimed(DEMO)


def test_a_clock_that_starts_earlier_knows_nothing_of_later(sqlite_url: str) -> None:
    start = datetime.fromisoformat("2022-12-01T09:00:00+08:00")
    prepare(read_play(DEMO, start), sqlite_url)
    database = opened(sqlite_url)
    try:
        figures = database.read(lambda unit: campaign_figures(unit, DEMO), start + timedelta(hours=1))
    finally:
        database.close()
    assert figures.contacts == 5


def test_a_campaign_without_samples_starts_on_its_first_day() -> None:
    play = read_play("anhui-2022", None)
    assert play.start.isoformat() == "2022-09-13T08:30:00+08:00"
    assert not play.deeds


def test_samples_with_faults_are_told_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "samples.yaml"
    path.write_text(
        "contacts:\n  - county: 修水县\n    day: gestern\n    channel: onsite\n    by: 演示\n", "utf-8"
    )
    with pytest.raises(UnusableFileError) as caught:
        read_samples(path)
    assert {(fault.line, fault.kind) for fault in caught.value.faults} == {
        (3, "rule_date"),
        (2, "rule_missing"),
    }
