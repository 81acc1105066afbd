"""What counties say of the contacts that were logged of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from campaign.county_words import CountyWord
from storage.connection import Connection
from storage.statements import put_into
from storage.tables import county_word

_ON = select(county_word.c.number, county_word.c.verdict, county_word.c.words).where(
    county_word.c.campaign_id == bindparam("campaign_id"),
    county_word.c.number.between(bindparam("first"), bindparam("last")),
)
_SAY = put_into(county_word, [column.name for column in county_word.columns], ("campaign_id", "number"))


class CountyWordRows:
    """Implements campaign.county_words.CountyWords."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def on(self, campaign_id: str, numbers: Sequence[int]) -> Mapping[int, CountyWord]:
        """Return what was said of contacts, by their numbers."""
        if not numbers:
            return {}
        span = {"first": min(numbers), "last": max(numbers)}
        rows = self._db.all(_ON, campaign_id=campaign_id, **span)
        return {row[0]: CountyWord(*row) for row in rows if row[0] in numbers}

    def say(self, campaign_id: str, word: CountyWord, person_id: int, at: datetime) -> None:
        """Keep what a county says of a contact."""
        what = {"number": word.number, "verdict": word.verdict, "words": word.words}
        self._db.run(_SAY, campaign_id=campaign_id, person_id=person_id, said_at=at, **what)
