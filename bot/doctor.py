"""Is everything there that the bot needs? Each finding is a value; the sentences are elsewhere."""

from collections.abc import Iterator

from bot.calendars import work_calendar
from bot.findings import Finding
from bot.maps import map_finding
from bot.places import bot_id, is_new
from bot.settings import Settings
from bot.telegram_me import MeError, MeFault, username
from bot.timeline import real_now
from campaign.errors import NotFound
from storage import StoreFault, Unit, migrate, open_database


def findings(settings: Settings) -> Iterator[Finding]:
    """Look at the database, the campaigns, the map if there is to be one, and Telegram, in this order."""
    database = list(_database(settings))
    yield from database
    if all(finding.well for finding in database):
        yield from _campaigns(settings)
    if found := map_finding(settings):
        yield found
    yield _telegram(settings)


def _database(settings: Settings) -> Iterator[Finding]:
    url = settings.database_url.get_secret_value()
    if is_new(url):
        yield Finding("database_empty", False)
        return
    try:
        current, wanted = migrate.current(url), migrate.head()
    except Exception as error:  # noqa: BLE001 - whatever the driver says, the database is out of reach
        yield Finding("database_unreachable", False, type(error).__name__)
        return
    if current is None:
        yield Finding("database_empty", False)
    elif current != wanted:
        yield Finding("database_old", False, f"{current} / {wanted}")
    else:
        yield Finding("database", True, str(current))


def _campaigns(settings: Settings) -> Iterator[Finding]:
    url = settings.database_url.get_secret_value()
    database = open_database(url, calendar=work_calendar(), bot_id=bot_id(settings))
    try:
        yield from database.read(lambda unit: list(_loaded(unit, settings.campaign)), real_now())
    except StoreFault as error:
        yield Finding("database_unreachable", False, type(error).__name__)
    finally:
        database.close()


def _loaded(unit: Unit, wanted: str | None) -> Iterator[Finding]:
    loaded = unit.campaigns.all()
    if not loaded:
        yield Finding("no_campaign", False)
    for campaign_id in loaded:
        definition = unit.campaigns.plan(campaign_id).definition
        counties = len(unit.people.counties(campaign_id))
        yield Finding("campaign", bool(counties), f"{definition.title} ({campaign_id}: {counties})")
        if not unit.people.admins(campaign_id):
            yield Finding("no_admin", None, campaign_id)
    if wanted:
        try:
            unit.campaigns.plan(wanted)
        except NotFound:
            yield Finding("campaign_not_loaded", False, wanted)


def _telegram(settings: Settings) -> Finding:
    try:
        return Finding("telegram", True, username(settings))
    except MeError as error:
        return Finding(error.fault.value, None if error.fault is MeFault.ABSENT else False)
