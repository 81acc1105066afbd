"""A group adds the bot; an admin approves or refuses it."""

from dataclasses import replace

from campaign.errors import NotFound
from campaign.groups import Group
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.vocabulary import ChatState


def group_joined(store: Store, campaign_id: str, chat_id: int, title: str, occasion: str) -> Group:
    """Note that the bot was added to a group and owe every admin a notice; `occasion` makes it once."""
    known = store.groups.get(chat_id)
    if known and known.state in {ChatState.APPROVED, ChatState.WAITING}:
        group = replace(known, title=title)
    else:
        group = Group(chat_id, title, ChatState.WAITING, campaign_id)
    store.groups.put(group)
    if group.state is ChatState.WAITING:
        _tell_admins(store, group, occasion)
    return group


def group_left(store: Store, chat_id: int) -> None:
    """Note that the bot was removed; the group must be approved anew when it comes back."""
    if (known := store.groups.get(chat_id)) and known.state is not ChatState.LEFT:
        store.groups.put(replace(known, state=ChatState.LEFT))
        store.audit.note(known.campaign_id, None, "group.leave", str(chat_id), {})


def decide_group(store: Store, actor: Actor, chat_id: int, *, approve: bool) -> Group:
    """Approve or refuse a group; deciding the same twice is one decision. Raise NotAllowed, NotFound."""
    may_administer(actor)
    known = store.groups.get(chat_id)
    if known is None or known.campaign_id != actor.campaign_id or known.state is ChatState.LEFT:
        raise NotFound("group", str(chat_id))
    state = ChatState.APPROVED if approve else ChatState.REFUSED
    if known.state is state:
        return known
    decided = replace(known, state=state, decided_by=actor.person.id, decided_at=store.now)
    store.groups.put(decided)
    store.audit.note(known.campaign_id, actor.person.id, f"group.{state}", str(chat_id), {})
    return decided


def _tell_admins(store: Store, group: Group, occasion: str) -> None:
    for admin in store.people.admins(group.campaign_id):
        key = f"group-waiting:{group.chat_id}:{occasion}:{admin.telegram_id}"
        payload = {"chat_id": group.chat_id, "title": group.title}
        store.outbox.owe(key, admin.telegram_id, "group_waiting", payload, store.now)
