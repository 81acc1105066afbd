"""Readers of messages, one a campaign, made from the store's counties and kept until the roster changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from threading import Lock
from time import monotonic

from campaign.people import County
from campaign.ports import Store
from campaign.workdays import WorkCalendar
from handlers.desk import county_key
from understanding import (
    Amends,
    CountyName,
    DutyReading,
    Fragment,
    Gazetteer,
    Lexicon,
    Planned,
    Query,
    Reader,
    Reading,
    Sender,
    load_lexicon,
)

FRESH_SECONDS = 10.0


@dataclass(slots=True)
class CampaignReader:
    """Reads messages against one campaign's counties, by the days of its zone and its working days."""

    reader: Reader
    zone: tzinfo
    calendar: WorkCalendar
    counties: tuple[County, ...]
    checked_at: float

    def read(self, text: str, now: datetime, sender: Sender | None = None) -> Reading:
        """Return the reading of a text written at `now`, aware."""
        return self.reader.read(text, now.astimezone(self.zone), sender, self.calendar)

    def amends(self, text: str, now: datetime) -> Amends:
        """Return what a correction written at `now`, aware, tells of the record that it mends."""
        return self.reader.amends(text, now.astimezone(self.zone))

    def named(self, text: str) -> Sequence[str]:
        """Return the keys of the counties that a text surely names, in order."""
        return self.reader.named(text)

    def planned(self, text: str, now: datetime) -> Planned:
        """Return what words of a plan written at `now`, aware, say."""
        return self.reader.planned(text, now.astimezone(self.zone))

    def asked(self, text: str, now: datetime) -> Query | None:
        """Return what a text written at `now`, aware, asks of the ledger."""
        return self.reader.asked(text, now.astimezone(self.zone))

    def fragment(self, text: str, now: datetime) -> Fragment | None:
        """Return the new values of single fields that a text written at `now`, aware, begins with."""
        return self.reader.fragment(text, now.astimezone(self.zone))

    def duty(
        self, text: str, now: datetime, names: Mapping[str, Sequence[str]], places: Sequence[str] = ()
    ) -> DutyReading | None:
        """Return the standing duty that a text written at `now`, aware, says was done."""
        return self.reader.duty(text, now.astimezone(self.zone), names, places)

    def duty_asked(self, text: str, names: Mapping[str, Sequence[str]]) -> str | None:
        """Return the standing duty that a text asks for."""
        return self.reader.duty_asked(text, names)


class Readers:
    """Makes readers when they are first asked for, in whatever thread asks; the roster may change outside."""

    def __init__(self, elapsed: Callable[[], float] = monotonic) -> None:
        self._elapsed = elapsed
        self._lock = Lock()
        self._lexicon: Lexicon | None = None
        self._readers: dict[str, CampaignReader] = {}

    def reader(self, store: Store, campaign_id: str) -> CampaignReader:
        """Return the reader of a campaign as it is in the store; raise NotFound."""
        with self._lock:
            known = self._readers.get(campaign_id)
            if known is None or self._elapsed() - known.checked_at > FRESH_SECONDS:
                known = self._readers[campaign_id] = self._checked(store, campaign_id, known)
            return known

    def _checked(self, store: Store, campaign_id: str, known: CampaignReader | None) -> CampaignReader:
        counties = tuple(store.people.counties(campaign_id))
        plan = store.campaigns.plan(campaign_id)
        now = (counties, plan.definition.tz, plan.calendar)
        if known is not None and (known.counties, known.zone, known.calendar) == now:
            known.checked_at = self._elapsed()
            return known
        if self._lexicon is None:
            self._lexicon = load_lexicon()
        reader = Reader(_gazetteer(counties), self._lexicon)
        return CampaignReader(reader, plan.definition.tz, plan.calendar, counties, self._elapsed())


def _gazetteer(counties: Sequence[County]) -> Gazetteer:
    return Gazetteer([CountyName(county_key(c), c.name, c.prefecture, c.aliases) for c in counties])
