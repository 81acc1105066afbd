"""Everybody of the roster: his part, the accounts bound to him, and a code that still binds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from campaign.people import Person
from campaign.roles import Grant
from campaign.vocabulary import Role


class MemberState(StrEnum):
    """Whether the bot can reach somebody; in the order in which an admin wants to see them."""

    UNBOUND = "unbound"
    BLOCKED = "blocked"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Account:
    """A Telegram account bound to a person; it refuses the bot's messages since `blocked_at`."""

    telegram_id: int
    bound_at: datetime
    blocked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Member:
    """A person who has a role in the campaign; `invited_until` is when his open code ends."""

    person: Person
    roles: frozenset[Role]
    accounts: tuple[Account, ...] = ()
    invited_until: datetime | None = None

    @property
    def state(self) -> MemberState:
        """Whether the bot can reach him; one account that takes messages is enough."""
        if not self.accounts:
            return MemberState.UNBOUND
        blocked = all(account.blocked_at for account in self.accounts)
        return MemberState.BLOCKED if blocked else MemberState.BOUND

    @property
    def mark(self) -> int:
        """A number that changes with his accounts and his code: a decision on an older one is stale."""
        moments = [account.bound_at for account in self.accounts]
        moments += [self.invited_until] if self.invited_until else []
        return sum(int(moment.timestamp() * 1_000_000) for moment in moments) + len(moments)


class Members(Protocol):
    """Who takes part in a campaign."""

    def every(self, campaign_id: str) -> Sequence[Member]:
        """Return everybody who has a role, in the order in which the roster brought them."""

    def get(self, campaign_id: str, person_id: int) -> Member:
        """Return a person who has a role; raise NotFound."""

    def accounts(self, campaign_id: str, person_id: int) -> Sequence[Account]:
        """Return a person's accounts, whether he has a role or not."""

    def grants(self, campaign_id: str, person_id: int) -> Sequence[Grant]:
        """Return a person's roles that were not taken back and are not past, with their days."""

    def give(self, campaign_id: str, person_id: int, grant: Grant, at: datetime) -> None:
        """Give a role, or a role that he has other days or another county."""

    def end(self, campaign_id: str, person_id: int, role: Role, at: datetime) -> None:
        """Take a role back."""

    def rename(self, campaign_id: str, person_id: int, name: str) -> None:
        """Give a person another name, which nobody has."""

    def unbind(self, campaign_id: str, person_id: int) -> Sequence[int]:
        """Take a person's accounts from him; return their Telegram ids."""
