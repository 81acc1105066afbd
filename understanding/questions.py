"""What a message asks of the ledger: the topic, the county, the days. None when it asks nothing of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from campaign.vocabulary import Channel
from understanding.counties import CountyFinder
from understanding.dates import DateFinder
from understanding.facts import blotted
from understanding.lexicon import Lexicon
from understanding.normalise import normalise
from understanding.reading import BAR
from understanding.stretches import Days, StretchFinder

LONGEST = 60
"""Characters of the longest message that is read as a question."""


class Topic(StrEnum):
    """What a question is about."""

    UNCOVERED = "uncovered"
    PROGRESS = "progress"
    COUNTY = "county"
    LAST = "last"
    CONTACTS = "contacts"
    ISSUES = "issues"
    MINE = "mine"
    PEOPLE = "people"
    PRACTICES = "practices"
    RECORDS = "records"
    DIGEST = "digest"
    HELP = "help"


class Wanted(StrEnum):
    """Which issues a question is about."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    RAISED = "raised"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Query:
    """One question. `county`: a county's key. `days`: first and last. `period`: this two-month window.

    `own`: of what the asking person did. `who`: the words for a person whose counties are asked for.
    """

    about: Topic
    county: str | None = None
    own: bool = False
    days: Days | None = None
    period: bool = False
    channel: Channel | None = None
    state: Wanted | None = None
    who: str | None = None

    @property
    def undated(self) -> "Query":
        """The same, of no stretch of days."""
        return replace(self, days=None, period=False)


WITH_DAYS = frozenset({Wanted.DUE, Wanted.RAISED, Wanted.CLOSED})
OF_NO_COUNTY = frozenset({Topic.HELP, Topic.DIGEST, Topic.RECORDS, Topic.MINE, Topic.PROGRESS})
CHANNELS = {
    Channel.PHONE: "asked_phone",
    Channel.VIDEO: "asked_video",
    Channel.MEETING: "asked_meeting",
    Channel.ONSITE: "asked_onsite",
}


class QuestionReader:
    """Reads questions against one roster."""

    def __init__(self, lexicon: Lexicon, counties: CountyFinder, dates: DateFinder) -> None:
        self.lexicon = lexicon
        self.counties = counties
        self.dates = dates
        self.stretches = StretchFinder(lexicon)

    def read(self, text: str, written_at: datetime) -> Query | None:
        """Return what a message asks of the ledger, or None."""
        plain = normalise(text, self.lexicon).text.strip()
        if len(plain) > LONGEST or not self.is_asking(plain):
            return None
        names = self.lexicon.pattern("asks_no_county")
        mentions = [m for m in self.counties.find(plain, None) if not names.match(plain, m.start)]
        words = blotted(plain, mentions)
        keys = {key for m in mentions if m.confidence >= BAR for key in m.counties}
        unsure = any(not m.counties or m.confidence < BAR or m.outside for m in mentions) or len(keys) > 1
        if unsure:
            return None
        return self.query(words, next(iter(keys), None), written_at.date())

    def is_asking(self, text: str) -> bool:
        """Tell whether a message asks something, or wishes to be shown something, here and now."""
        asked = self.has("asking", text) or self.has("asking_to_show", text)
        return asked and not self.has("not_asking", text)

    def query(self, words: str, county: str | None, today: date) -> Query | None:
        """Return the question of a text in which counties are blotted out."""
        stretch = self.stretches.find(words, today)
        days = stretch.days if stretch else self.one_day(words, today)
        topic = self.topic(words, county)
        if topic is None:
            return None
        query = Query(topic, county, days=days, period=stretch is not None and days is None)
        return self.detailed(query, words)

    def one_day(self, words: str, today: date) -> Days | None:
        """Return the one day that a text names, if it names one."""
        found = [day for day in self.dates.find(words, today) if not (day.vague or day.impossible)]
        return (found[0].value, found[0].last or found[0].value) if len(found) == 1 else None

    def topic(self, words: str, county: str | None) -> Topic | None:
        """Return the first topic that the words are about."""
        here, own = county is not None, self.has("asks_own", words)
        left, last = self.has("asks_own_left", words), here and self.has("asks_last", words)
        missing, coverage = self.has("asks_uncovered", words), self.has("asks_coverage", words)
        counted = self.has("asks_contacts", words) and not coverage
        about_county = self.has("asks_county", words)
        holds = {
            Topic.HELP: self.has("asks_help", words),
            Topic.DIGEST: self.has("asks_digest", words),
            Topic.PEOPLE: (here and self.has("asks_liaison", words) and not last)
            or (not own and not missing and not coverage and self.has("asks_whose", words)),
            Topic.PRACTICES: self.has("asks_practices", words),
            Topic.RECORDS: self.has("asks_records", words),
            Topic.LAST: last,
            Topic.ISSUES: self.has("asks_issues", words),
            Topic.MINE: own and (missing or left or (about_county and not here and not counted)),
            Topic.UNCOVERED: missing and not here,
            Topic.CONTACTS: counted and not (here and left),
            Topic.COUNTY: here and about_county,
            Topic.PROGRESS: not here and self.has("asks_progress", words),
        }
        return next((topic for topic, held in holds.items() if held), None)

    def detailed(self, query: Query, words: str) -> Query:
        """Return a question with what its topic goes by, and without the rest."""
        if query.about is Topic.ISSUES:
            state = self.state(words, dated=query.days is not None or query.period)
            return replace(query, state=state) if state in WITH_DAYS else replace(query.undated, state=state)
        if query.about is Topic.CONTACTS:
            return replace(query, own=self.has("asks_own", words), channel=self.channel(words))
        if query.about is Topic.UNCOVERED:
            return replace(query, period=False, channel=self.channel(words))
        if query.about is Topic.PEOPLE and query.county is None:
            who = self.lexicon.pattern("asks_whose").search(words)
            return Query(Topic.PEOPLE, who=who["who"] if who else None)
        if query.about in OF_NO_COUNTY:
            return Query(query.about)
        return query if query.about is Topic.PRACTICES else query.undated

    def state(self, words: str, *, dated: bool) -> Wanted:
        """Return which issues the words are about."""
        if self.has("asks_overdue", words):
            return Wanted.OVERDUE
        if self.has("asks_due", words):
            return Wanted.DUE
        if self.has("asks_closed", words):
            return Wanted.CLOSED
        return Wanted.RAISED if dated or self.has("asks_raised", words) else Wanted.OPEN

    def channel(self, words: str) -> Channel | None:
        """Return the channel that the words name."""
        return next((channel for channel, name in CHANNELS.items() if self.has(name, words)), None)

    def has(self, name: str, words: str) -> bool:
        """Tell whether a pattern is found."""
        return self.lexicon.pattern(name).search(words) is not None
