"""One-time invites: who may bind an account to which person, and how wrong codes are met."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

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


def hash_code(code: str) -> str:
    """Return the form in which a code is kept; case and surrounding space do not matter."""
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()
