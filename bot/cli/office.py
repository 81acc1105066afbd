"""What a command that works on the database is given: settings, database, the campaign's moment."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TypeVar

from bot.calendars import work_calendar
from bot.places import bot_id, make_folder
from bot.settings import Settings, load_settings
from bot.starting import NoCampaign, expect_known
from bot.timeline import Timeline, entry_for, real_now
from storage import Database, StoreFault, Unit, open_database
from storage.revision import NEWEST

T = TypeVar("T")


class SeveralCampaignsError(Exception):
    """More than one campaign is loaded, and none was named."""

    def __init__(self, ids: list[str]) -> None:
        super().__init__(", ".join(ids))
        self.ids = ids


class UnknownCampaignError(Exception):
    """The campaign named is not loaded; `ids` are those that are, `by_setting` says where it was named."""

    def __init__(self, wanted: str, ids: list[str], *, by_setting: bool) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.ids = ids
        self.by_setting = by_setting


class NotUpgradedError(Exception):
    """The database does not have this version's form."""


@dataclass(frozen=True, slots=True)
class Office:
    """One command's way to the store; every call is one unit of work at the campaign's present moment."""

    settings: Settings
    database: Database
    now: datetime

    def write(self, work: Callable[[Unit], T]) -> T:
        """Run work and commit."""
        return self.database.write(work, self.now)

    def read(self, work: Callable[[Unit], T], now: datetime | None = None) -> T:
        """Run work that changes nothing, at another moment if given."""
        return self.database.read(work, now or self.now)

    def campaign(self, wanted: str | None) -> str:
        """Return the campaign named, or set, or the only one. Raise the errors for none, many and unknown."""
        named = wanted or self.settings.campaign
        loaded = self.read(lambda unit: unit.campaigns.all())
        if not loaded:
            raise NoCampaign
        if named and named not in loaded:
            raise UnknownCampaignError(named, loaded, by_setting=not wanted)
        if named:
            return named
        if len(loaded) > 1:
            raise SeveralCampaignsError(loaded)
        return loaded[0]


@contextmanager
def open_office() -> Iterator[Office]:
    """Open the database of the settings; raise NotUpgradedError, SettingsError and the store's errors."""
    settings = load_settings()
    url = settings.database_url.get_secret_value()
    make_folder(url)
    database = open_database(url, calendar=work_calendar(), bot_id=bot_id(settings))
    try:
        if not _is_newest(database):
            prepare(url)
        yield Office(settings, database, campaign_now(settings, database))
    finally:
        database.close()


def campaign_now(settings: Settings, database: Database) -> datetime:
    """Return the campaign's present moment: the bot's clock, or LIAISON_NOW if that is later."""
    real = real_now()
    journal = database.read(lambda unit: unit.clock.journal(), real)
    entry = entry_for(settings.now, journal, real)
    return Timeline([*journal, entry] if entry else journal).at(real)


def _is_newest(database: Database) -> bool:
    """Tell whether a database has this version's form; one that cannot say has not."""
    with suppress(StoreFault):
        return database.revision() == NEWEST
    return False


def prepare(url: str) -> None:
    """Make an empty database ready; raise NotUpgradedError for an older form, SettingsError for a newer."""
    migrate = import_module("storage.migrate")  # slow to import, and `run` seldom gets here
    current = migrate.current(url)
    if current is None:
        migrate.upgrade(url)
    elif current != migrate.head():
        expect_known(current)
        raise NotUpgradedError
