"""Digests: claimed once, frozen with their facts, followed until they are out."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select, update

from campaign.vocabulary import DigestState
from storage.connection import Connection
from storage.statements import Upsert, insert_once
from storage.tables import digest

_KEY = ("campaign_id", "cut_off", "audience")
_INSERT = insert_once(digest, (*_KEY, "kinds", "state", "claimed_at"), _KEY)
_CLAIM = Upsert(_INSERT.sqlite.returning(digest.c.id), _INSERT.postgresql.returning(digest.c.id))
_THIS = digest.c.id == bindparam("row")
_FREEZE = (
    update(digest)
    .where(_THIS)
    .values(facts=bindparam("what"), edits=bindparam("how"), frozen_at=bindparam("now"))
)
_SET_STATE = update(digest).where(_THIS).values(state=bindparam("word"))
_COLUMNS = select(
    digest.c.id,
    digest.c.campaign_id,
    digest.c.kinds,
    digest.c.cut_off,
    digest.c.audience,
    digest.c.state,
    digest.c.facts,
    digest.c.claimed_at,
    digest.c.edits,
)
_GET = _COLUMNS.where(_THIS)
# Two admins decide at once: on PostgreSQL the second waits here. SQLite has one writer anyhow.
_GET_TO_DECIDE = _GET.with_for_update()
_IN_STATE = _COLUMNS.where(
    digest.c.campaign_id == bindparam("campaign_id"), digest.c.state == bindparam("word")
).order_by(digest.c.cut_off, digest.c.id)
_of_cut_off = (digest.c.campaign_id == bindparam("campaign_id")) & (digest.c.cut_off == bindparam("moment"))
_FROZEN = (
    select(digest.c.facts)
    .where(_of_cut_off, digest.c.kinds == bindparam("rhythms"), digest.c.facts.is_not(None))
    .order_by(digest.c.id)
    .limit(1)
)
_HELD = select(digest.c.id).where(_of_cut_off, digest.c.state == DigestState.HELD.value).order_by(digest.c.id)
_CLAIMED = select(digest.c.cut_off, digest.c.audience).where(digest.c.campaign_id == bindparam("campaign_id"))


_LATEST_POSTED = (
    select(digest.c.cut_off, func.count())
    .where(
        digest.c.campaign_id == bindparam("campaign_id"),
        digest.c.audience < 0,
        digest.c.state == bindparam("word"),
    )
    .group_by(digest.c.cut_off)
    .order_by(digest.c.cut_off.desc())
    .limit(1)
)


class DigestRow(NamedTuple):
    """One digest to one audience (a chat's Telegram id); `facts` are None until frozen."""

    id: int
    campaign_id: str
    kinds: str
    cut_off: datetime
    audience: int
    state: str
    facts: dict[str, Any] | None
    claimed_at: datetime
    edits: dict[str, Any] | None


class DigestRows:
    """Digests by campaign, cut-off and audience."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def claim(self, campaign_id: str, kinds: str, cut_off: datetime, audience: int, state: str) -> int | None:
        """Claim a digest: return its id to the one caller who was first, None to all others."""
        key = {"campaign_id": campaign_id, "cut_off": cut_off, "audience": audience}
        claimed: int | None = self._db.value(_CLAIM, **key, kinds=kinds, state=state, claimed_at=self._now)
        return claimed

    def freeze(self, digest_id: int, facts: dict[str, Any], edits: dict[str, Any]) -> None:
        """Keep the facts that were reported, and what reviewers changed; plain JSON data."""
        self._db.run(_FREEZE, row=digest_id, what=facts, how=edits, now=self._now)

    def set_state(self, digest_id: int, state: str) -> None:
        """Note how far it got."""
        self._db.run(_SET_STATE, row=digest_id, word=state)

    def get(self, digest_id: int) -> DigestRow | None:
        """Return a digest."""
        row = self._db.one(_GET_TO_DECIDE if self._db.writes else _GET, row=digest_id)
        return DigestRow(*row) if row else None

    def in_state(self, campaign_id: str, state: str) -> list[DigestRow]:
        """Return a campaign's digests of one state, earliest first."""
        return [DigestRow(*row) for row in self._db.all(_IN_STATE, campaign_id=campaign_id, word=state)]

    def frozen(self, campaign_id: str, cut_off: datetime, kinds: str) -> dict[str, Any] | None:
        """Return what was counted for the first digest of some kinds; None before there is one."""
        key = {"campaign_id": campaign_id, "moment": cut_off}
        facts: dict[str, Any] | None = self._db.value(_FROZEN, **key, rhythms=kinds)
        return facts

    def held(self, campaign_id: str, cut_off: datetime) -> list[int]:
        """Return the ids of a cut-off's digests that wait for an approval."""
        return [row[0] for row in self._db.all(_HELD, campaign_id=campaign_id, moment=cut_off)]

    def claimed(self, campaign_id: str) -> set[tuple[datetime, int]]:
        """Return every (cut-off, audience) that was claimed."""
        return {(cut_off, audience) for cut_off, audience in self._db.all(_CLAIMED, campaign_id=campaign_id)}

    def latest_posted(self, campaign_id: str) -> tuple[datetime, int] | None:
        """Return the latest cut-off that was posted to groups, and to how many; None before the first."""
        row = self._db.one(_LATEST_POSTED, campaign_id=campaign_id, word=DigestState.POSTED.value)
        return (row[0], row[1]) if row else None
