"""A group adds or removes the bot, or moves; an admin approves or refuses it."""

from dataclasses import replace
from datetime import datetime

from campaign.actions.several import of_several
from campaign.errors import NotFound
from campaign.groups import Group
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.quiet import AT_ONCE, after_quiet
from campaign.vocabulary import ChatState

# What becomes of a group that is not wanted, or no longer.
UNWANTED = {
    ChatState.WAITING: ChatState.REFUSED,
    ChatState.REFUSED: ChatState.REFUSED,
    ChatState.APPROVED: ChatState.STOPPED,
    ChatState.STOPPED: ChatState.STOPPED,
}


def group_joined(
    store: Store, campaign_id: str, chat_id: int, title: str, occasion: str, *, by: int | None = None
) -> Group:
    """Note that the bot was added to a group and owe every admin a notice; `occasion` makes it once.

    by: the Telegram account that added the bot; an admin's own notice does not wait for quiet hours to end.
    """
    known = store.groups.get(chat_id)
    if known and known.state in {ChatState.APPROVED, ChatState.WAITING}:
        group = replace(known, title=title)
    else:
        group = Group(chat_id, title, ChatState.WAITING, campaign_id)
    store.groups.put(group)
    if group.state is ChatState.WAITING:
        for admin in store.people.admins(campaign_id):
            _tell(
                store, group, admin, kind="group_waiting", occasion=occasion, at_once=admin.telegram_id == by
            )
    return group


def group_heard_again(store: Store, chat_id: int, title: str, occasion: str, *, by: int) -> None:
    """Note that the bot may write again in a group that it counted as left: it is asked about anew."""
    known = store.groups.get(chat_id)
    if known is not None and known.state is ChatState.LEFT:
        group_joined(store, known.campaign_id, chat_id, title, occasion, by=by)


def group_left(store: Store, chat_id: int) -> Group | None:
    """Note that the bot was removed; the group must be approved anew. Return it unless that was known."""
    known = store.groups.get(chat_id)
    if known is None or known.state is ChatState.LEFT:
        return None
    left = replace(known, state=ChatState.LEFT)
    store.groups.put(left)
    store.audit.note(known.campaign_id, None, "group.leave", str(chat_id), {})
    return left


def group_removed(store: Store, chat_id: int, occasion: str, by: int | None) -> None:
    """Note that somebody removed the bot from a group, and owe the admins but him a notice."""
    before = store.groups.get(chat_id)
    left = group_left(store, chat_id)
    if left and before and before.state is ChatState.APPROVED:
        tell_admins(store, left, "group_left", occasion, by)


def group_moved(store: Store, old: int, new: int, occasion: str) -> None:
    """Follow a group that became a supergroup: it goes on under its new id; the admins hear of it once."""
    known = store.groups.get(old)
    store.outbox.moved_chat(old, new)
    if known is not None and known.state is not ChatState.LEFT:
        store.audit.note(known.campaign_id, None, "group.move", str(old), {"to": new})
        if known.state is ChatState.APPROVED:
            tell_admins(store, replace(known, chat_id=new), "group_moved", occasion, None)


def decide_group(store: Store, actor: Actor, chat_id: int, *, approve: bool) -> Group:
    """Approve a group, refuse it, or stop one that was approved; deciding the same twice is one decision.

    Raise NotAllowed, NotFound.
    """
    may_administer(actor)
    known = store.groups.get(chat_id)
    if known is None or known.campaign_id != actor.campaign_id or known.state is ChatState.LEFT:
        raise NotFound("group", str(chat_id))
    state = ChatState.APPROVED if approve else UNWANTED[known.state]
    if known.state is state:
        return known
    decided = replace(known, state=state, decided_by=actor.person.id, decided_at=store.now)
    store.groups.put(decided)
    facts = {"before": known.state.value, "after": state.value, "title": known.title}
    store.audit.note(known.campaign_id, actor.person.id, f"group.{state}", str(chat_id), facts)
    return decided


def tell_admins(store: Store, group: Group, kind: str, occasion: str, by: int | None = None) -> None:
    """Owe the admins a notice about a group by day; not to him who did it himself, by his Telegram id."""
    for admin in store.people.admins(group.campaign_id):
        if admin.telegram_id != by:
            _tell(store, group, admin, kind=kind, occasion=occasion)


def _tell(
    store: Store, group: Group, admin: Actor, *, kind: str, occasion: str, at_once: bool = False
) -> None:
    key = f"{kind.replace('_', '-')}:{group.chat_id}:{occasion}:{admin.telegram_id}"
    which = of_several(store, group.campaign_id, admin.telegram_id)
    payload = {"chat_id": group.chat_id, "title": group.title, AT_ONCE: at_once} | which
    at = store.now if at_once else _by_day(store, group.campaign_id)
    store.outbox.owe(key, admin.telegram_id, kind, payload, at, campaign_id=group.campaign_id)


def _by_day(store: Store, campaign_id: str) -> datetime:
    definition = store.campaigns.plan(campaign_id).definition
    return after_quiet(definition.quiet_hours, definition.tz, store.now)
