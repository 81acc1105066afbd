"""Whose doing a sign speaks of: a county union that does something at home is no contact."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from understanding.clauses import Clause, clause_at
from understanding.counties import Mention
from understanding.evidence import Sign, Status
from understanding.lexicon import Lexicon

AT_HOME = frozenset({"back", "onsite", "weak_onsite", "meeting", "contact", "video"})
"""Kinds of signs that a county can set by itself, without us."""

BODY = frozenset({"back", "onsite", "weak_onsite", "meeting"})
"""Kinds that a body of a county does at home when it is the subject, whatever the verb."""

AFAR = frozenset({"other", "phone"})
"""Kinds that are its own doing only when a verb of doing things at home stands before them."""

TOLD = frozenset({Status.DONE, Status.PLANNED})
"""What a sign says when somebody does or will do what it speaks of."""

NEAR = 2
"""Characters between a subject and its verb."""

LED_BY = 6
"""Characters before a name in which a verb or preposition that takes it as its object is looked for."""


class ActorReader:
    """Tells the doings of a county from those of our side by the subject of the clause."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.subject = lexicon.pattern("their_subject")
        self.object_of = lexicon.pattern("object_of")
        self.ours = lexicon.pattern("our_part")
        self.generic = lexicon.pattern("generic_subject")
        self.place = lexicon.pattern("led_there")
        self.union = lexicon.pattern("county_union_acts")
        self.doing = lexicon.pattern("own_doing")
        self.first_person = lexicon.pattern("first_person")
        self.others = lexicon.pattern("others_do")
        self.actor = lexicon.pattern("their_actor")
        self.topic = lexicon.pattern("only_topic")
        self.we_did = lexicon.pattern("we_did")
        self.alone = lexicon.pattern("by_themselves")
        self.elsewhere = lexicon.pattern("elsewhere")

    def marked(
        self, masked: str, clauses: Sequence[Clause], mentions: Sequence[Mention], signs: Iterable[Sign]
    ) -> list[Sign]:
        """Return the signs, those that are a county's own doing marked so.

        masked: the plain text with the names of counties blotted out.
        """
        kept: list[Sign] = []
        until = 0
        for sign in signs:
            later = sign.start < until and sign.kind in AT_HOME and sign.status in TOLD
            later = later and not self.is_ours(masked, clauses, sign)
            if later or self.is_theirs(masked, clauses, mentions, sign):
                kept.append(replace(sign, status=Status.THEIRS))
                until = max(until, self.end_of_doing(clauses, mentions, sign))
            else:
                kept.append(sign)
        return kept

    def is_ours(self, masked: str, clauses: Sequence[Clause], sign: Sign) -> bool:
        """Tell whether one of us opens the clause of a sign and is over with what it speaks of."""
        clause = clause_at(clauses, sign.start)
        return clause is not None and self.we_did.match(masked, clause.start, clause.end) is not None

    def end_of_doing(self, clauses: Sequence[Clause], mentions: Sequence[Mention], sign: Sign) -> int:
        """Return where the sentence ends in which a county does something, or names the next county."""
        clause = clause_at(clauses, sign.start)
        named = (mention.start for mention in mentions if mention.start > sign.start)
        return min([clause.until if clause else sign.end, *named])

    def is_theirs(
        self, masked: str, clauses: Sequence[Clause], mentions: Sequence[Mention], sign: Sign
    ) -> bool:
        """Tell whether the subject of a sign's sentence is a body of a county, and none of us takes part."""
        clause = clause_at(clauses, sign.start) if sign.kind in AT_HOME | AFAR else None
        if clause is None or sign.status not in TOLD:
            return False
        by_others = sign.kind not in ("phone", "meeting") and self.others.fullmatch(
            masked, clause.start, sign.start
        )
        if by_others and not self.ours.search(masked, clause.start, clause.end):
            return True
        if self.alone.search(masked[clause.start : sign.start]):
            return True
        if sign.kind == "onsite" and self.elsewhere.match(masked, sign.end):
            return True
        if sign.kind in AT_HOME and self.is_reported_by_county(masked, clause, mentions):
            return True
        ours = self.first_person if sign.kind in AFAR else self.ours
        generic = self.is_generic(masked, clause, mentions, sign)
        theirs = generic or self.is_subject(masked, clause, mentions, sign)
        return theirs and not ours.search(masked, clause.since, clause.until)

    def is_subject(self, masked: str, clause: Clause, mentions: Sequence[Mention], sign: Sign) -> bool:
        """Tell whether a body of the county named last in the sentence is the subject of a sign."""
        named = [m for m in mentions if clause.since <= m.start and m.end <= sign.start]
        if not named or any(self.is_object(masked, clause.since, m.start) for m in named):
            return False
        subject = self.subject.match(masked, named[-1].end, clause.until)
        return subject is not None and self.acts(masked, subject, sign)

    def is_reported_by_county(self, masked: str, clause: Clause, mentions: Sequence[Mention]) -> bool:
        """Tell whether a clause of a report in which only a county acts tells of one of its doings."""
        if not mentions or mentions[0].start > clause.start:
            return False
        first = mentions[0]
        if self.is_object(masked, 0, first.start) or not self.union.match(masked, first.end):
            return False
        done = self.doing.search(masked, clause.start, clause.end)
        return done is not None and not self.ours.search(masked)

    def is_generic(self, masked: str, clause: Clause, mentions: Sequence[Mention], sign: Sign) -> bool:
        """Tell whether the clause's subject is "the county's union", of a county named before."""
        if not mentions or mentions[0].start > sign.start:
            return False
        match = self.generic.match(masked, clause.start, clause.end)
        return match is not None and match.end() <= sign.end and bool(match["doing"])

    def led_there(self, masked: str, subject: re.Match[str], sign: Sign) -> bool:
        """Tell whether only a place to which they go stands between a subject and its verb."""
        return bool(self.place.fullmatch(masked, subject.end(), sign.start))

    def is_object(self, masked: str, since: int, place: int) -> bool:
        """Tell whether a verb or preposition before a name takes it as its object."""
        return bool(self.object_of.search(masked[max(since, place - LED_BY) : place]))

    def acts(self, masked: str, subject: re.Match[str], sign: Sign) -> bool:
        """Tell whether a subject does what a sign speaks of: by a verb of its own, or by the sign."""
        body = bool(self.actor.search(subject["body"]))
        if subject["doing"] and subject.start("doing") <= sign.start:
            return body or sign.kind != "meeting"
        verb = body and sign.kind in BODY and subject.end() <= sign.start
        verb = verb and (sign.start <= subject.end() + NEAR or self.led_there(masked, subject, sign))
        return verb and not self.topic.match(masked, sign.end)
