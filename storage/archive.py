"""Standing records by author, county and day."""

from collections.abc import Sequence
from datetime import date

from campaign.archive import CountySoFar, SaidBefore
from campaign.drafts import Draft
from campaign.records import Contact, Practice, SavedRecord
from storage import archive_queries as sql
from storage.connection import Connection
from storage.records import RecordRows


class ArchiveRows:
    """Implements campaign.archive.Archive."""

    def __init__(self, connection: Connection, records: RecordRows) -> None:
        self._db = connection
        self._records = records

    def contacts_on(self, campaign_id: str, county_id: int, day: date) -> Sequence[Contact]:
        """Return a county's standing contacts of a day, in the order of their numbers."""
        rows = self._db.all(sql.CONTACTS_ON, campaign_id=campaign_id, county_id=county_id, day=day)
        return [Contact(*row) for row in rows]

    def so_far(self, campaign_id: str, county_id: int, day: date) -> CountySoFar:
        """Return what matters of a county before a contact of a day is saved: one query."""
        row = self._db.one(sql.SO_FAR, campaign_id=campaign_id, county_id=county_id, day=day)
        return CountySoFar(*row) if row else CountySoFar(0)

    def said_before(self, draft: Draft) -> SaidBefore | None:
        """Return a contact of the author's latest earlier record with the same words; None without any."""
        if draft.said is None:
            return None
        whose = {"campaign_id": draft.campaign_id, "author_id": draft.author_id}
        row = self._db.one(sql.SAID_BEFORE, **whose, said=draft.said, draft_id=draft.id)
        return SaidBefore(*row) if row else None

    def contact(self, campaign_id: str, county_id: int, number: int) -> Contact | None:
        """Return a county's standing contact of a number; None when it has none such."""
        row = self._db.one(sql.CONTACT, campaign_id=campaign_id, county_id=county_id, number=number)
        return Contact(*row) if row else None

    def of_author(self, campaign_id: str, author_id: int, limit: int) -> Sequence[SavedRecord]:
        """Return a person's latest standing records, latest first."""
        whose = {"campaign_id": campaign_id, "author_id": author_id}
        drafts = self._db.all(sql.DRAFTS_OF_AUTHOR, **whose, limit=limit)
        return [record for row in drafts if (record := self._records.of_draft(row[0]))]

    def contacts(self, campaign_id: str, county_id: int, limit: int, skip: int) -> Sequence[Contact]:
        """Return a county's standing contacts, latest day first, without the first few."""
        place = {"campaign_id": campaign_id, "county_id": county_id}
        rows = self._db.all(sql.CONTACTS_OF_COUNTY, **place, limit=limit, skip=skip)
        return [Contact(*row) for row in rows]

    def practices(
        self, campaign_id: str, county_id: int | None, limit: int, skip: int = 0
    ) -> Sequence[Practice]:
        """Return the latest standing practices of a county or of all, latest first, without the first few."""
        page = {"campaign_id": campaign_id, "limit": limit, "skip": skip}
        if county_id is None:
            rows = self._db.all(sql.PRACTICES_OF_ALL, **page)
        else:
            rows = self._db.all(sql.PRACTICES_OF_COUNTY, **page, county_id=county_id)
        return [Practice(*row) for row in rows]

    def chosen_practices(self, campaign_id: str, limit: int) -> Sequence[Practice]:
        """Return standing practices that are chosen for promotion, the one chosen last first."""
        rows = self._db.all(sql.CHOSEN_PRACTICES, campaign_id=campaign_id, limit=limit)
        return [Practice(*row) for row in rows]

    def count_practices(self, campaign_id: str, county_id: int | None) -> int:
        """Count the standing practices of a county or of all."""
        if county_id is None:
            return int(self._db.value(sql.COUNT_PRACTICES, campaign_id=campaign_id))
        place = {"campaign_id": campaign_id, "county_id": county_id}
        return int(self._db.value(sql.COUNT_PRACTICES_OF_COUNTY, **place))
