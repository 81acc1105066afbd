"""Which drafts are contacts that took place, and whose doing they were."""

from collections.abc import Sequence

from understanding.drafts import RANK, TELLING, Draft
from understanding.evidence import Status
from understanding.facts import Facts, touches
from understanding.lexicon import Lexicon

Zones = Sequence[tuple[int, int]]


class Belief:
    """Weighs drafts against what else a message says."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def believed(
        self, facts: Facts, drafts: Sequence[Draft], *, asked: Zones, other_news: bool
    ) -> list[Draft]:
        """Return the contacts that took place.

        asked: stretches that ask something. other_news: the message tells of a problem or a practice.
        """
        if (
            self.lexicon.pattern("county_paper").search(facts.text)
            or self.is_notice(facts)
            or self.is_private(facts)
            or self.lexicon.pattern("asks_colleagues").search(facts.text)
        ):
            return []
        if not facts.mentions and not self.is_work(facts):
            return []
        kept = [draft for draft in drafts if draft.sign and not self.is_told_of(facts, draft)]
        kept = [draft for draft in kept if not self.is_doubtful(facts, draft)]
        kept = [
            draft for draft in kept if draft.sign and not touches(draft.sign.start, draft.sign.end, asked)
        ]
        if asked or other_news:
            kept = [draft for draft in kept if self.is_borne_out(facts, draft)]
        return kept

    def is_work(self, facts: Facts) -> bool:
        """Tell whether a message that names no county speaks of the work in one, and of a day or people."""
        has = self.lexicon.pattern
        if has("private").search(facts.text) or not has("county_work").search(facts.text):
            return False
        return bool(facts.days or facts.counts or has("perfected").search(facts.text))

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
            and not (draft.exact_days and draft.count)
            and not self.lexicon.pattern("some_county").search(facts.text)
        ):
            return True
        if any(day.ahead(facts.today) for day in draft.days):
            return True
        if not draft.counties and not (draft.anchor and draft.anchor.mentions[0].likely) and rank > TELLING:
            return not draft.exact_days
        return draft.refused and rank > TELLING and not draft.exact_days and draft.count is None

    def is_firm(self, facts: Facts, draft: Draft) -> bool:
        """Tell whether the sign of a draft is sure by itself."""
        if draft.sign is None:
            return False
        return (
            RANK[draft.sign.kind] < TELLING
            or draft.sign.kind == "other"
            or bool(self.lexicon.pattern("firm_visit").match(facts.text, draft.sign.start))
        )

    def is_borne_out(self, facts: Facts, draft: Draft) -> bool:
        """Tell whether a draft has a day, a head-count, one's own side or a means that is sure."""
        if draft.days or draft.count or self.is_firm(facts, draft):
            return True
        done = any(s.status is Status.DONE and RANK[s.kind] <= TELLING for s in draft.signs)
        side = self.lexicon.pattern("liaison_side")
        return done and bool(side.search(facts.text, draft.start, draft.end))
