"""Groups as they are listed and shown, and what is decided about them, in plain values."""

from dataclasses import dataclass
from datetime import date

from campaign.actions.groups import decide_group
from campaign.actions.topics import choose_topic
from campaign.errors import NotFound
from campaign.groups import Group
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.vocabulary import ChatState
from handlers.paging import ON_A_PAGE, Paged, place_of

ORDER = (ChatState.WAITING, ChatState.APPROVED, ChatState.STOPPED, ChatState.REFUSED, ChatState.LEFT)


@dataclass(frozen=True, slots=True)
class GroupPage(Paged):
    """One page of the groups: those that wait first."""

    groups: tuple[Group, ...]
    counts: dict[ChatState, int]


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One group; `decided` is the day of the last decision."""

    group: Group
    decided: date | None
    today: date


def group_page(store: Store, actor: Actor, page: int) -> GroupPage:
    """Return a page of the groups, the last one if there are fewer. Raise NotAllowed."""
    may_administer(actor)
    every = sorted(store.groups.every(actor.campaign_id), key=lambda group: ORDER.index(group.state))
    place = place_of(page, len(every))
    counts = {state: sum(group.state is state for group in every) for state in ORDER}
    return GroupPage(place, len(every), ON_A_PAGE, tuple(every[place : place + ON_A_PAGE]), counts)


def group_card(store: Store, actor: Actor, chat_id: int) -> GroupCard:
    """Return a group. Raise NotAllowed, NotFound."""
    may_administer(actor)
    group = store.groups.get(chat_id)
    if group is None or group.campaign_id != actor.campaign_id:
        raise NotFound("group", str(chat_id))
    return _card(store, group)


def decide(store: Store, actor: Actor, chat_id: int, *, approve: bool) -> GroupCard:
    """Approve a group, or stop it. Raise NotAllowed, NotFound."""
    return _card(store, decide_group(store, actor, chat_id, approve=approve))


def topic(store: Store, actor: Actor, chat_id: int, topic_id: int | None) -> GroupCard:
    """Choose where in a forum digests are posted. Raise NotAllowed, NotFound."""
    return _card(store, choose_topic(store, actor, chat_id, topic_id))


def _card(store: Store, group: Group) -> GroupCard:
    plan = store.campaigns.plan(group.campaign_id)
    decided = plan.today(group.decided_at) if group.decided_at else None
    return GroupCard(group, decided, plan.today(store.now))
