"""The sections beside coverage and quota; one with nothing to say is left out."""

from collections.abc import Iterable

from campaign.standing import by_prefecture
from digests.beside import texts
from digests.block import Block, ItemList
from digests.clipping import clip
from digests.facts import DigestFacts

MOST_CATEGORIES = 4
WORDS = 24
"""So much of an issue or a practice is told."""


def issues(facts: DigestFacts) -> Iterable[Block]:
    """Issues by who is to solve them and by category, what several counties have, what works."""
    lines = []
    if any(one.resolver for one in facts.classes):
        lines += [texts.by_class(one) for one in facts.classes if one.open or one.raised or one.closed]
    told = [one for one in facts.categories if one.open or one.raised or one.closed]
    if any(one.name for one in told):
        first, rest = told[:MOST_CATEGORIES], told[MOST_CATEGORIES:]
        lines.append(texts.by_category(first, len(first) + sum(one.open > 0 for one in rest)))
    if facts.same:
        lines.append(texts.same(facts.same, tuple(clip(one.text, WORDS) for one in facts.same)))
    lines += [texts.practice(one, clip(one.text, WORDS)) for one in facts.found]
    if lines:
        yield Block("issues", texts.ISSUES, tuple(lines))


def duties(facts: DigestFacts) -> Iterable[Block]:
    """Standing duties, and who has not done them."""
    if facts.duties:
        yield Block("duties", texts.DUTIES, tuple(map(texts.duty, facts.duties)))


def milestones(facts: DigestFacts) -> Iterable[Block]:
    """What was to happen, is to happen now, comes next."""
    if facts.milestones:
        today = facts.cut_off.date()
        lines = tuple(texts.milestone(one, today) for one in facts.milestones)
        yield Block("milestones", texts.MILESTONES, lines)


def prefectures(facts: DigestFacts) -> Iterable[Block]:
    """Cities in the roster's order, where there are several."""
    if not facts.several_prefectures:
        return
    quiet = set(facts.sections[0].uncovered)
    counties = enumerate(facts.counties)
    found = by_prefecture(
        (one.prefecture, place not in quiet, one.done, one.required) for place, one in counties
    )
    lead = texts.PREFECTURES_LEAD if any(city.owed for city in found) else texts.CONTACTED_LEAD
    items = tuple(map(texts.prefecture, found))
    yield Block("prefectures", texts.PREFECTURES, (), (ItemList(lead, items),))
