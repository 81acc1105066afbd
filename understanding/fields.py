"""Fields with their spans in the original text, made from finds in the plain one."""

from collections.abc import Iterator, Sequence
from datetime import date

from campaign.vocabulary import Channel
from understanding.attendance import AttendanceReader
from understanding.counties import Mention
from understanding.dates import Day
from understanding.drafts import Draft, count_value, day_values
from understanding.facts import Facts
from understanding.gazetteer import Gazetteer
from understanding.naming import Practice
from understanding.ownership import Named, Owner
from understanding.reading import (
    BAR,
    ContactReading,
    ExperienceReading,
    Field,
    IssueReading,
    Sender,
    Span,
)
from understanding.solutions import Solved


class FieldMaker:
    """Makes the fields of one message's reading."""

    def __init__(
        self, facts: Facts, gazetteer: Gazetteer, sender: Sender | None, attendance: AttendanceReader
    ) -> None:
        self.facts = facts
        self.attendance = attendance
        self.gazetteer = gazetteer
        self.own = tuple(key for key in (sender.counties if sender else ()) if key in gazetteer.by_key)

    def span(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the original stretch of a plain one."""
        return (self.facts.plain.span(start, end),)

    def county(self, named: Named) -> Field[str | None]:
        """Return a county, or None with the likeliest ones when it must be asked."""
        key, mention = named
        if mention is None:
            return Field(None, (), 0.0, self.own[:3])
        span = self.span(mention.start, mention.end)
        if key is None or mention.confidence < BAR:
            return Field(
                None, span, 0.0, (mention.likely if mention.outside else mention.likely or self.own)[:3]
            )
        return Field(key, span, mention.confidence)

    def contacts(self, draft: Draft) -> Iterator[ContactReading]:
        """Yield one contact for each county and day of a draft."""
        for named in self.named(draft):
            days = day_values(draft, self.facts.today, named[0])
            for place, (value, day) in enumerate(days):
                yield ContactReading(
                    self.county(named),
                    self.day(value, day),
                    self.channel(draft),
                    self.participants(draft, named[0], (place, len(days))),
                    self.attendance.attendees(self.facts, draft),
                    self.attendance.leader_present(self.facts, draft),
                )

    def named(self, draft: Draft) -> list[Named]:
        """Return the counties of a draft with the place of each."""
        if draft.anchor is None:
            return [(None, None)]
        known = {key: m for m in reversed(draft.anchor.mentions) for key in m.counties}
        pairs: list[Named] = [(key, known[key]) for key in draft.anchor.counties]
        return pairs or [(None, draft.anchor.mentions[0])]

    def day(self, value: date, day: Day | None) -> Field[date]:
        """Return the day of a contact, less sure when the message names none."""
        if day is None:
            return Field(value, (), 0.7)
        if day.impossible:
            return Field(value, self.span(day.start, day.end), 0.2)
        return Field(value, self.span(day.start, day.end), 0.75 if day.vague else 0.95)

    def channel(self, draft: Draft) -> Field[Channel | None]:
        """Return how a contact took place, None when the message does not tell."""
        if draft.sign is None or draft.channel is None:
            return Field(None, (), 0.4, (Channel.PHONE, Channel.ONSITE, Channel.VIDEO))
        return Field(draft.channel, self.span(draft.sign.start, draft.sign.end), 0.9)

    def participants(self, draft: Draft, county: str | None, turn: tuple[int, int]) -> Field[int | None]:
        """Return how many took part in the contact of one of so many days, None when it is not told."""
        value = count_value(draft, county, turn)
        if value is None or draft.count is None:
            return Field(value, (), 0.6 if value is None else 0.85)
        span = self.span(draft.count.start, draft.count.end)
        return Field(value, span, 0.9 - 0.05 * draft.count.rank)

    def issue(self, solved: Solved) -> IssueReading:
        """Return one problem of one county."""
        problem = solved.problem
        summary = self.summary(problem.start, problem.end, problem.confidence)
        due = solved.due
        resolver = solved.resolver
        return IssueReading(
            self.county(solved.named),
            summary,
            Field(due.value, self.span(due.start, due.end), 0.9) if due else Field(None, (), 0.7),
            Field(resolver[0], self.span(*resolver[1:]), 0.85) if resolver else Field(None, (), 0.6),
        )

    def summary(self, start: int, end: int, confidence: float) -> Field[str]:
        """Return a stretch of the original text as it stands there."""
        return Field(self.facts.plain.quote(start, end), self.span(start, end), confidence)

    def experiences(self, practices: Sequence[Practice], owner: Owner) -> Iterator[ExperienceReading]:
        """Yield one commended practice of one county each."""
        for practice in practices:
            for named in owner.of(practice.start, practice.end):
                summary = self.summary(practice.start, practice.end, practice.confidence)
                yield ExperienceReading(self.county(named), summary)

    def unknown(self, mention: Mention) -> Field[str]:
        """Return a name that is on no roster, with the counties it may have meant."""
        name = self.facts.plain.quote(mention.start, mention.end)
        return Field(name, self.span(mention.start, mention.end), 0.6, mention.likely)
