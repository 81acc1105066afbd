"""What is on which page: a campaign on one, a nation's provinces each on their own behind one of all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from campaign.divisions import load_divisions
from digests.facts import DigestFacts
from digests.picture import texts
from digests.picture.sheet import Named, grouped
from digests.typeface import Typeface

# So many tiles can be told from each other on one picture that a phone shows sharp.
MOST = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One picture: its counties, or its provinces with theirs; `place` is empty where it is of all."""

    place: str
    counties: tuple[Named, ...]
    provinces: tuple[tuple[str, tuple[Named, ...]], ...] = ()
    number: int = 1
    total: int = 1


def pages(facts: DigestFacts, typeface: Typeface) -> tuple[Page, ...]:
    """Divide the counties into pages."""
    counties = grouped(tuple(_named(facts, typeface)))
    if len(counties) <= MOST:
        return (Page("", tuple(counties)),)
    provinces = _provinces(counties)
    made = [Page(place, part) for place, members in provinces for part in _parts(members)]
    first = [Page("", tuple(counties), provinces)] if len(provinces) > 1 else []
    whole = [*first, *made]
    return tuple(
        Page(page.place if first else "", page.counties, page.provinces, n, len(whole))
        for n, page in enumerate(whole, start=1)
    )


def _named(facts: DigestFacts, typeface: Typeface) -> Iterator[Named]:
    for place, county in enumerate(facts.counties):
        name, prefecture = typeface.drawable(county.name), typeface.drawable(county.prefecture)
        short = texts.county_short(name)
        number = texts.tile_number(county, facts.quota)
        yield Named(place, name, short, prefecture, texts.short_name(prefecture), number)


def _provinces(counties: Sequence[Named]) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """Return the counties by province; those of prefectures that no table knows come last."""
    known = {row.prefecture: row.province for row in load_divisions().rows}
    heads = sorted(set(known.values()), key=len, reverse=True)
    found: dict[str, list[Named]] = {}
    for county in counties:
        begins = next((head for head in heads if county.prefecture.startswith(head)), texts.OTHERS)
        found.setdefault(known.get(county.prefecture, begins), []).append(county)
    others = found.pop(texts.OTHERS, [])
    return tuple((name, tuple(found)) for name, found in [*found.items(), (texts.OTHERS, others)] if found)


def _parts(counties: Sequence[Named]) -> Iterator[tuple[Named, ...]]:
    """Cut counties into parts of about the same size, between prefectures where that is possible."""
    parts = -(-len(counties) // MOST)
    fair = -(-len(counties) // parts)
    part: list[Named] = []
    for _, found in groupby(counties, key=lambda county: county.prefecture):
        members = list(found)
        if part and len(part) + len(members) > MOST:
            yield tuple(part)
            part = []
        part += members
        while len(part) > MOST:
            yield tuple(part[:fair])
            part = part[fair:]
        if len(part) >= fair:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)
