"""Drafts of digests: one a cut-off, changed by whoever reviews them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from campaign.review import OVER, DigestDraft, ReviewChange, ReviewStep
from campaign.vocabulary import ReviewState
from storage.connection import Connection
from storage.statements import Row, Upsert, insert_once
from storage.tables import digest_draft

_KEY = ("campaign_id", "cut_off")
_CHANGED = ("state", "version", "edits", "withheld", "changes", "approved_by", "approved_at")
_INSERT = insert_once(digest_draft, (*_KEY, "kinds", "facts", "made_at", *_CHANGED), _KEY)
_MAKE = Upsert(_INSERT.sqlite.returning(digest_draft.c.id), _INSERT.postgresql.returning(digest_draft.c.id))
_NAMES = ("id", *_KEY, "kinds", "facts", *_CHANGED)
_COLUMNS = select(*(digest_draft.c[name] for name in _NAMES))
_GET = _COLUMNS.where(digest_draft.c.id == bindparam("row"))
_OF = _COLUMNS.where(
    digest_draft.c.campaign_id == bindparam("campaign_id"), digest_draft.c.cut_off == bindparam("moment")
)
# Two reviewers at once, or one and the posting: on PostgreSQL the second waits here.
_GET_TO_CHANGE, _OF_TO_CHANGE = _GET.with_for_update(), _OF.with_for_update()
_STANDING = _COLUMNS.where(
    digest_draft.c.campaign_id == bindparam("campaign_id"),
    *(digest_draft.c.state != state for state in sorted(OVER)),
).order_by(digest_draft.c.cut_off)
_HELD = (
    select(digest_draft.c.id, digest_draft.c.cut_off)
    .where(digest_draft.c.campaign_id == bindparam("campaign_id"), digest_draft.c.state == ReviewState.HELD)
    .order_by(digest_draft.c.cut_off)
)
_DRAFTED = select(digest_draft.c.cut_off, digest_draft.c.kinds).where(
    digest_draft.c.campaign_id == bindparam("campaign_id")
)
_PUT = (
    update(digest_draft)
    .where(digest_draft.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)
_RENEW = (
    update(digest_draft)
    .where(digest_draft.c.id == bindparam("row"))
    .values(kinds=bindparam("of"), facts=bindparam("what"))
)


class DigestDraftRows:
    """Implements campaign.review.DigestDrafts."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def make(self, draft: DigestDraft) -> int | None:
        """Store a new draft: return its id to the one caller who was first, None to all others."""
        key = {"campaign_id": draft.campaign_id, "cut_off": draft.cut_off}
        kept = {"kinds": draft.kinds, "facts": draft.facts, "made_at": self._now}
        made: int | None = self._db.value(_MAKE, **key, **kept, **_changed(draft))
        return made

    def get(self, draft_id: int) -> DigestDraft | None:
        """Return a draft; while something is written, nobody else gets it until that is committed."""
        row = self._db.one(_GET_TO_CHANGE if self._db.writes else _GET, row=draft_id)
        return _draft(row) if row else None

    def of(self, campaign_id: str, cut_off: datetime) -> DigestDraft | None:
        """Return the draft of a cut-off, likewise."""
        statement = _OF_TO_CHANGE if self._db.writes else _OF
        row = self._db.one(statement, campaign_id=campaign_id, moment=cut_off)
        return _draft(row) if row else None

    def standing(self, campaign_id: str) -> Sequence[DigestDraft]:
        """Return the drafts that are not over, earliest cut-off first."""
        return [_draft(row) for row in self._db.all(_STANDING, campaign_id=campaign_id)]

    def drafted(self, campaign_id: str) -> Mapping[datetime, str]:
        """Return the kinds of every draft by its cut-off."""
        return {row[0]: row[1] for row in self._db.all(_DRAFTED, campaign_id=campaign_id)}

    def held(self, campaign_id: str) -> Sequence[tuple[int, datetime]]:
        """Return id and cut-off of each draft whose digest waits for its approval."""
        return [(row[0], row[1]) for row in self._db.all(_HELD, campaign_id=campaign_id)]

    def put(self, draft: DigestDraft) -> None:
        """Store a draft's new form; its kinds and facts stay."""
        changed = {f"new_{name}": value for name, value in _changed(draft).items()}
        self._db.run(_PUT, row=draft.id, **changed)

    def renew(self, draft: DigestDraft) -> None:
        """Store a draft's new form, with other kinds and facts."""
        self._db.run(_RENEW, row=draft.id, of=draft.kinds, what=draft.facts)
        self.put(draft)


def _changed(draft: DigestDraft) -> dict[str, Any]:
    return {
        "state": draft.state,
        "version": draft.version,
        "edits": draft.edits,
        "withheld": list(draft.withheld),
        "changes": [asdict(change) | {"at": change.at.isoformat()} for change in draft.changes],
        "approved_by": draft.approved_by,
        "approved_at": draft.approved_at,
    }


def _draft(row: Row) -> DigestDraft:
    kept: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    told = {"withheld": tuple(kept["withheld"]), "changes": tuple(map(_change, kept["changes"]))}
    return DigestDraft(**kept | told)


def _change(kept: dict[str, Any]) -> ReviewChange:
    at, what = datetime.fromisoformat(kept["at"]), ReviewStep(kept["what"])
    return ReviewChange(kept["person_id"], kept["name"], at, what, kept["about"])
