"""The reader: one message in, one reading out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from campaign.workdays import WorkCalendar
from understanding.actors import ActorReader
from understanding.amends import AmendReader, Amends
from understanding.attempts import AttemptReader
from understanding.attendance import AttendanceReader
from understanding.belief import Belief
from understanding.clauses import LONGEST, split
from understanding.contacts import Assembler
from understanding.counties import CountyFinder
from understanding.dates import DateFinder
from understanding.deadlines import DeadlineFinder
from understanding.drafts import RANK, TELLING
from understanding.duties import DutyReader, DutyReading
from understanding.evidence import SignFinder, Status
from understanding.experiences import PracticeFinder
from understanding.facts import DAY_BLOT, Facts, between, blotted, outside, touches
from understanding.fields import FieldMaker
from understanding.fragments import Fragment, FragmentReader
from understanding.gazetteer import Gazetteer
from understanding.intents import IntentReader
from understanding.issues import ProblemFinder
from understanding.lexicon import Lexicon
from understanding.normalise import normalise
from understanding.outline import OutlineReader
from understanding.ownership import Owner
from understanding.people import Count, PeopleFinder
from understanding.planned import Planned, PlannedReader
from understanding.presence import PresenceFinder
from understanding.questions import Query, QuestionReader, Topic
from understanding.reading import BAR, Intent, Reading, Sender
from understanding.scenes import SceneFinder
from understanding.segments import segments
from understanding.solutions import SolutionReader
from understanding.wording import Problem

SURELY_PAST = frozenset({"relative", "days_ago", "month_day", "numeric", "full", "year_month_day"})
"""Kinds of days that are over when they are read so; a bare day of the month may be one to come."""

Zones = list[tuple[int, int]]


class Reader:
    """Reads messages against one roster. Build it once: the indexes cost more than many readings."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.counties = CountyFinder(gazetteer, lexicon)
        self.dates = DateFinder(lexicon)
        self.deadlines = DeadlineFinder(lexicon)
        self.signs = SignFinder(lexicon)
        self.attempts = AttemptReader(lexicon)
        self.presence = PresenceFinder(lexicon)
        self.scenes = SceneFinder(lexicon)
        self.actors = ActorReader(lexicon)
        self.people = PeopleFinder(lexicon)
        self.problems = ProblemFinder(lexicon)
        self.solutions = SolutionReader(lexicon)
        self.practices = PracticeFinder(lexicon)
        self.assembler = Assembler(lexicon)
        self.attendance = AttendanceReader(lexicon)
        self.belief = Belief(lexicon)
        self.outlines = OutlineReader(lexicon)
        self.intents = IntentReader(lexicon)
        self.fragments = FragmentReader(lexicon, self.people)
        self.amending = AmendReader(lexicon, self.fragments)
        self.duties = DutyReader(lexicon)
        self.questions = QuestionReader(lexicon, self.counties, self.dates)
        self.plans = PlannedReader(lexicon)

    def read(
        self,
        text: str,
        written_at: datetime,
        sender: Sender | None = None,
        calendar: WorkCalendar | None = None,
    ) -> Reading:
        """Return the reading of a message written at an aware moment of the campaign's zone.

        calendar: knows the working days that deadlines count; without one every weekday is one.
        """
        facts = self.found(text, written_at, sender, calendar)
        if self.intents.is_correction(facts.text):
            return Reading(Intent.CORRECTION)
        quote = self.intents.quote(facts.text)
        if self.intents.is_off_duty(facts):
            return Reading(Intent.NONE)
        if self.intents.is_acknowledged(facts, quote):
            return Reading(Intent.NONE)
        if self.intents.is_announcement(facts):
            return Reading(self.intents.without_records(facts))
        return self.records(facts, sender, quote)

    def fragment(self, text: str, written_at: datetime) -> Fragment | None:
        """Return the new values of a contact's fields that a reply of one or some words gives, if it does."""
        return self.fragments.read(self.found(text, written_at, None))

    def amends(self, text: str, written_at: datetime) -> Amends:
        """Return what a correction tells of the record that it mends."""
        return self.amending.read(self.found(text, written_at, None))

    def named(self, text: str) -> tuple[str, ...]:
        """Return the keys of the counties that a text surely names, in order."""
        mentions = self.counties.find(normalise(text, self.lexicon).text, None)
        return tuple(dict.fromkeys(key for m in mentions if m.confidence >= BAR for key in m.counties))

    def planned(self, text: str, written_at: datetime) -> Planned:
        """Return what a message that is a plan says, or one that changes a plan."""
        return self.plans.read(self.found(text, written_at, None))

    def asked(self, text: str, written_at: datetime) -> Query | None:
        """Return what a message asks of the ledger, if it does."""
        return self.questions.read(normalise(text, self.lexicon).text, written_at.date())

    def duty(
        self, text: str, written_at: datetime, names: Mapping[str, Sequence[str]], places: Sequence[str] = ()
    ) -> DutyReading | None:
        """Return the standing duty that a message says was done; `names`: what each is called, by its key."""
        if not self.duties.may_name(normalise(text, self.lexicon).text, names):
            return None
        return self.duties.read(self.found(text, written_at, None), names, places)

    def duty_asked(self, text: str, names: Mapping[str, Sequence[str]]) -> str | None:
        """Return the standing duty that a message asks for, if it does."""
        return self.duties.asked(normalise(text, self.lexicon).text, names)

    def found(
        self, text: str, written_at: datetime, sender: Sender | None, calendar: WorkCalendar | None = None
    ) -> Facts:
        """Return what can be found without knowing what belongs to what."""
        plain = normalise(text, self.lexicon)
        today = written_at.date()
        clauses = split(plain.text, self.lexicon)
        deadlines = list(self.deadlines.find(plain.text, today, calendar))
        mentions = self.counties.find(plain.text, sender)
        by = [
            (day.start, day.end)
            for day in deadlines
            if self.lexicon.pattern("surely_due").search(plain.text, day.start, day.end)
        ]
        days = [day for day in self.dates.find(plain.text, today) if not touches(day.start, day.end, by)]
        due, named = ([(find.start, find.end) for find in finds] for finds in (deadlines, mentions))
        past = [(day.start, day.end) for day in days if day.value < today and day.kind in SURELY_PAST]
        signs = self.signs.find(plain.text, clauses, due, named, past)
        masked = blotted(plain.text, mentions)
        bare = blotted(masked, days, DAY_BLOT)
        signs = self.presence.added(bare, clauses, mentions, signs)
        signs = self.scenes.added(bare, clauses, mentions, signs)
        signs = self.attempts.settled(plain.text, clauses, named, signs)
        signs = self.actors.marked(bare, clauses, mentions, signs)
        outline = self.outlines.read(plain.text, clauses)
        return Facts(plain, today, clauses, mentions, deadlines, days, signs, masked=masked, outline=outline)

    def records(self, facts: Facts, sender: Sender | None, quote: int = 0) -> Reading:
        """Return the reading of a message that may hold records, behind an earlier message it quotes."""
        query = self.questions.read(facts.text, facts.today)
        asked = [*self.intents.questions(facts), *([(0, quote)] if quote else [])]
        asked += self.questions.asked(facts) if query or self.questions.counts(facts) else []
        if quote and not self.intents.is_of_quote(facts.text[quote:]):
            facts = facts.outside_of([(0, quote)])
        practices = [p for p in self.practices.find(facts) if not touches(p.start, p.end, asked)]
        praised = [(p.start if p.begun is None else p.begun, max(p.end, p.praised)) for p in practices]
        problems = [
            p
            for p in self.problems.find(facts)
            if not touches(p.start, p.end, praised + asked) and not is_story(facts, p)
        ]
        problems = self.practices.without_background(facts, problems, practices)
        known = self.lexicon.pattern("known_matter")
        problems = [p for p in problems if not known.fullmatch(facts.text, p.start, p.end)]
        owner = Owner(facts, self.lexicon)
        named = [(p.start, p.end) for p in practices]
        solved, zones = self.solutions.read(facts, problems, owner, named)
        named += zones
        zones += praised
        counts = self.heads(facts, zones)
        if practices and not counts:
            counts = [count for count in self.heads(facts, named) if count.rank == 0]
        facts = replace(facts, counts=counts)
        fields = self.maker(facts, sender)
        drafts = self.assembler.drafts(facts, list(segments(facts, owner.anchors, self.lexicon)), zones)
        asked += self.intents.interrogatives(facts)
        drafts = self.belief.believed(facts, drafts, asked=asked)
        reading = Reading(
            Intent.NONE,
            tuple(contact for draft in drafts for contact in fields.contacts(draft)),
            tuple(fields.issue(one) for one in solved),
            tuple(fields.experiences(practices, owner)),
            tuple(fields.unknown(mention) for mention in facts.mentions if mention.outside),
        )
        intent = self.intents.of(reading, facts)
        return replace(reading, intent=Intent.QUESTION if is_asked(query, reading, intent) else intent)

    def heads(self, facts: Facts, zones: Zones) -> list[Count]:
        """Return the head-counts that stand in none of the zones."""
        return self.people.find(facts.masked, outside((0, len(facts.text)), zones))

    def maker(self, facts: Facts, sender: Sender | None) -> FieldMaker:
        """Return the maker of fields for one message."""
        return FieldMaker(facts, self.gazetteer, sender, self.attendance)


def is_asked(query: Query | None, reading: Reading, intent: Intent) -> bool:
    """Tell whether a message without records only asks, though it speaks of a plan or of an old issue."""
    told = reading.contacts or reading.issues or reading.experiences
    if query is None or told:
        return False
    return intent is Intent.ISSUE or (query.about is Topic.BRIEF and intent in (Intent.PLAN, Intent.NONE))


def is_story(facts: Facts, problem: Problem) -> bool:
    """Tell whether a stretch that holds a problem is rather a long spoken tale of a contact on some day."""
    low, high = problem.start, problem.end
    if high - low <= LONGEST or not between(facts.days, low, high):
        return False
    near = between(facts.signs, low, high)
    return any(sign.status is Status.DONE and RANK[sign.kind] <= TELLING for sign in near)
