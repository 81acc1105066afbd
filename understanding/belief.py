"""Which drafts are contacts that took place, and whose doing they were."""

from collections.abc import Sequence

from understanding.drafts import RANK, TELLING, Draft
from understanding.evidence import Sign
from understanding.facts import Facts, touches
from understanding.lexicon import Lexicon
from understanding.people import PLAIN

SURE = frozenset({"came", "phone"})
"""Kinds of signs that need nothing more."""

NOTE = 3
"""Characters beside a county and a sign in a note that says no more."""

Zones = Sequence[tuple[int, int]]


class Belief:
    """Weighs drafts against what else a message says."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def believed(self, facts: Facts, drafts: Sequence[Draft], *, asked: Zones) -> list[Draft]:
        """Return the contacts that took place.

        asked: stretches that ask something.
        """
        if (
            self.lexicon.pattern("county_paper").search(facts.text)
            or self.lexicon.pattern("their_bulletin").search(facts.masked)
            or self.is_notice(facts)
            or self.is_private(facts)
            or self.lexicon.pattern("asks_colleagues").search(facts.text)
        ):
            return []
        exact = any(not day.vague and not day.loose for day in facts.days)
        if not exact and self.lexicon.pattern("tally").search(facts.text):
            return []
        if self.is_leisure(facts) or not (facts.mentions or self.is_work(facts)):
            return []
        kept = [draft for draft in drafts if draft.sign and not self.is_told_of(facts, draft)]
        kept = [draft for draft in kept if not self.is_doubtful(facts, draft)]
        kept = [
            draft for draft in kept if draft.sign and not touches(draft.sign.start, draft.sign.end, asked)
        ]
        return [draft for draft in kept if self.is_borne_out(facts, draft)]

    def is_leisure(self, facts: Facts) -> bool:
        """Tell whether a message speaks of private things, and of no work in a county."""
        has = self.lexicon.pattern
        return bool(has("private").search(facts.text)) and not has("county_work").search(facts.text)

    def is_work(self, facts: Facts) -> bool:
        """Tell whether a message that names no county speaks of the work in one, and of a day or people."""
        has = self.lexicon.pattern
        if has("private").search(facts.text) or not has("county_work").search(facts.text):
            return False
        counted = any(count.firm for count in facts.counts)
        return bool(facts.days or counted or has("perfected").search(facts.text))

    def is_notice(self, facts: Facts) -> bool:
        """Tell whether a message asks everybody for something and names no county."""
        return not facts.mentions and bool(self.lexicon.pattern("notice").search(facts.text))

    def is_private(self, facts: Facts) -> bool:
        """Tell whether a message says that what it tells is not to be counted."""
        return bool(self.lexicon.pattern("not_counted").search(facts.text))

    def is_told_of(self, facts: Facts, draft: Draft) -> bool:
        """Tell whether a draft speaks of a county union's own activity, in which no liaison took part."""
        if (
            draft.anchor is None
            or draft.sign is None
            or draft.sign.kind not in ("weak_onsite", "onsite", "contact", "meeting")
        ):
            return False
        own = self.lexicon.pattern("own_activity").match(facts.text, draft.anchor.end, draft.end)
        return bool(own) and not self.lexicon.pattern("liaison_side").search(
            facts.text, draft.start, draft.end
        )

    def is_doubtful(self, facts: Facts, draft: Draft) -> bool:
        """Tell whether a weak sign stands beside a refused one, in the future, or without any county."""
        if draft.sign is None:
            return True
        rank = RANK[draft.sign.kind]
        if (
            not draft.counties
            and rank == TELLING
            and draft.anchor is None
            and not (draft.exact_days and draft.counted)
            and not self.lexicon.pattern("some_county").search(facts.text)
        ):
            return True
        if any(day.ahead(facts.today) for day in draft.days):
            return True
        if not draft.counties and not (draft.anchor and draft.anchor.mentions[0].likely) and rank > TELLING:
            return not draft.exact_days
        return draft.refused and rank > TELLING and not draft.exact_days and not draft.counted

    def is_borne_out(self, facts: Facts, draft: Draft) -> bool:
        """Tell whether more than its sign speaks for a draft: a day, people, our side, that it is over.

        A call or a visit to us needs no more.
        """
        sign = draft.sign
        if sign is None or self.is_gift(facts, sign):
            return False
        if draft.days or sign.kind in SURE or self.is_noted(facts, draft, sign):
            return True
        if (
            draft.count
            and draft.counted
            and (
                draft.count.rank < PLAIN
                or facts.clause(sign.start).sentence == facts.clause(draft.count.start).sentence
            )
        ):
            return True
        return self.is_told_as_done(facts, sign)

    def is_gift(self, facts: Facts, sign: Sign) -> bool:
        """Tell whether a sign of something sent speaks of a present."""
        clause = facts.clause(sign.start)
        gift = self.lexicon.pattern("gift").search(facts.text, clause.since, clause.until)
        return sign.kind == "other" and gift is not None

    def is_told_as_done(self, facts: Facts, sign: Sign) -> bool:
        """Tell whether a sign's sentence has our side in it, says that it is over, or goes to a county."""
        clause = facts.clause(sign.start)
        if self.lexicon.pattern("perfected").match(facts.text, sign.end, clause.until):
            return True
        until = clause.until if sign.kind == "other" else clause.end
        if self.lexicon.pattern("our_part").search(facts.masked, clause.since, until):
            return True
        return bool(self.lexicon.pattern("bound_for").search(facts.masked, clause.since, clause.until))

    def is_noted(self, facts: Facts, draft: Draft, sign: Sign) -> bool:
        """Tell whether hardly more than a county and the sign is written down, as in a list."""
        clause = facts.clause(sign.start)
        names = draft.anchor.mentions if draft.anchor else ()
        words = sum(name.end - name.start for name in names if clause.start <= name.start < clause.end)
        rest = clause.end - clause.start - (sign.end - sign.start)
        return draft.anchor is not None and rest - words <= NOTE
