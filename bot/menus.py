"""The menus of commands, offered to Telegram once after the start."""

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot.threads import Threads
from handlers import set_commands
from storage import StoreFault, Unit

log = structlog.get_logger(__name__)


async def offer_menus(bot: Bot, threads: Threads) -> None:
    """Set the menus; without them every command still works, so failing is not worth more than a line."""
    try:
        await set_commands(bot, await threads.read(_admins))
    except (StoreFault, TelegramAPIError, ClientDecodeError) as error:
        log.warning("menus_not_set", error=type(error).__name__)


def _admins(unit: Unit) -> set[int]:
    return {admin.telegram_id for campaign in unit.campaigns.all() for admin in unit.people.admins(campaign)}
