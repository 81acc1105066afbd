"""/audit, and the buttons that turn its pages."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.audit import actions
from handlers.audit.screens import audit_screen
from handlers.audit_callbacks import ListAudit
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.screen import answer, press_answered


async def audit(message: Message, command: CommandObject, desk: Desk) -> None:
    """Show the latest changes: all, a county's, a person's, or those of a number."""
    word = "".join((command.args or "").split())
    await answer(message, audit_screen(await desk.look(partial(actions.found, word=word))))


async def turn(callback: CallbackQuery, callback_data: ListAudit, desk: Desk) -> None:
    """Show another page."""
    page = await desk.look(partial(actions.page, asked=callback_data))
    await press_answered(callback, audit_screen(page))


def router() -> Router:
    """Return the router of this conversation's command."""
    routes = Router(name="audit")
    routes.message.register(audit, InPrivate(), commands.AUDIT.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="audit-buttons")
    routes.callback_query.register(turn, ListAudit.filter())
    return routes
