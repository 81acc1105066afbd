"""What a message asks of the ledger: the topic, the county, the days. None when it asks nothing of it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from campaign.vocabulary import Channel, DigestKind, Resolver
from understanding.asked_days import AskedDays, AskedDaysFinder
from understanding.asking import Asking
from understanding.counties import CountyFinder, Mention
from understanding.dates import DateFinder
from understanding.facts import BLOT, Facts, blotted
from understanding.lexicon import Lexicon
from understanding.reading import BAR
from understanding.stretches import Days, to_come

RUNS = re.compile(f"{BLOT}+")
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
    BRIEF = "brief"
    RANKING = "ranking"


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
    `number`: that of one issue. `resolver`: who is to solve the issues. `kind`: of the digest.
    """

    about: Topic
    county: str | None = None
    own: bool = False
    days: Days | None = None
    period: bool = False
    channel: Channel | None = None
    state: Wanted | None = None
    who: str | None = None
    number: int | None = None
    resolver: Resolver | None = None
    kind: DigestKind | None = None

    @property
    def undated(self) -> "Query":
        """The same, of no stretch of days."""
        return replace(self, days=None, period=False)


WITH_DAYS = frozenset({Wanted.DUE, Wanted.RAISED, Wanted.CLOSED})
OF_NO_COUNTY = frozenset({Topic.HELP, Topic.DIGEST, Topic.RECORDS, Topic.MINE, Topic.PROGRESS, Topic.RANKING})
NAMED_PLACE = frozenset({Topic.ISSUES, Topic.CONTACTS, Topic.PRACTICES, Topic.PROGRESS})
"""Topics that would be answered of all counties where the name of one was not understood."""
OF_DAYS = frozenset({Topic.CONTACTS, Topic.UNCOVERED, Topic.ISSUES, Topic.PRACTICES})
"""Topics that would be answered of all days where those meant were not understood."""
OF_ANYBODY = OF_DAYS | {Topic.PROGRESS, Topic.COUNTY, Topic.LAST}
"""Topics that would be answered of everybody where the person asked about is not known here."""
SURE = 0.95
"""Above this a county was named by its very name."""
CHANNELS = {
    Channel.PHONE: "asked_phone",
    Channel.VIDEO: "asked_video",
    Channel.MEETING: "asked_meeting",
    Channel.ONSITE: "asked_onsite",
}


KINDS = {
    DigestKind.TWO_MONTH: "asks_two_month",
    DigestKind.QUARTER: "asks_quarter",
    DigestKind.HALF_YEAR: "asks_half_year",
    DigestKind.MONTH: "asks_month",
    DigestKind.WEEK: "asks_week",
}


class QuestionReader:
    """Reads questions against one roster."""

    def __init__(self, lexicon: Lexicon, counties: CountyFinder, dates: DateFinder) -> None:
        self.lexicon = lexicon
        self.counties = counties
        self.dates = dates
        self.when = AskedDaysFinder(lexicon, dates)
        self.asking = Asking(lexicon)

    def read(self, text: str, today: date) -> Query | None:
        """Return what the plain form of a text asks of the ledger on a day, or None."""
        plain = text.strip()
        if len(plain) > LONGEST or not self.asking.may_ask(plain):
            return None
        mentions = self.mentions(plain)
        words = self.asking.heard(RUNS.sub(BLOT, blotted(plain, mentions)))
        keys = {key for m in mentions if m.confidence >= BAR for key in m.counties}
        unsure = any(not m.counties or m.confidence < BAR or m.outside for m in mentions) or len(keys) > 1
        if unsure or self.asking.of_others(words) or not self.asking.asks(words):
            return None
        return self.query(words, next(iter(keys), None), today)

    def asked(self, facts: Facts) -> list[tuple[int, int]]:
        """Return the clauses of a question in which something is asked."""
        return [(c.start, c.end) for c in facts.clauses if self.is_of_question(facts.text[c.start : c.end])]

    def counts(self, facts: Facts) -> bool:
        """Tell whether a text ends with how often, be it asked of what this can answer or not."""
        return len(facts.text) <= LONGEST and self.has("asks_how_often", RUNS.sub(BLOT, facts.masked))

    def is_of_question(self, clause: str) -> bool:
        """Tell whether a clause of a question asks, or says how it is meant."""
        return self.asking.may_ask(clause) or self.has("asked_not_channel", clause)

    def mentions(self, plain: str) -> list[Mention]:
        """Return where a question names counties, and not which ones it asks for."""
        asked = self.lexicon.pattern("asks_no_county")
        every = self.counties.find(plain, None)
        found = [m for m in every if m.confidence > SURE or not asked.match(plain, m.start)]
        return found or self.by_ear(plain)

    def by_ear(self, plain: str) -> list[Mention]:
        """Return the county whose name was written by ear at the head of a question, one syllable right."""
        match, by_ear = self.lexicon.pattern("asks_by_ear").match(plain), self.counties.misspellings
        like = by_ear.by_sound.like(match[0]) if match and match[0] not in by_ear.sound_alikes else None
        if match is None or like is None or not any(a == b for a, b in zip(match[0], like[0], strict=False)):
            return []
        return [self.counties.misspelt(*match.span(), *like, ())]

    def query(self, words: str, county: str | None, today: date) -> Query | None:
        """Return the question of a text in which counties are blotted out."""
        words = self.lexicon.pattern("asks_up_to_now").sub("", words)
        if one := self.lexicon.pattern("names_issue").search(words):
            return Query(Topic.ISSUES, number=self.when.stretches.numerals.read(one["n"] or one["of"]))
        when = self.when.find(words, today)
        topic = self.topic(words, county)
        if topic is None or (county is None and topic in NAMED_PLACE and self.has("asks_unheard", words)):
            return None
        if (topic in OF_DAYS and when is None) or (
            topic in OF_ANYBODY and self.has("asks_of_unknown", words) and not self.resolver(words)
        ):
            return None
        when = when or AskedDays()
        return self.detailed(Query(topic, county, days=when.days, period=when.period), words, today)

    def topic(self, words: str, county: str | None) -> Topic | None:
        """Return the first topic that the words are about."""
        here, own = county is not None, self.has("asks_own", words)
        left, last = self.has("asks_own_left", words), here and self.has("asks_last", words)
        missing, coverage = self.has("asks_uncovered", words), self.has("asks_coverage", words)
        counted = self.has("asks_contacts", words) and not coverage and not self.has("asks_negated", words)
        about_county = self.has("asks_county", words) or self.has("asks_shown", words)
        others = (counted or last) and self.has("asks_of_person", words)
        holds = {
            Topic.RANKING: self.has("asks_ranking", words),
            Topic.BRIEF: self.has("asks_brief", words),
            Topic.HELP: self.has("asks_help", words),
            Topic.DIGEST: self.has("asks_digest", words),
            Topic.PEOPLE: (here and self.has("asks_liaison", words) and not last)
            or (not own and not missing and not coverage and self.has("asks_whose", words)),
            Topic.PRACTICES: self.has("asks_practices", words),
            Topic.RECORDS: self.has("asks_records", words),
            Topic.LAST: last and not others,
            Topic.ISSUES: self.has("asks_issues", words),
            Topic.MINE: own and (missing or left or (about_county and not here and not counted)),
            Topic.UNCOVERED: missing and not here,
            Topic.CONTACTS: counted and not others and not (here and left),
            Topic.COUNTY: here and about_county and not others,
            Topic.PROGRESS: not here and (coverage or self.has("asks_progress", words)),
        }
        return next((topic for topic, held in holds.items() if held), None)

    def detailed(self, query: Query, words: str, today: date) -> Query:
        """Return a question with what its topic goes by, and without the rest."""
        if query.about is Topic.ISSUES:
            state = self.state(words, dated=query.days is not None or query.period)
            own = query.county is None and self.has("asks_own", words)
            resolver = self.resolver(words)
            if resolver and state is Wanted.CLOSED and not self.has("asks_done", words):
                state = Wanted.OPEN
            query = replace(query, state=state, own=own, resolver=resolver)
            if state is Wanted.DUE and query.days and not self.has("asks_back", words):
                query = replace(query, days=to_come(query.days, today))
            return query if state in WITH_DAYS else query.undated
        if query.about is Topic.CONTACTS:
            own = self.has("asks_own", words) or self.has("asks_own_deeds", words)
            return replace(query, own=own, channel=self.channel(words))
        if query.about is Topic.UNCOVERED:
            return replace(query, period=False, channel=self.channel(words))
        if query.about is Topic.PEOPLE and query.county is None:
            who = self.lexicon.pattern("asks_whose").search(words)
            return Query(Topic.PEOPLE, who=who["who"] if who else None)
        if query.about in OF_NO_COUNTY:
            kind = next((kind for kind, name in KINDS.items() if self.has(name, words)), None)
            return Query(query.about, kind=kind if query.about is Topic.DIGEST else None)
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

    def resolver(self, words: str) -> Resolver | None:
        """Return by whom the issues are to be solved that the words are about."""
        if not self.has("asks_of_solver", words):
            return None
        told = self.lexicon.pattern("asks_solver").search(words)
        return Resolver(told.lastgroup) if told and told.lastgroup else None

    def channel(self, words: str) -> Channel | None:
        """Return the channel that the words name."""
        words = self.lexicon.pattern("asked_not_channel").sub("", words)
        return next((channel for channel, name in CHANNELS.items() if self.has(name, words)), None)

    def has(self, name: str, words: str) -> bool:
        """Tell whether a pattern is found."""
        return self.lexicon.pattern(name).search(words) is not None
