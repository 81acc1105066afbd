"""Visits told by no word of the lists: somebody of ours, on a day that is over, at a place of a county."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from campaign.vocabulary import Channel
from understanding.clauses import Clause, clause_at
from understanding.counties import Mention
from understanding.evidence import REMOTE, Sign, Status
from understanding.facts import DAY_BLOT
from understanding.lexicon import Lexicon


class SceneFinder:
    """Finds sentences that tell of a visit by who, when and where alone, and takes back what is hearsay."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.us = lexicon.pattern("us")
        self.theirs = [
            lexicon.pattern(name)
            for name in ("third_folk", "hearsay", "off_duty", "private", "weather_news", "of_life")
        ]
        names = ("desk", "future", "called_off", "failed", "interrogative", "request", "intended")
        self.other = [*self.theirs, *(lexicon.pattern(name) for name in names)]
        self.hearsay = lexicon.pattern("hearsay")
        self.by_the_way = lexicon.pattern("heard_then")
        self.at_scene = lexicon.pattern("at_scene")
        self.behind = lexicon.pattern("scene_behind")
        self.event = lexicon.pattern("event_behind")
        self.acts = lexicon.pattern("scene_acts")
        self.head_count = lexicon.pattern("head_count")
        self.we_acted = lexicon.pattern("we_acted")
        self.lasting = lexicon.pattern("lasting")
        self.took_part = lexicon.pattern("of_quote")

    def added(
        self, masked: str, clauses: Sequence[Clause], mentions: Sequence[Mention], signs: Sequence[Sign]
    ) -> list[Sign]:
        """Return the signs in order: those heard of are a county's own, scenes without any sign get one.

        masked: the plain text with the names of counties and the days blotted out.
        """
        told = {clause.sentence for sign in signs if (clause := clause_at(clauses, sign.start))}
        signs = (
            [self.heard(masked, clauses, sign) for sign in signs] if self.hearsay.search(masked) else signs
        )
        more = list(self.scenes(masked, clauses, mentions, told)) if DAY_BLOT in masked else []
        return sorted([*signs, *more], key=lambda sign: sign.start) if more else list(signs)

    def heard(self, masked: str, clauses: Sequence[Clause], sign: Sign) -> Sign:
        """Return a sign, a county's own when its sentence says that it was read of or heard of."""
        clause = clause_at(clauses, sign.start)
        if clause is None or sign.status is not Status.DONE:
            return sign
        read = self.hearsay.search(masked, clause.since, clause.until)
        if read and sign.kind in REMOTE and sign.end <= read.start() and self.by_the_way.match(read[0]):
            return sign
        took_part = self.took_part.search(masked, clause.since, clause.until)
        return replace(sign, status=Status.THEIRS) if read and not took_part else sign

    def scenes(
        self, masked: str, clauses: Sequence[Clause], mentions: Sequence[Mention], told: set[int]
    ) -> Iterator[Sign]:
        """Yield a sign for the first county of each sentence that shows a scene and has no other sign."""
        for mention in mentions:
            clause = clause_at(clauses, mention.start)
            if clause and clause.sentence not in told and self.is_scene(masked, clause, mention):
                told.add(clause.sentence)
                yield Sign(mention.end - 1, mention.end, "weak_onsite", Channel.ONSITE, Status.DONE)

    def is_scene(self, masked: str, clause: Clause, mention: Mention) -> bool:
        """Tell whether a sentence has a day, one of us, a place of the county and something that was done."""
        words = masked[clause.since : clause.until]
        if DAY_BLOT not in words or not self.lasting.search(words):
            return False
        led = self.at_scene.search(masked, clause.start, mention.end)
        placed = led or self.behind.match(masked, mention.start, clause.end)
        if not placed and self.we_acted.search(words):
            placed = self.event.match(masked, mention.start, clause.end)
        placed = placed or (self.head_count.search(words) and self.acts.search(words))
        if not placed or not (self.us.search(words) or led):
            return False
        return not any(pattern.search(words) for pattern in self.other)
