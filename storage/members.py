"""Everybody of the roster with his accounts and his open code."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, case, delete, null, select, update

from campaign.errors import NotFound
from campaign.members import Account, Member
from campaign.people import Person
from campaign.roles import Grant
from campaign.vocabulary import Role
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.invites import InviteRows
from storage.paired_names import refresh_names
from storage.statements import Row, insert_or_change
from storage.tables import account, membership, person

_campaign: BindParameter[str] = bindparam("campaign_id")
_ROLES = (
    select(person.c.id, person.c.name, person.c.title, membership.c.role, membership.c.last_day)
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
_GRANTS = (
    select(membership.c.role, membership.c.county_id, membership.c.first_day, membership.c.last_day)
    .where(
        membership.c.campaign_id == _campaign,
        membership.c.person_id == bindparam("person_id"),
        membership.c.ended_at.is_(None),
    )
    .order_by(membership.c.since, membership.c.role)
)
_SCOPE = ("county_id", "first_day", "last_day")
_GIVE = insert_or_change(
    membership,
    ("campaign_id", "person_id", "role", "since", *_SCOPE),
    ("campaign_id", "person_id", "role"),
    lambda new: {
        "since": case((membership.c.ended_at.is_(None), membership.c.since), else_=new.since),
        "ended_at": null(),
        **{name: new[name] for name in _SCOPE},
    },
)
_END = (
    update(membership)
    .where(
        membership.c.campaign_id == bindparam("campaign"),
        membership.c.person_id == bindparam("person"),
        membership.c.role == bindparam("which"),
        membership.c.ended_at.is_(None),
    )
    .values(ended_at=bindparam("at"))
)
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

    def __init__(
        self, connection: Connection, campaigns: CampaignRows, invites: InviteRows, now: datetime, bot_id: int
    ) -> None:
        self._db = connection
        self._campaigns = campaigns
        self._invites = invites
        self._now = now
        self._bot_id = bot_id

    def every(self, campaign_id: str) -> Sequence[Member]:
        """Return everybody who has a role, in the order in which the roster brought them."""
        accounts = self._db.all(_ACCOUNTS, campaign_id=campaign_id, bot_id=self._bot_id)
        invited = self._invites.open_until(campaign_id, self._now)
        return _members(self._unended(campaign_id, _ROLES), accounts, invited)

    def get(self, campaign_id: str, person_id: int) -> Member:
        """Return a person who has a role; raise NotFound."""
        which = {"campaign_id": campaign_id, "person_id": person_id}
        accounts = self._db.all(_ACCOUNTS_OF, **which, bot_id=self._bot_id)
        invited = self._invites.open_until(campaign_id, self._now)
        roles = self._unended(campaign_id, _ROLES_OF, person_id=person_id)
        for member in _members(roles, accounts, invited):
            return member
        raise NotFound("member", str(person_id))

    def accounts(self, campaign_id: str, person_id: int) -> Sequence[Account]:
        """Return a person's accounts, whether he has a role or not."""
        which = {"campaign_id": campaign_id, "person_id": person_id, "bot_id": self._bot_id}
        return [Account(*row[1:]) for row in self._db.all(_ACCOUNTS_OF, **which)]

    def grants(self, campaign_id: str, person_id: int) -> Sequence[Grant]:
        """Return a person's roles that were not taken back and are not past."""
        today = self._campaigns.plan(campaign_id).today(self._now)
        rows = self._db.all(_GRANTS, campaign_id=campaign_id, person_id=person_id)
        return [grant for grant in (Grant(*row) for row in rows) if not grant.over(today)]

    def give(self, campaign_id: str, person_id: int, grant: Grant, at: datetime) -> None:
        """Give a role, or a role that he has other days or another county."""
        scope = {"county_id": grant.county_id, "first_day": grant.first, "last_day": grant.last}
        which = {"campaign_id": campaign_id, "person_id": person_id, "role": grant.role}
        self._db.run(_GIVE, **which, since=at, **scope)

    def end(self, campaign_id: str, person_id: int, role: Role, at: datetime) -> None:
        """Take a role back."""
        self._db.run(_END, campaign=campaign_id, person=person_id, which=role, at=at)

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

    def _unended(self, campaign_id: str, statement: Select[Any], **which: int) -> Sequence[Row]:
        rows = self._db.all(statement, campaign_id=campaign_id, **which)
        if not any(row[4] for row in rows):
            return rows
        today = self._campaigns.plan(campaign_id).today(self._now)
        return [row for row in rows if row[4] is None or row[4] >= today]


def _members(roles: Sequence[Row], accounts: Sequence[Row], invited: Mapping[int, datetime]) -> list[Member]:
    persons: dict[Person, set[Role]] = defaultdict(set)
    for person_id, name, title, role, _ in roles:
        persons[Person(person_id, name, title)].add(role)
    own: dict[int, list[Account]] = defaultdict(list)
    for person_id, *rest in accounts:
        own[person_id].append(Account(*rest))
    return [
        Member(who, frozenset(held), tuple(own[who.id]), invited.get(who.id)) for who, held in persons.items()
    ]
