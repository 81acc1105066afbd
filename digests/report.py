"""A digest as data: headed blocks of lines and lists, in the order in which they are read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from campaign.vocabulary import DigestKind
from digests import texts
from digests.beside import blocks
from digests.beside import texts as beside
from digests.block import Block, ItemList, Report
from digests.facts import DigestFacts, SectionFacts

__all__ = ["Block", "ItemList", "Report", "digest_report", "status_report"]


def digest_report(facts: DigestFacts) -> Report:
    """Return the report of a digest; rhythms that coincide become headed blocks with one list below."""
    title = texts.marked(texts.digest_title(facts.kinds), demo=facts.demo, live=facts.live)
    parts = (
        *_windows(facts),
        _overall(facts, len(facts.never)),
        _uncovered(facts),
        *blocks.issues(facts),
        *blocks.duties(facts),
        *blocks.milestones(facts),
        *blocks.prefectures(facts),
    )
    return Report(title, _subtitles(facts), _numbered(parts), _notes(facts))


def status_report(facts: DigestFacts, never: int) -> Report:
    """Return the figures alone, without a list; `never`: the counties with nothing logged at all."""
    title = texts.marked(texts.STATUS_TITLE, demo=facts.demo)
    return Report(
        title, _subtitles(facts), _numbered((*_windows(facts), _overall(facts, never))), _notes(facts)
    )


def county_items(facts: DigestFacts, places: Iterable[int]) -> tuple[str, ...]:
    """Return the lines of some counties."""
    named = facts.naming()
    found = (facts.counties[n] for n in places)
    return tuple(texts.county_item(named(county), county, facts.quota) for county in found)


def _subtitles(facts: DigestFacts) -> tuple[str, ...]:
    return (facts.title, texts.as_of(facts.cut_off))


def _numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(
        replace(block, heading=texts.heading(number, block.heading))
        for number, block in enumerate(blocks, start=1)
    )


def _windows(facts: DigestFacts) -> Iterable[Block]:
    """One block a window, the first in full; rhythms that cover the same days share theirs."""
    for place, (kinds, section) in enumerate(_by_days(facts.sections)):
        words = texts.THIS_WINDOW if len(facts.sections) == 1 else texts.digest_title(kinds)
        lines = _first_window(facts, section) if place == 0 else _other_window(section)
        yield Block(f"window:{section.kind}", texts.window_heading(words, section), tuple(lines))


def _by_days(sections: Sequence[SectionFacts]) -> list[tuple[tuple[DigestKind, ...], SectionFacts]]:
    spans = dict.fromkeys((section.first, section.last) for section in sections)
    groups = [[s for s in sections if (s.first, s.last) == days] for days in spans]
    return [(tuple(s.kind for s in group), group[0]) for group in groups]


def _first_window(facts: DigestFacts, section: SectionFacts) -> Iterable[str]:
    paused = set(facts.paused)
    yield texts.coverage(section, sum(place in paused for place in section.uncovered))
    yield texts.contacts(section)
    yield from texts.change(section)
    if section.late:
        yield texts.late(section)
    if facts.amended.corrected or facts.amended.withdrawn:
        yield beside.amended(facts.amended)
    yield texts.findings(section)
    if facts.county_messages is not None:
        yield beside.county_messages(facts.county_messages)


def _other_window(section: SectionFacts) -> Iterable[str]:
    yield texts.coverage(section)
    yield texts.contacts_alone(section)
    yield from texts.change(section)
    yield texts.findings(section)


def _overall(facts: DigestFacts, never: int) -> Block:
    return Block("overall", texts.OVERALL, tuple(_overall_lines(facts, never)))


def _overall_lines(facts: DigestFacts, never: int) -> Iterable[str]:
    yield texts.quota(facts.quota)
    if facts.missing is not None:
        yield texts.missing(facts.missing, facts.short)
    named = facts.naming()
    if done := [
        named(county) for county in facts.counties if county.required and county.done >= county.required
    ]:
        yield texts.praise(done)
    yield texts.open_issues(facts.sections[0])
    yield texts.never(never)
    if facts.tiers:
        yield beside.tiers(facts.tiers)


def _uncovered(facts: DigestFacts) -> Block:
    if not facts.counties:
        return Block("uncovered", texts.UNCOVERED, (texts.NO_COUNTIES,))
    lists = tuple(
        ItemList(texts.uncovered_lead(words, len(places)), county_items(facts, places))
        for words, places in _graded(facts)
        if places
    )
    return Block("uncovered", texts.UNCOVERED, () if lists else (texts.ALL_COVERED,), lists)


def _graded(facts: DigestFacts) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Each uncovered county once: under the longest time for which nothing is logged, or as paused."""
    paused = set(facts.paused)
    yield texts.NEVER_LEAD, tuple(n for n in facts.never if n not in paused)
    told = paused.union(facts.never)
    windows = _by_days(facts.sections)
    for kinds, section in reversed(windows):
        words = texts.QUIET_LEAD if len(windows) == 1 else texts.span_lead(kinds)
        yield words, tuple(n for n in section.uncovered if n not in told)
        told.update(section.uncovered)
    yield texts.PAUSED_LEAD, tuple(n for n in facts.sections[0].uncovered if n in paused)


def _notes(facts: DigestFacts) -> tuple[str, ...]:
    unknown = facts.holidays_unknown
    live = (texts.NOT_DUE,) if facts.live else ()
    return (*live, texts.MEANING, *((texts.holidays_unknown(unknown),) if unknown else ()))
