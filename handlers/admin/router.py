"""/invite, and groups that add or remove the bot."""

from functools import partial

from aiogram import Bot, Router
from aiogram.enums import ChatType, ContentType
from aiogram.filters import (
    IS_MEMBER,
    IS_NOT_MEMBER,
    ChatMemberUpdatedFilter,
    CommandObject,
)
from aiogram.types import CallbackQuery, ChatMemberRestricted, ChatMemberUpdated, Message

from campaign.actions.groups import decide_group
from digests.posting import decide_offer
from handlers import commands
from handlers.admin import actions, texts
from handlers.admin.keyboards import other_decision
from handlers.callbacks import DecideGroup, DecideOffer
from handlers.desk import Desk
from handlers.filters import InPrivate, OfKind
from handlers.screen import Screen, answer, press_answered, press_closed

MOVES = {ContentType.MIGRATE_TO_CHAT_ID, ContentType.MIGRATE_FROM_CHAT_ID}
GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


async def invite(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Make a code for a person of the roster, worded to be handed on."""
    name = "".join((command.args or "").split())
    if not name:
        await desk.look(lambda _store, _actor: None)
        await answer(message, Screen(texts.NAME_WANTED))
        return
    invited = await desk.act(partial(actions.invite, name=name, code=actions.new_code()))
    if isinstance(invited, actions.Unknown):
        await answer(message, Screen(texts.unknown(invited)))
        return
    await answer(message, Screen(texts.invitation(invited, (await bot.me()).username or "")))
    if invited.bound:
        await answer(message, Screen(texts.bound_already(invited)))


async def joined(event: ChatMemberUpdated, desk: Desk) -> None:
    """Note a group that added the bot; its admins are owed a notice. In private: a person let it in again."""
    if event.chat.type in GROUPS:
        title = event.chat.title or str(event.chat.id)
        await desk.act_unbound(partial(actions.joined, desk=desk, chat_id=event.chat.id, title=title))
    elif event.chat.type == ChatType.PRIVATE:
        await desk.act_unbound(partial(actions.reachable, telegram_id=event.chat.id, yes=True))


async def left(event: ChatMemberUpdated, desk: Desk) -> None:
    """Note a group that removed the bot, or a person who blocked it."""
    if event.chat.type in GROUPS:
        await desk.act_unbound(partial(actions.left, desk=desk, chat_id=event.chat.id))
    elif event.chat.type == ChatType.PRIVATE:
        await desk.act_unbound(partial(actions.reachable, telegram_id=event.chat.id, yes=False))


async def rights_changed(event: ChatMemberUpdated, desk: Desk) -> None:
    """Note that the bot may write again in a group in which it could not."""
    member = event.new_chat_member
    silenced = isinstance(member, ChatMemberRestricted) and not member.can_send_messages
    if event.chat.type in GROUPS and not silenced:
        title = event.chat.title or str(event.chat.id)
        await desk.act_unbound(partial(actions.heard_again, desk=desk, chat_id=event.chat.id, title=title))


async def moved(message: Message, desk: Desk) -> None:
    """Follow a group that became a supergroup; the old and the new one both tell."""
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    await desk.act_unbound(partial(actions.moved, old=old, new=new))


async def decide(callback: CallbackQuery, callback_data: DecideGroup, desk: Desk) -> None:
    """Approve or refuse a group."""
    approve = callback_data.approve
    group = await desk.act(partial(decide_group, chat_id=callback_data.chat, approve=approve))
    screen = Screen(texts.decided(group), other_decision(group))
    await press_answered(callback, screen, texts.decision(group.state))


async def decide_digest(callback: CallbackQuery, callback_data: DecideOffer, desk: Desk) -> None:
    """Post a late digest or leave it; the first decision stands."""
    post, digest = callback_data.post, callback_data.digest
    state = await desk.act(partial(decide_offer, digest_id=digest, post=post))
    await press_closed(callback, texts.offer_decided(state))


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="admin")
    routes.message.register(invite, InPrivate(), commands.INVITE.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="admin-buttons")
    routes.callback_query.register(decide, DecideGroup.filter())
    routes.callback_query.register(decide_digest, DecideOffer.filter())
    return routes


def memberships() -> Router:
    """Return the router of groups that add or remove the bot, or move; and of persons who block it."""
    routes = Router(name="memberships")
    routes.message.register(moved, OfKind(MOVES))
    routes.my_chat_member.register(joined, ChatMemberUpdatedFilter(IS_NOT_MEMBER >> IS_MEMBER))
    routes.my_chat_member.register(rights_changed, ChatMemberUpdatedFilter(IS_MEMBER >> IS_MEMBER))
    routes.my_chat_member.register(left, ChatMemberUpdatedFilter(IS_MEMBER >> IS_NOT_MEMBER))
    return routes
