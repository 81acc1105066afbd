"""What is there when a rehearsal begins: rules, roster, bound accounts, made-up activity, two groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from bot.calendars import work_calendar
from bot.campaign_files import SAMPLES, find_rules, read_campaign
from bot.load import load_campaign
from bot.places import make_folder
from bot.playing import texts
from bot.playing.cast import ADMIN_ID, APPROVED_GROUP_ID, TOKEN, WAITING_GROUP_ID, Cast, cast_of
from bot.samples import Deed, deeds, read_samples
from campaign.actions.groups import decide_group, group_joined
from campaign.definition import Definition
from campaign.errors import NotFound
from campaign.groups import Group
from campaign.roster import Roster
from campaign.vocabulary import ChatState, Role
from storage import Unit, migrate, open_database

# A Monday, a week before the digest of the second window.
DEMO_START = datetime.fromisoformat("2023-02-20T08:30:00+08:00")
_BOT_ID = int(TOKEN.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Play:
    """What is rehearsed: rules, roster, made-up activity in order, and when the clock starts."""

    definition: Definition
    roster: Roster
    cast: Cast
    deeds: Sequence[Deed]
    start: datetime


def read_play(wish: str, start: datetime | None) -> Play:
    """Read a campaign with its samples; raise UnusableFileError."""
    definition, roster = read_campaign(wish)
    cast = cast_of(roster)
    path = find_rules(wish).with_name(SAMPLES)
    planned = deeds(read_samples(path), definition.id, cast.account_of) if path.exists() else ()
    return Play(definition, roster, cast, planned, start or _start_of(definition, played=bool(planned)))


def _start_of(definition: Definition, *, played: bool) -> datetime:
    if played:
        return DEMO_START
    return datetime.combine(definition.start, time(8, 30), definition.tz)


def prepare(play: Play, url: str) -> None:
    """Bring a database to the state in which the rehearsal begins; doing it again changes nothing."""
    make_folder(url)
    migrate.upgrade(url)
    database = open_database(url, calendar=work_calendar(), bot_id=_BOT_ID)
    try:
        database.write(lambda unit: _open_house(unit, play), play.start)
        for at, deed in play.deeds:
            if at <= play.start:
                database.write(deed, at)
        database.write(lambda unit: _bring_groups(unit, play.definition.id), play.start)
    finally:
        database.close()


def _open_house(unit: Unit, play: Play) -> None:
    campaign_id = play.definition.id
    load_campaign(unit, play.definition, play.roster)
    admin = unit.people.add_admin(campaign_id, texts.ADMIN)
    unit.people.bind(ADMIN_ID, campaign_id, admin.id, (Role.ADMIN,), unit.now)
    for member in play.cast.bound:
        person = unit.people.person(campaign_id, member.name)
        unit.people.bind(member.telegram_id, campaign_id, person.id, (), unit.now)


def _bring_groups(unit: Unit, campaign_id: str) -> None:
    admin = unit.people.actor(ADMIN_ID)
    if admin is None:
        raise NotFound("person", texts.ADMIN)
    if unit.groups.get(APPROVED_GROUP_ID) is None:
        unit.groups.put(Group(APPROVED_GROUP_ID, texts.APPROVED_GROUP, ChatState.WAITING, campaign_id))
        decide_group(unit, admin, APPROVED_GROUP_ID, approve=True)
    if unit.groups.get(WAITING_GROUP_ID) is None:
        group_joined(unit, campaign_id, WAITING_GROUP_ID, texts.WAITING_GROUP, "rehearsal")


def database_url(state: Path) -> str:
    """Return where a rehearsal keeps its records."""
    return f"sqlite:///{state / 'liaison.sqlite3'}"
