"""/groups with its buttons, and /topic."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.admin_callbacks import AskStopGroup, ChangeGroup, DropTopic, ListGroups, ShowGroup
from handlers.desk import Desk
from handlers.filters import Heard, InPrivate, Place
from handlers.groups import actions, texts
from handlers.groups.screens import card_screen, page_screen, stop_screen
from handlers.screen import Screen, answer, press_answered


async def groups(message: Message, desk: Desk) -> None:
    """List the groups that know the bot."""
    await answer(message, page_screen(await desk.look(partial(actions.group_page, page=0))))


async def turn(callback: CallbackQuery, callback_data: ListGroups, desk: Desk) -> None:
    """Show another page."""
    page = await desk.look(partial(actions.group_page, page=callback_data.page))
    await press_answered(callback, page_screen(page))


async def show(callback: CallbackQuery, callback_data: ShowGroup, desk: Desk) -> None:
    """Open a group in the list's place."""
    card = await desk.look(partial(actions.group_card, chat_id=callback_data.chat))
    await press_answered(callback, card_screen(card))


async def ask_stop(callback: CallbackQuery, callback_data: AskStopGroup, desk: Desk) -> None:
    """Ask whether a group shall be stopped."""
    card = await desk.look(partial(actions.group_card, chat_id=callback_data.chat))
    await press_answered(callback, stop_screen(card))


async def change(callback: CallbackQuery, callback_data: ChangeGroup, desk: Desk) -> None:
    """Approve or stop a group."""
    approve = callback_data.approve
    card = await desk.act(partial(actions.decide, chat_id=callback_data.chat, approve=approve))
    await press_answered(callback, card_screen(card), texts.STATES[card.group.state])


async def drop_topic(callback: CallbackQuery, callback_data: DropTopic, desk: Desk) -> None:
    """Post digests in the general topic again."""
    card = await desk.act(partial(actions.topic, chat_id=callback_data.chat, topic_id=None))
    await press_answered(callback, card_screen(card), texts.GENERAL_TAKEN)


async def topic(message: Message, desk: Desk, place: Place) -> None:
    """Post digests in the topic in which this was said."""
    if place.group is None or not message.chat.is_forum:
        await desk.look(partial(actions.group_page, page=0))
        await answer(message, Screen(texts.NOT_A_FORUM if place.group else texts.IN_GROUP))
        return
    thread = message.message_thread_id if message.is_topic_message else None
    await desk.act(partial(actions.topic, chat_id=message.chat.id, topic_id=thread))
    await answer(message, Screen(texts.TOPIC_TAKEN if thread else texts.GENERAL_TAKEN))


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="groups")
    routes.message.register(groups, InPrivate(), commands.GROUPS.filter)
    routes.message.register(topic, commands.TOPIC.filter, Heard())
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="groups-buttons")
    routes.callback_query.register(turn, ListGroups.filter())
    routes.callback_query.register(show, ShowGroup.filter())
    routes.callback_query.register(ask_stop, AskStopGroup.filter())
    routes.callback_query.register(change, ChangeGroup.filter())
    routes.callback_query.register(drop_topic, DropTopic.filter())
    return routes
