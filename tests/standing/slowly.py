"""What happened, as plain data, and what a digest must say of it: slowly, with plain loops."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

BEGINNING = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
Days = tuple[date, date]


@dataclass
class Contact:
    """A contact as it reads now."""

    record: str
    county: str
    day: date
    channel: str
    saved: datetime
    withdrawn: datetime | None = None


@dataclass
class Amendment:
    """A correction of a contact: what changed, and the day that it was of before."""

    contact: Contact
    at: datetime
    day: date
    fields: set[str]


@dataclass
class Issue:
    """An issue as it stands now."""

    record: str
    number: int
    county: str
    text: str
    resolver: str | None
    due: date | None
    saved: datetime
    closed: datetime | None = None
    withdrawn: datetime | None = None
    chosen: str | None = None


@dataclass
class Practice:
    """A practice, and when it was saved."""

    record: str
    saved: datetime
    withdrawn: datetime | None = None


@dataclass
class World:
    """All that has happened until now."""

    counties: tuple[str, ...]
    contacts: list[Contact] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)

    def standing(self) -> list[Contact]:
        """The contacts that stand."""
        return [c for c in self.contacts if c.withdrawn is None]

    def within(self, days: Days) -> list[Contact]:
        """The contacts of some days."""
        return [c for c in self.standing() if days[0] <= c.day <= days[1]]


def window(world: World, days: Days) -> tuple[date, date, int, int]:
    """Some days: from, to, counties contacted, contacts."""
    found = world.within(days)
    return days[0], days[1], len({c.county for c in found}), len(found)


def section(world: World, days: Days, since: datetime, today: date) -> dict[str, Any]:
    """The figures of one section."""
    found, issues = world.within(days), [i for i in world.issues if i.withdrawn is None]
    had = {c.county for c in found}
    opened = [i for i in issues if i.closed is None]
    late = [c for c in world.standing() if c.day < days[0] and c.saved > since]
    return {
        "uncovered": [name for name in world.counties if name not in had],
        "channels": dict(Counter(c.channel for c in found)),
        "late": 0 if since == BEGINNING else len(late),
        "raised": len([i for i in issues if i.saved > since]),
        "closed": len([i for i in issues if i.closed and i.closed > since]),
        "open": len(opened),
        "overdue": len([i for i in opened if i.due and i.due < today]),
        "practices": len([p for p in world.practices if p.withdrawn is None and p.saved > since]),
    }


def classes(world: World, since: datetime, today: date) -> Iterator[tuple[str | None, dict[str, int]]]:
    """Issues by who is to solve them."""
    issues = [i for i in world.issues if i.withdrawn is None]
    for resolver in {i.resolver for i in issues}:
        own = [i for i in issues if i.resolver == resolver]
        yield (
            resolver,
            {
                "open": len([i for i in own if not i.closed]),
                "overdue": len([i for i in own if not i.closed and i.due and i.due < today]),
                "raised": len([i for i in own if i.saved > since]),
                "closed": len([i for i in own if i.closed and i.closed > since]),
            },
        )


def categories(
    world: World, since: datetime, today: date, words: dict[str, str]
) -> dict[str | None, dict[str, int]]:
    """Issues by the category that somebody chose, or else by that of the one word that stands in each."""
    found: dict[str | None, dict[str, int]] = {}
    for issue in world.issues:
        if issue.withdrawn:
            continue
        named = [category for word, category in words.items() if word in issue.text]
        category = issue.chosen or (named[0] if named else None)
        counts = found.setdefault(category, {"open": 0, "overdue": 0, "raised": 0, "closed": 0})
        counts["open"] += not issue.closed
        counts["overdue"] += bool(not issue.closed and issue.due and issue.due < today)
        counts["raised"] += issue.saved > since
        counts["closed"] += bool(issue.closed and issue.closed > since)
    return found


def same(world: World, since: datetime, alike: list[set[str]]) -> list[tuple[str, int, int]]:
    """Open issues that several counties have, in the first one's words; what most have first.

    `alike`: which words mean the same.
    """
    found = []
    for texts in alike:
        issues = [i for i in world.issues if i.text in texts and not i.withdrawn and not i.closed]
        counties = {i.county for i in issues}
        if len(counties) > 1:
            new = {i.county for i in issues if i.saved > since}
            first = min(issues, key=lambda i: i.number)
            found.append((-len(counties), first.number, first.text, len(counties), len(new)))
    return [entry[2:] for entry in sorted(found)[:3]]


def amended(world: World, first: date, since: datetime) -> tuple[int, int]:
    """Contacts that an earlier digest counted: corrected since, withdrawn since."""
    if since == BEGINNING:
        return 0, 0
    old = [c for c in world.contacts if c.saved <= since]
    withdrawn = [c for c in old if c.withdrawn and c.withdrawn > since and c.day < first]
    corrected = {
        id(a.contact)
        for a in world.amendments
        if a.at > since
        and a.contact.saved <= since
        and a.contact.withdrawn is None
        and a.day < first
        and a.fields & {"county", "day", "channel"}
    }
    return len(corrected), len(withdrawn)
