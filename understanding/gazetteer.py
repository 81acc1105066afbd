"""The counties a message may name, with every way to write them, indexed once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Sound = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountyName:
    """One county: key, official name, prefecture, and other or former names."""

    key: str
    name: str
    prefecture: str
    aliases: tuple[str, ...] = ()


class Gazetteer:
    """All counties of a roster by key."""

    def __init__(self, names: Sequence[CountyName]) -> None:
        self.names: tuple[CountyName, ...] = tuple(names)
        self.by_key: Mapping[str, CountyName] = {county.key: county for county in names}
        self.prefectures: tuple[str, ...] = tuple(dict.fromkeys(county.prefecture for county in names))

    def official(self, key: str) -> str:
        """Return the official name of a county. KeyError: not on the roster."""
        return self.by_key[key].name


class Index:
    """Every spelling of a gazetteer's counties: one pattern for all, and tables by spelling and by sound."""

    def __init__(self, gazetteer: Gazetteer, endings: Sequence[str], city_endings: Sequence[str]) -> None:
        self.gazetteer = gazetteer
        self.endings = sorted(endings, key=len, reverse=True)
        self.cities = {short: city for city in gazetteer.prefectures for short in forms(city, city_endings)}
        self.spellings: dict[str, tuple[str, ...]] = grouped(self.spelled())
        self.aliases = frozenset(alias for county in gazetteer.names for alias in county.aliases)
        self.pattern = re.compile(f"(?:({any_of(self.cities)}))?({any_of(self.spellings)})")
        self.beginnings = frozenset(name[:2] for name in (*self.cities, *self.spellings))

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places where the pattern matches, tried only where a spelling may begin."""
        place, beginnings = 0, self.beginnings
        while place < len(text):
            match = self.pattern.match(text, place) if text[place : place + 2] in beginnings else None
            if match:
                yield match
            place = match.end() if match else place + 1

    def spelled(self) -> Iterator[tuple[str, str]]:
        """Yield (spelling, key): official names and aliases, then short names that clash with none before."""
        counties = self.gazetteer.names
        aliases = [(alias, c.key) for c in counties for alias in c.aliases]
        taken = {*self.cities, *(name for name, _ in aliases)}
        for pairs in ([(c.name, c.key) for c in counties], aliases):
            yield from pairs
            shorts = [(forms(name, self.endings)[-1], key) for name, key in pairs]
            fresh = [(short, key) for short, key in shorts if len(short) > 1 and short not in taken]
            yield from fresh
            taken |= {short for short, _ in fresh}

    def city_of(self, text: str | None) -> str | None:
        """Return the prefecture that a full or short name stands for."""
        return self.cities.get(text or "")

    def is_short(self, spelling: str) -> bool:
        """Tell whether a spelling leaves out the ending of the county's name."""
        return not any(spelling.endswith(ending) for ending in self.endings)


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest first, told apart by their first character."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        heads[name[0]].append(re.escape(name[1:]))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(tails)})" for head, tails in heads.items()) or r"(?!)"


def forms(name: str, endings: Iterable[str]) -> tuple[str, ...]:
    """Return a name and, when an ending can be left out, the short name after it."""
    for ending in endings:
        if name.endswith(ending) and len(name) > len(ending):
            return name, name[: -len(ending)]
    return (name,)


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the different values of each key, in order."""
    groups: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}
