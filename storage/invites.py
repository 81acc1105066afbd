"""One-time codes, kept as hashes, and the tries of strangers."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from campaign.invites import Invite, InviteTries
from campaign.vocabulary import Role
from storage.connection import Connection
from storage.statements import insert_into, put_into
from storage.tables import invite, invite_tries, person

_ADD = insert_into(invite, *(column.name for column in invite.columns))
_BY_HASH = (
    select(
        invite.c.code_hash,
        invite.c.campaign_id,
        invite.c.person_id,
        person.c.name,
        invite.c.roles,
        invite.c.created_at,
        invite.c.expires_at,
        invite.c.used_at,
        invite.c.used_by,
    )
    .join(person, person.c.id == invite.c.person_id)
    .where(invite.c.code_hash == bindparam("code_hash"))
)
# Two accounts with one code at once: on PostgreSQL the second waits here. SQLite has one writer anyhow.
_BY_HASH_TO_USE = _BY_HASH.with_for_update(of=invite)
_USE = (
    update(invite)
    .where(invite.c.code_hash == bindparam("hash"), invite.c.used_at.is_(None))
    .values(used_at=bindparam("at"), used_by=bindparam("by"))
)
_VOID = (
    update(invite)
    .where(
        invite.c.campaign_id == bindparam("campaign"),
        invite.c.person_id == bindparam("person"),
        invite.c.used_at.is_(None),
        invite.c.expires_at > bindparam("at"),
    )
    .values(expires_at=bindparam("at"))
)
_OPEN_UNTIL = (
    select(invite.c.person_id, func.max(invite.c.expires_at, type_=invite.c.expires_at.type))
    .where(
        invite.c.campaign_id == bindparam("campaign_id"),
        invite.c.used_at.is_(None),
        invite.c.expires_at > bindparam("at"),
    )
    .group_by(invite.c.person_id)
)
_USED_BY = select(invite.c.code_hash).where(invite.c.used_by == bindparam("telegram_id")).limit(1)
_TRIES = select(
    invite_tries.c.telegram_id, invite_tries.c.wrong, invite_tries.c.ignored_until, invite_tries.c.answered_on
).where(invite_tries.c.telegram_id == bindparam("telegram_id"))
_NOTE_TRIES = put_into(invite_tries, [column.name for column in invite_tries.columns], ("telegram_id",))


class InviteRows:
    """Implements campaign.invites.Invites."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, new: Invite) -> None:
        """Store an invite."""
        self._db.run(_ADD, **asdict(new) | {"roles": list(new.roles)})

    def void(self, campaign_id: str, person_id: int, at: datetime) -> None:
        """End every code of a person that still binds."""
        self._db.run(_VOID, campaign=campaign_id, person=person_id, at=at)

    def open_until(self, campaign_id: str, at: datetime) -> Mapping[int, datetime]:
        """Return who has a code that still binds at `at`, by person, and when it ends."""
        return {row[0]: row[1] for row in self._db.all(_OPEN_UNTIL, campaign_id=campaign_id, at=at)}

    def by_hash(self, code_hash: str) -> Invite | None:
        """Return the invite with that hash."""
        row = self._db.one(_BY_HASH_TO_USE if self._db.writes else _BY_HASH, code_hash=code_hash)
        if row is None:
            return None
        found = Invite(*row)
        return replace(found, roles=tuple(map(Role, found.roles)))

    def use(self, code_hash: str, telegram_id: int, at: datetime) -> None:
        """Mark an invite as used."""
        self._db.run(_USE, hash=code_hash, at=at, by=telegram_id)

    def used_by(self, telegram_id: int) -> bool:
        """Return whether an account was ever bound by an invite."""
        return self._db.one(_USED_BY, telegram_id=telegram_id) is not None

    def tries(self, telegram_id: int) -> InviteTries:
        """Return the account's wrong tries; a fresh value when there are none."""
        row = self._db.one(_TRIES, telegram_id=telegram_id)
        return InviteTries(*row) if row else InviteTries(telegram_id)

    def note_tries(self, tries: InviteTries) -> None:
        """Store the account's wrong tries."""
        self._db.run(_NOTE_TRIES, **asdict(tries))
