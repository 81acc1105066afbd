"""Everybody of the roster with his accounts and his open code."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, select, update

from campaign.errors import NotFound
from campaign.members import Account, Member
from campaign.people import Person
from campaign.vocabulary import Role
from storage.connection import Connection
from storage.invites import InviteRows
from storage.paired_names import refresh_names
from storage.statements import Row
from storage.tables import account, membership, person

_campaign: BindParameter[str] = bindparam("campaign_id")
_ROLES = (
    select(person.c.id, person.c.name, person.c.title, membership.c.role)
    .join(
        membership,
        (membership.c.campaign_id == person.c.campaign_id) & (membership.c.person_id == person.c.id),
    )
    .where(person.c.campaign_id == _campaign, membership.c.ended_at.is_(None))
    .order_by(person.c.id)
)
_ROLES_OF = _ROLES.where(person.c.id == bindparam("person_id"))
_ACCOUNTS = (
    select(account.c.person_id, account.c.telegram_id, account.c.bound_at, account.c.blocked_at)
    .where(account.c.campaign_id == _campaign, account.c.bot_id == bindparam("bot_id"))
    .order_by(account.c.bound_at, account.c.telegram_id)
)
_ACCOUNTS_OF = _ACCOUNTS.where(account.c.person_id == bindparam("person_id"))
_RENAME = (
    update(person)
    .where(person.c.campaign_id == bindparam("campaign"), person.c.id == bindparam("person"))
    .values(name=bindparam("new"))
)
_UNBIND = delete(account).where(
    account.c.campaign_id == _campaign,
    account.c.person_id == bindparam("person_id"),
    account.c.bot_id == bindparam("bot_id"),
)


class MemberRows:
    """Implements campaign.members.Members."""

    def __init__(self, connection: Connection, invites: InviteRows, now: datetime, bot_id: int) -> None:
        self._db = connection
        self._invites = invites
        self._now = now
        self._bot_id = bot_id

    def every(self, campaign_id: str) -> Sequence[Member]:
        """Return everybody who has a role, in the order in which the roster brought them."""
        accounts = self._db.all(_ACCOUNTS, campaign_id=campaign_id, bot_id=self._bot_id)
        invited = self._invites.open_until(campaign_id, self._now)
        return _members(self._db.all(_ROLES, campaign_id=campaign_id), accounts, invited)

    def get(self, campaign_id: str, person_id: int) -> Member:
        """Return a person who has a role; raise NotFound."""
        which = {"campaign_id": campaign_id, "person_id": person_id}
        accounts = self._db.all(_ACCOUNTS_OF, **which, bot_id=self._bot_id)
        invited = self._invites.open_until(campaign_id, self._now)
        for member in _members(self._db.all(_ROLES_OF, **which), accounts, invited):
            return member
        raise NotFound("member", str(person_id))

    def accounts(self, campaign_id: str, person_id: int) -> Sequence[Account]:
        """Return a person's accounts, whether he has a role or not."""
        which = {"campaign_id": campaign_id, "person_id": person_id, "bot_id": self._bot_id}
        return [Account(*row[1:]) for row in self._db.all(_ACCOUNTS_OF, **which)]

    def rename(self, campaign_id: str, person_id: int, name: str) -> None:
        """Give a person another name, which nobody has."""
        self._db.run(_RENAME, campaign=campaign_id, person=person_id, new=name)
        refresh_names(self._db, campaign_id)

    def unbind(self, campaign_id: str, person_id: int) -> Sequence[int]:
        """Take a person's accounts from him; return their Telegram ids."""
        which = {"campaign_id": campaign_id, "person_id": person_id, "bot_id": self._bot_id}
        bound = self._db.all(_ACCOUNTS_OF, **which)
        self._db.run(_UNBIND, **which)
        return [row[1] for row in bound]


def _members(roles: Sequence[Row], accounts: Sequence[Row], invited: Mapping[int, datetime]) -> list[Member]:
    persons: dict[Person, set[Role]] = defaultdict(set)
    for person_id, name, title, role in roles:
        persons[Person(person_id, name, title)].add(role)
    own: dict[int, list[Account]] = defaultdict(list)
    for person_id, *rest in accounts:
        own[person_id].append(Account(*rest))
    return [
        Member(who, frozenset(held), tuple(own[who.id]), invited.get(who.id)) for who, held in persons.items()
    ]
