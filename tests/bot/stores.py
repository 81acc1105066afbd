"""Databases for the tests of the running bot: the demo campaign, four persons bound."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import make_url

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from bot.load import load_campaign
from campaign.ports import Store
from campaign.vocabulary import Role
from storage import Database, Unit, open_database
from storage.migrate import upgrade
from tests.postgres import PostgresServer
from tests.rehearsal_world import ADMIN, ANNA, BO, LEADER, START

T = TypeVar("T")
BOT = 2000000001
CAMPAIGN = "jiujiang-2022-demo"
LOADED = START - timedelta(days=1)
BOUND = {
    LEADER: ("演示常务副主席", Role.LEADER),
    ANNA: ("演示经审办主任", Role.CONTACT_PERSON),
    BO: ("演示财务部部长", Role.CONTACT_PERSON),
}


def opened(url: str) -> Database:
    """Open a database as the bot of the tests sees it; the caller closes it."""
    return open_database(url, calendar=work_calendar(), bot_id=BOT)


def fill(url: str) -> None:
    """Make the schema, load the demo campaign, bind the persons; leaves no connection open."""
    upgrade(url)
    database = opened(url)
    database.write(_load, LOADED)
    database.close()


def _load(store: Store) -> None:
    definition, roster = read_campaign(CAMPAIGN)
    load_campaign(store, definition, roster)
    admin = store.people.add_admin(CAMPAIGN, "演示管理员")
    store.people.bind(ADMIN, CAMPAIGN, admin.id, (Role.ADMIN,), store.now)
    for telegram_id, (name, role) in BOUND.items():
        person = store.people.person(CAMPAIGN, name)
        store.people.bind(telegram_id, CAMPAIGN, person.id, (role,), store.now)


def ask(url: str, question: Callable[[Unit], T], now: datetime | None = None) -> T:
    """Ask a database something."""
    database = opened(url)
    try:
        return database.read(question, now or datetime.now(UTC))
    finally:
        database.close()


class Templates:
    """Filled databases by the dozen: copied, since filling one takes a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sqlite = folder / "template.sqlite3"
        self._copies = 0

    def sqlite(self) -> str:
        """Return a new filled SQLite database."""
        if not self._sqlite.exists():
            fill(f"sqlite:///{self._sqlite}")
        self._copies += 1
        copy = self._folder / f"copy{self._copies}.sqlite3"
        shutil.copyfile(self._sqlite, copy)
        return f"sqlite:///{copy}"

    @staticmethod
    def postgres(server: PostgresServer) -> str:
        """Return a new filled PostgreSQL database; whoever asks drops it."""
        return server.url(server.create_database(server.template("demo", fill)))


def name_of(url: str) -> str:
    """Return the name of the database at an address."""
    return make_url(url).database or ""
