"""Other campaigns than the demo: loaded, with the persons of the rehearsal bound to their posts."""

from collections.abc import Mapping

from bot.campaign_files import read_campaign
from bot.load import load_campaign
from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from storage.migrate import upgrade
from tests.bot.stores import LOADED, opened

Posts = Mapping[int, tuple[str, Role]]
"""Telegram ids of the rehearsal, with the name on the roster (a new one is added) and the role."""


def fill(url: str, campaign: str, posts: Posts) -> str:
    """Make a database with one campaign; return its address."""
    upgrade(url)
    database = opened(url)

    def load(unit: Unit) -> None:
        definition, roster = read_campaign(campaign)
        load_campaign(unit, definition, roster)
        for telegram_id, (name, role) in posts.items():
            person = unit.people.add_person(campaign, name)
            unit.people.bind(telegram_id, campaign, person.id, (), LOADED)
            unit.members.give(campaign, person.id, Grant(role), LOADED)

    database.write(load, LOADED)
    database.close()
    return url
