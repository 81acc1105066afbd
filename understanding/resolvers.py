"""Who is to solve a problem."""

from collections.abc import Sequence

from campaign.vocabulary import Resolver
from understanding.counties import Mention
from understanding.dates import GROUP_NAME
from understanding.lexicon import Lexicon
from understanding.patterns import compiled

CLASSES = {
    "party_government": Resolver.PARTY_GOVERNMENT,
    "union_resources": Resolver.UNION_RESOURCES,
    "county_itself": Resolver.COUNTY_ITSELF,
}


class ResolverReader:
    """Tells the class of who is to solve a problem from the words about its solution."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.any = compiled("|".join(f"(?P<{name}>{lexicon.pattern(name).pattern})" for name in CLASSES))
        self.taken_to_party = lexicon.pattern("taken_to_party")
        self.by_itself = lexicon.pattern("by_itself")
        classes = "|".join(lexicon.pattern(name).pattern for name in CLASSES)
        self.asked = compiled(f"{lexicon.pattern('asked_of').pattern}(?={GROUP_NAME.sub('(?:', classes)})")
        self.we = lexicon.pattern("we_ourselves")
        self.employer = lexicon.pattern("employer_itself")
        self.county_union = lexicon.pattern("county_union")

    def read(
        self, text: str, start: int, end: int, mentions: Sequence[Mention], *, theirs: bool = False
    ) -> tuple[Resolver, int, int] | None:
        """Return the class and the words that tell it; None when none is said.

        theirs: the text is a paper of a county's union, which speaks of itself as "we".
        """
        told = self.outright(text, start, end, theirs=theirs) or self.asked_of(text, start, end, mentions)
        if told or self.employer.search(text, start, end):
            return told
        for mention in mentions:
            if start <= mention.start < end and (union := self.county_union.match(text, mention.end, end)):
                return Resolver.COUNTY_ITSELF, mention.start, union.end()
        if match := self.any.search(text, start, end):
            return CLASSES[match.lastgroup or ""], match.start(), match.end()
        return None

    def outright(self, text: str, start: int, end: int, *, theirs: bool) -> tuple[Resolver, int, int] | None:
        """Return the class that words tell outright: taken to the party, or done by the county itself."""
        if match := self.taken_to_party.search(text, start, end):
            return Resolver.PARTY_GOVERNMENT, match.start(), match.end()
        if self.employer.search(text, start, end):
            return None
        own = self.by_itself.search(text, start, end) or (theirs and self.we.search(text, start, end))
        return (Resolver.COUNTY_ITSELF, own.start(), own.end()) if own else None

    def asked_of(
        self, text: str, start: int, end: int, mentions: Sequence[Mention]
    ) -> tuple[Resolver, int, int] | None:
        """Return the class of those who are asked to solve it, unless a county is named in between."""
        asked = self.asked.search(text, start, end)
        if asked is None or any(asked.start() < m.start <= asked.end() for m in mentions):
            return None
        whom = self.any.match(text, asked.end())
        return (CLASSES[whom.lastgroup or ""], whom.start(), whom.end()) if whom else None
