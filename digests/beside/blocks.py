"""The sections beside coverage and quota; one with nothing to say is left out."""

from collections.abc import Iterable

from digests.beside import texts
from digests.block import Block, ItemList
from digests.clipping import clip
from digests.facts import CountyFacts, DigestFacts

WORDS = 24
"""So much of an issue or a practice is told."""


def issues(facts: DigestFacts) -> Iterable[Block]:
    """Issues by who is to solve them, what several counties have, what works."""
    lines = []
    if any(one.resolver for one in facts.classes):
        lines += [texts.by_class(one) for one in facts.classes if one.open or one.raised or one.closed]
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
    found: dict[str, list[tuple[CountyFacts, bool]]]
    quiet, found = set(facts.sections[0].uncovered), {}
    for place, county in enumerate(facts.counties):
        found.setdefault(county.prefecture, []).append((county, place not in quiet))
    owed = any(county.required for county in facts.counties)
    lead = texts.PREFECTURES_LEAD if owed else texts.CONTACTED_LEAD
    items = tuple(_prefecture(name, own) for name, own in found.items())
    yield Block("prefectures", texts.PREFECTURES, (), (ItemList(lead, items),))


def _prefecture(name: str, own: list[tuple[CountyFacts, bool]]) -> str:
    counties = [county for county, _ in own]
    done = sum(min(county.done, county.required) for county in counties)
    owed = sum(county.required for county in counties)
    return texts.prefecture(name, sum(had for _, had in own), len(own), (done, owed))
