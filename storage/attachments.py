"""Files sent along with cards and records."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from campaign.attachments import MOST, FileKind, SentFile
from storage.connection import Connection
from storage.statements import insert_into
from storage.tables import attachment, contact

_COLUMNS = (attachment.c.kind, attachment.c.file_id, attachment.c.file_unique_id)
_ADD = insert_into(
    attachment,
    *("campaign_id", "draft_id", "ordinal", "kind", "file_id", "file_unique_id", "added_by", "added_at"),
)
_OF = select(*_COLUMNS).where(attachment.c.draft_id == bindparam("draft_id")).order_by(attachment.c.ordinal)
_DROP = delete(attachment).where(attachment.c.draft_id == bindparam("draft_id"))
_CONTACTS = select(contact.c.draft_id).where(
    contact.c.campaign_id == bindparam("campaign_id"),
    contact.c.county_id == bindparam("county_id"),
    contact.c.withdrawn_at.is_(None),
)
_OF_COUNTY = (
    select(*_COLUMNS)
    .where(attachment.c.draft_id.in_(_CONTACTS), attachment.c.kind != FileKind.PLACE)
    .order_by(attachment.c.added_at.desc(), attachment.c.draft_id, attachment.c.ordinal)
    .limit(bindparam("limit"))
)


class AttachmentRows:
    """Implements campaign.attachments.Attachments."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(
        self, campaign_id: str, draft_id: str, files: Sequence[SentFile], person_id: int, at: datetime
    ) -> tuple[int, int]:
        """Keep files with a card, each once, MOST in all; return how many are new and how many too many."""
        known = self.of(draft_id)
        ids = {file.unique_id for file in known}
        new = [file for file in dict.fromkeys(files) if file.unique_id not in ids]
        kept = new[: max(0, MOST - len(known))]
        common = {"campaign_id": campaign_id, "draft_id": draft_id, "added_by": person_id, "added_at": at}
        for ordinal, file in enumerate(kept, start=len(known)):
            row = {"kind": file.kind, "file_id": file.file_id, "file_unique_id": file.unique_id}
            self._db.run(_ADD, **common, **row, ordinal=ordinal)
        return len(kept), len(new) - len(kept)

    def drop(self, draft_id: str) -> None:
        """Forget the files of a card that was given up."""
        self._db.run(_DROP, draft_id=draft_id)

    def hand_over(self, campaign_id: str, draft_id: str, to: str, person_id: int, at: datetime) -> int:
        """Keep the files of a card with another one's record instead; return how many are too many."""
        files = self.of(draft_id)
        if not files:
            return 0
        self.drop(draft_id)
        return self.add(campaign_id, to, files, person_id, at)[1]

    def of(self, draft_id: str) -> Sequence[SentFile]:
        """Return the files of a card or record, in the order in which they came."""
        return [SentFile(FileKind(kind), *ids) for kind, *ids in self._db.all(_OF, draft_id=draft_id)]

    def of_county(self, campaign_id: str, county_id: int, limit: int) -> Sequence[SentFile]:
        """Return the latest files of a county's standing contacts, latest first; places are left out."""
        place = {"campaign_id": campaign_id, "county_id": county_id}
        rows = self._db.all(_OF_COUNTY, **place, limit=limit)
        return [SentFile(FileKind(kind), *ids) for kind, *ids in rows]
