"""Who went, as the message writes it, and whether a leader was there."""

from understanding.drafts import Draft
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.reading import Field


class AttendanceReader:
    """Reads who took part on the liaison side of a contact."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.who = lexicon.pattern("attendees")
        self.leader = lexicon.pattern("leader_went")
        self.no_leader = lexicon.pattern("leader_stayed")

    def attendees(self, facts: Facts, draft: Draft) -> Field[str | None]:
        """Return the words that name those who went, None when the message names nobody."""
        match = self.who.search(facts.text, draft.start, draft.end)
        if match is None:
            return Field(None, (), 0.5)
        start, end = match.span("who")
        return Field(facts.plain.quote(start, end), (facts.plain.span(start, end),), 0.75)

    def leader_present(self, facts: Facts, draft: Draft) -> Field[bool | None]:
        """Return whether a leader went, None when the message does not tell."""
        for pattern, value in ((self.no_leader, False), (self.leader, True)):
            if match := pattern.search(facts.masked, draft.start, draft.end):
                return Field(value, (facts.plain.span(*match.span()),), 0.75)
        return Field(None, (), 0.5)
