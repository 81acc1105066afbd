"""/start, with or without an invite's code."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from campaign.errors import CodeWrong
from handlers import commands
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.screen import Screen, answer
from handlers.start import actions, texts


async def start(message: Message, command: CommandObject, desk: Desk) -> None:
    """Bind the account by the code that came along, or greet."""
    code = (command.args or "").strip()
    if not code:
        await answer(message, Screen(texts.greeting(await desk.look(actions.welcome))))
        return
    outcome = await desk.act_unbound(partial(actions.bind, desk=desk, code=code))
    text = texts.wrong_code(outcome) if isinstance(outcome, CodeWrong) else texts.greeting(outcome)
    await answer(message, Screen(text))


def router() -> Router:
    """Return the router of this conversation."""
    routes = Router(name="start")
    routes.message.register(start, InPrivate(), commands.START.filter)
    return routes
