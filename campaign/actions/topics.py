"""Where in a forum group digests are posted."""

from dataclasses import replace

from campaign.actions.groups import tell_admins
from campaign.errors import NotAllowed, NotFound
from campaign.groups import Group
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.vocabulary import ChatState


def choose_topic(store: Store, actor: Actor, chat_id: int, topic_id: int | None) -> Group:
    """Say in which topic of a forum digests are posted; None: in none. Raise NotAllowed, NotFound."""
    may_administer(actor)
    known = store.groups.get(chat_id)
    if known and known.campaign_id != actor.campaign_id:
        raise NotAllowed("elsewhere")
    if known is None or known.state is not ChatState.APPROVED:
        raise NotFound("group", str(chat_id))
    if known.topic_id == topic_id:
        return known
    chosen = replace(known, topic_id=topic_id)
    store.groups.put(chosen)
    facts = {"before": known.topic_id, "after": topic_id, "title": known.title}
    store.audit.note(known.campaign_id, actor.person.id, "group.topic", str(chat_id), facts)
    return chosen


def topic_gone(store: Store, chat_id: int, occasion: str) -> None:
    """Note that a topic takes no messages any more: digests go to the group, the admins hear of it."""
    known = store.groups.get(chat_id)
    if known is None or known.topic_id is None:
        return
    store.groups.put(replace(known, topic_id=None))
    store.audit.note(known.campaign_id, None, "group.topic", str(chat_id), {"before": known.topic_id})
    tell_admins(store, known, "topic_gone", occasion)
