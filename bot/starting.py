"""What is settled once, when the program starts: the form of the database, the clock, the first campaign."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from bot.settings import SettingsError, variable
from bot.timeline import Journal, Timeline, entry_for
from storage import Database, StoreFault, Unit
from storage.revision import NEWEST


class NoCampaign(Exception):  # noqa: N818 - said in plain words by whoever started the program
    """No campaign is loaded, so there is nothing to work on."""


@dataclass(frozen=True, slots=True)
class StartedClock:
    """The journal, and the moment at which the clock stood if this start moved it on."""

    journal: Journal
    moved_from: datetime | None


def bring_up(database: Database, url: str) -> None:
    """Bring the database to this version's form; raise SettingsError for a newer one."""
    with suppress(StoreFault):  # a new database cannot say which form it has
        if database.revision() == NEWEST:
            return
    migrate = import_module("storage.migrate")  # slow to import, and seldom needed
    expect_known(migrate.current(url))
    migrate.upgrade(url)


def expect_known(revision: str | None) -> None:
    """Raise SettingsError for a form that a newer version of the program has given a database."""
    if revision is not None and not import_module("storage.migrate").knows(revision):
        raise SettingsError(variable("database_url"), "names a database that a newer version has changed")


def start_clock(unit: Unit, wanted: datetime | None, real: datetime) -> StartedClock:
    """Move the clock on to `wanted` if that is later than where it stands."""
    journal = unit.clock.journal()
    entry = entry_for(wanted, journal, real)
    if entry is None:
        return StartedClock(journal, None)
    unit.clock.append(*entry)
    return StartedClock([*journal, entry], Timeline(journal).at(real) if journal else None)


def campaign_of(unit: Unit, wanted: str | None) -> str:
    """Return the campaign that updates of nobody in particular belong to: the one set, or the first loaded.

    Raise SettingsError when the one set is not loaded, NoCampaign when there is none.
    """
    loaded = unit.campaigns.all()
    if wanted is not None and wanted not in loaded:
        raise SettingsError(variable("campaign"), "names a campaign that is not loaded")
    if not loaded:
        raise NoCampaign
    return wanted or loaded[0]


def zone_of(unit: Unit, wanted: str | None) -> ZoneInfo:
    """Return the zone of that campaign; raise what `campaign_of` raises."""
    return unit.campaigns.plan(campaign_of(unit, wanted)).definition.tz
