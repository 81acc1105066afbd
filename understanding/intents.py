"""What a message is for."""

from collections.abc import Sequence

from understanding.drafts import RANK, TELLING
from understanding.evidence import REMOTE, Status
from understanding.facts import Facts, touches
from understanding.lexicon import Lexicon
from understanding.reading import Intent, Reading

BRIEF = 60
"""Characters of the longest message that is taken for a correction by its turn of phrase alone."""


class IntentReader:
    """Tells corrections, questions, plans and small talk from their wording."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def has(self, name: str, text: str) -> bool:
        """Tell whether a pattern of the lexicon occurs in a text."""
        return bool(self.lexicon.pattern(name).search(text))

    def is_correction(self, text: str) -> bool:
        """Tell whether the message exists to change or withdraw an earlier entry."""
        brief = len(text) <= BRIEF
        amending = brief and self.has("amending", text) and not self.has("not_amending", text)
        return (amending or self.has("correction", text)) and not (
            self.has("not_correction", text) or self.has("how_to", text)
        )

    def is_announcement(self, facts: Facts) -> bool:
        """Tell whether the message only announces what is to come, or asks a favour of colleagues."""
        favour = self.has("asks_colleagues", facts.text) and not any(not day.vague for day in facts.days)
        return favour or self.has("announcement", facts.text)

    def is_off_duty(self, facts: Facts) -> bool:
        """Tell whether the message is talk of oneself, of the road or the weather, and of no work or plan."""
        if self.has("mis_sent", facts.text):
            return True
        if not any(self.has(name, facts.text) for name in ("off_duty", "private")):
            return False
        planned = any(sign.status is Status.PLANNED for sign in facts.signs)
        if self.has("at_work", facts.masked) or (planned and not self.interrogatives(facts)):
            return False
        talked = any(s.status is Status.DONE and s.kind in REMOTE for s in facts.signs)
        return not talked and not any(self.has(name, facts.text) for name in ("called_off", "failed"))

    def quote(self, text: str) -> int:
        """Return where the message begins behind an earlier one that it quotes."""
        match = self.lexicon.pattern("quoted_back").match(text)
        return match.end() if match else 0

    def is_of_quote(self, words: str) -> bool:
        """Tell whether an answer says that its writer took part in what the quoted message tells."""
        return self.has("of_quote", words)

    def is_acknowledged(self, facts: Facts, quote: int) -> bool:
        """Tell whether the words behind a quotation are none, or only say that something has arrived."""
        words = facts.text[quote:]
        if not words.strip():
            return True
        told = any(
            s.start >= quote and s.status is Status.DONE and RANK[s.kind] <= TELLING for s in facts.signs
        )
        dated = any(day.start >= quote for day in facts.days)
        return self.has("acknowledged", words) and not (told and dated)

    def questions(self, facts: Facts) -> list[tuple[int, int]]:
        """Return the clauses that ask about the data, the lists or how to use the bot."""
        if not any(self.has(name, facts.text) for name in ("data_topic", "addressed", "lists_of")):
            return []
        spans = [(clause.start, clause.end) for clause in facts.clauses]
        asked = [span for span in spans if self.asks(facts.text[slice(*span)])]
        return [] if self.answered(facts, asked) else asked

    def asks(self, words: str) -> bool:
        """Tell whether a clause asks something, other than of itself or in telling what was asked."""
        match = any(self.has(name, words) for name in ("query", "query_more", "lists_wanted"))
        return match and not self.has("no_query", words)

    def interrogatives(self, facts: Facts) -> list[tuple[int, int]]:
        """Return the clauses that ask anything of anybody, but those that tell what was asked."""
        spans = [(clause.start, clause.end) for clause in facts.clauses]
        asked = [span for span in spans if self.is_asking(facts.text[slice(*span)])]
        if self.answered(facts, asked):
            return []
        dated = any(not day.vague for day in facts.days)
        return asked if dated else [self.with_case(facts, *span) for span in asked]

    def with_case(self, facts: Facts, start: int, end: int) -> tuple[int, int]:
        """Return a clause that asks, with the case before it when it asks whether such a one counts."""
        counts = self.lexicon.pattern("asks_to_count").search(facts.text, start, end)
        return (facts.clause(start).since, end) if counts else (start, end)

    def is_asking(self, words: str) -> bool:
        """Tell whether a clause asks, and does not tell what somebody asked."""
        match = self.lexicon.pattern("interrogative").search(words)
        return match is not None and not self.lexicon.pattern("reported").search(words, 0, match.end())

    def answered(self, facts: Facts, asked: Sequence[tuple[int, int]]) -> bool:
        """Tell whether the message answers its own questions one by one."""
        numbers = [facts.clause(start).sentence for start, _ in asked]
        last = facts.clauses[-1].sentence if facts.clauses else 0
        return len(set(numbers)) > 1 and all(n + 1 <= last and n + 1 not in numbers for n in numbers)

    def of(self, reading: Reading, facts: Facts) -> Intent:
        """Return the first intent that applies to a message with these records."""
        if reading.contacts:
            return Intent.CONTACT
        if reading.issues:
            return Intent.ISSUE
        return Intent.EXPERIENCE if reading.experiences else self.without_records(facts)

    def without_records(self, facts: Facts) -> Intent:
        """Return the intent of a message in which no record was found."""
        if self.has("announcement", facts.text):
            return Intent.PLAN if facts.mentions and self.is_plan(facts) else Intent.NONE
        asked = self.questions(facts)
        if self.has("asks_colleagues", facts.text):
            ours = [
                (c.start, c.end)
                for c in facts.clauses
                if self.has("asks_colleagues", facts.text[c.start : c.end])
            ]
            with_us = bool(facts.mentions) and self.has("asks_company", facts.text)
            return Intent.PLAN if with_us or self.is_planned(facts, ours) else Intent.NONE
        if asked:
            return Intent.PLAN if self.is_planned(facts, asked) else Intent.QUESTION
        if facts.mentions and not self.is_heard(facts) and self.is_told_again(facts):
            return Intent.QUESTION if self.interrogatives(facts) else Intent.ISSUE
        if self.asks_for_data(facts) or self.has("how_to", facts.text):
            return Intent.QUESTION
        return Intent.PLAN if self.is_plan(facts) else Intent.NONE

    def is_heard(self, facts: Facts) -> bool:
        """Tell whether a message passes on what its writer read or heard, of no problem on the books."""
        return self.has("hearsay", facts.masked) and not self.has("old_issue", facts.text)

    def is_told_again(self, facts: Facts) -> bool:
        """Tell whether a message tells how something stands that is on the books."""
        tally = self.has("tally", facts.text)
        return not tally and (self.is_status_news(facts.text) or self.is_news(facts))

    def is_status_news(self, text: str) -> bool:
        """Tell whether a message only reports on a problem that is known already."""
        return any(self.has(name, text) for name in ("finished", "settled_news")) or (
            self.has("old_issue", text) and self.has("progress", text)
        )

    def asks_for_data(self, facts: Facts) -> bool:
        """Tell whether the message asks about the data: it addresses the bot, or asks of contacts."""
        zones = self.interrogatives(facts)
        asked = any(touches(sign.start, sign.end, zones) for sign in facts.signs)
        if not zones or self.has("private", facts.text):
            return False
        if any(self.lexicon.pattern("asks_to_count").search(facts.text, *zone) for zone in zones):
            return True
        among_us = self.has("asks_people", facts.text)
        return self.has("addressed", facts.text) or (
            not among_us
            and (asked or self.has("filing", facts.text))
            and (bool(facts.mentions) or (asked and self.has("filing", facts.text)))
        )

    def is_news(self, facts: Facts) -> bool:
        """Tell whether the message tells how something stands that was told earlier, and plans no contact."""
        planned = any(sign.status is Status.PLANNED for sign in facts.signs)
        told = any(self.has(name, facts.text) for name in ("old_topic", "matter_settled"))
        return not planned and told

    def is_planned(self, facts: Facts, asked: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a contact to come is told of outside the clauses that ask."""
        planned = [
            s for s in facts.signs if s.status is Status.PLANNED and not touches(s.start, s.end, asked)
        ]
        return bool(planned and facts.mentions)

    def is_plan(self, facts: Facts) -> bool:
        """Tell whether the message speaks of a contact to come, or of one called off."""
        if self.is_no_plan(facts):
            return False
        if any(sign.status is Status.PLANNED for sign in facts.signs):
            return bool(facts.mentions) or all(
                self.has(name, facts.text) for name in ("our_side", "county_work")
            )
        failed = self.has("failed", facts.text)
        if (
            facts.mentions
            and not failed
            and (self.has("future", facts.text) or self.has("called_off", facts.text))
        ):
            return True
        told = bool(facts.signs) or self.has("our_side", facts.text)
        return self.is_ahead(facts) and bool(facts.mentions) and told

    def is_no_plan(self, facts: Facts) -> bool:
        """Tell whether what is to come is private or the county's own doing, or what was missed is over."""
        if self.has("private", facts.text) and not self.has("county_work", facts.text):
            return True
        heard = self.has("hearsay", facts.masked) and not self.has("our_side", facts.text)
        if (
            heard
            or self.has("their_news", facts.masked)
            or (not facts.mentions and self.has("notice", facts.text))
        ):
            return True
        if facts.signs and all(sign.status is Status.THEIRS for sign in facts.signs):
            return True
        if self.has("their_bulletin", facts.masked) or self.is_weather(facts) or self.is_of_life(facts):
            return True
        if (
            self.has("failed", facts.text)
            and not self.is_ahead(facts)
            and not self.has("put_off", facts.text)
        ):
            return True
        planned = self.has("planning", facts.text) or self.is_ahead(facts)
        return self.has("missed", facts.text) and not planned

    def is_of_life(self, facts: Facts) -> bool:
        """Tell whether what is to come is in somebody's life, or only in a message that is quoted."""
        quote = self.quote(facts.text)
        planned = any(s.start >= quote and s.status is Status.PLANNED for s in facts.signs)
        return not planned and (quote > 0 or self.has("of_life", facts.text))

    def is_weather(self, facts: Facts) -> bool:
        """Tell whether the message is a notice or speaks of the weather, and calls nothing off for it."""
        told = any(self.has(name, facts.text) for name in ("weather", "notice_head"))
        return told and not facts.signs and not self.has("called_off", facts.text)

    def is_ahead(self, facts: Facts) -> bool:
        """Tell whether the message names a day to come."""
        return any(day.ahead(facts.today) for day in facts.days)
