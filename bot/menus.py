"""The menus of commands, offered to Telegram once after the start."""

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot.threads import Threads
from campaign.roles import BY_ROSTER
from campaign.vocabulary import Role
from handlers import set_commands
from storage import StoreFault, Unit

log = structlog.get_logger(__name__)


async def offer_menus(bot: Bot, threads: Threads) -> None:
    """Set the menus; without them every command still works, so failing is not worth more than a line."""
    try:
        await set_commands(bot, await threads.read(_own))
    except (StoreFault, TelegramAPIError, ClientDecodeError) as error:
        log.warning("menus_not_set", error=type(error).__name__)


def _own(unit: Unit) -> dict[int, frozenset[Role]]:
    """Return who has roles that the table of pairings does not give, by his accounts."""
    members = (member for campaign in unit.campaigns.all() for member in unit.members.every(campaign))
    accounts = (a.telegram_id for member in members if not member.roles <= BY_ROSTER for a in member.accounts)
    actors = (unit.people.actor(account) for account in accounts)
    return {actor.telegram_id: actor.roles for actor in actors if actor}
