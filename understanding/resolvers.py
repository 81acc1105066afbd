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
        self.county_union = lexicon.pattern("county_union")

    def read(
        self, text: str, start: int, end: int, mentions: Sequence[Mention]
    ) -> tuple[Resolver, int, int] | None:
        """Return the class and the words that tell it; None when none is said."""
        for pattern, resolver in (
            (self.taken_to_party, Resolver.PARTY_GOVERNMENT),
            (self.by_itself, Resolver.COUNTY_ITSELF),
        ):
            if match := pattern.search(text, start, end):
                return resolver, match.start(), match.end()
        if asked := self.asked_of(text, start, end, mentions):
            return asked
        for mention in mentions:
            if start <= mention.start < end and (union := self.county_union.match(text, mention.end, end)):
                return Resolver.COUNTY_ITSELF, mention.start, union.end()
        if match := self.any.search(text, start, end):
            return CLASSES[match.lastgroup or ""], match.start(), match.end()
        return None

    def asked_of(
        self, text: str, start: int, end: int, mentions: Sequence[Mention]
    ) -> tuple[Resolver, int, int] | None:
        """Return the class of those who are asked to solve it, unless a county is named in between."""
        asked = self.asked.search(text, start, end)
        if asked is None or any(asked.start() < m.start <= asked.end() for m in mentions):
            return None
        whom = self.any.match(text, asked.end())
        return (CLASSES[whom.lastgroup or ""], whom.start(), whom.end()) if whom else None
