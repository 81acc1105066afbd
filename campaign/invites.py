"""One-time invites: who may bind an account to which person, and how wrong codes are met."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol

from campaign.vocabulary import Role

LIFETIME = timedelta(days=7)
TRIES = 5
IGNORED_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Invite:
    """A code for one person, kept as its hash."""

    code_hash: str
    campaign_id: str
    person_id: int
    person_name: str
    roles: tuple[Role, ...]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by: int | None = None

    def usable(self, now: datetime) -> bool:
        """Whether the code still binds an account."""
        return self.used_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class InviteTries:
    """Wrong codes of one account, and the day on which a stranger was last answered."""

    telegram_id: int
    wrong: int = 0
    ignored_until: datetime | None = None
    answered_on: date | None = None

    def ignored(self, now: datetime) -> bool:
        """Whether the account hears nothing at this moment."""
        return self.ignored_until is not None and now < self.ignored_until

    def one_more(self, now: datetime) -> "InviteTries":
        """Return the tries after another wrong code; the fifth starts a day of silence."""
        if self.wrong + 1 < TRIES:
            return replace(self, wrong=self.wrong + 1)
        return replace(self, wrong=0, ignored_until=now + IGNORED_FOR)


class Invites(Protocol):
    """One-time codes, kept as hashes, and the tries of strangers."""

    def add(self, invite: Invite) -> None:
        """Store an invite."""

    def void(self, campaign_id: str, person_id: int, at: datetime) -> None:
        """End every code of a person that still binds."""

    def open_until(self, campaign_id: str, at: datetime) -> Mapping[int, datetime]:
        """Return who has a code that still binds at `at`, by person, and when it ends."""

    def by_hash(self, code_hash: str) -> Invite | None:
        """Return the invite with that hash."""

    def use(self, code_hash: str, telegram_id: int, at: datetime) -> None:
        """Mark an invite as used."""

    def used_by(self, telegram_id: int) -> bool:
        """Return whether an account was ever bound by an invite."""

    def tries(self, telegram_id: int) -> InviteTries:
        """Return the account's wrong tries; a fresh value when there are none."""

    def note_tries(self, tries: InviteTries) -> None:
        """Store the account's wrong tries."""


def last_whole_day(until: datetime, zone: tzinfo) -> date:
    """Return the last day on all of which a code binds that ends at `until`."""
    return until.astimezone(zone).date() - timedelta(days=1)


def hash_code(code: str) -> str:
    """Return the form in which a code is kept; case and surrounding space do not matter."""
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()
