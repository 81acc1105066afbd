"""A year of a campaign as a few people type it: who says what at which moment, and the same as plain data."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from campaign.definition import Definition
from campaign.roster import Roster, RosterRow
from tests.standing.reference import Contact

DAY = timedelta(days=1)
COUNTIES = 40
WITHDRAWN = 9
CHANNELS = ("onsite", "onsite", "onsite", "video", "phone")
SENTENCES: Mapping[str, Sequence[str]] = {
    "onsite": ("{led}{day}到{county}实地调研，座谈{n}人", "{led}{day}去{county}走访，和{n}名职工座谈"),
    "video": ("{day}与{county}视频连线，了解工会工作情况",),
    "phone": ("{day}给{county}总工会打电话，了解工作进展",),
}


@dataclass(frozen=True)
class Typed:
    """One message and what it tells. `withdrawn`: its author takes the record back at once."""

    author: str
    text: str
    withdrawn: bool
    told: Contact


def played_roster(roster: Roster, known: Mapping[str, str]) -> Roster:
    """Return a table in which nobody real stands, short where the real one is national."""
    paired = [row for row in roster.rows if row.liaison]
    alone = [row for row in roster.rows if not row.liaison]
    rows = (paired + alone)[:COUNTIES]
    return Roster(tuple(_made_up(row, known) for row in rows), ())


def made_up(roster: Roster) -> dict[str, str]:
    """Return a made-up name for each that stands in a table."""
    names = (name for row in roster.rows for name in (row.liaison, row.contact_person) if name)
    return {name: f"演示{number}号" for number, name in enumerate(dict.fromkeys(names), start=1)}


def _made_up(row: RosterRow, known: Mapping[str, str]) -> RosterRow:
    person = known.get(row.contact_person, "")
    return row._replace(
        liaison=known.get(row.liaison, ""),
        liaison_title="",
        contact_person=person,
        contact_person_title="",
    )


def handed_over(roster: Roster) -> Roster:
    """Return the table in which the first liaison's first county is the second liaison's."""
    rows = list(roster.rows)
    other = next(row for row in rows if row.liaison and row.liaison != rows[0].liaison)
    rows[0] = rows[0]._replace(liaison=other.liaison, contact_person=other.contact_person)
    return Roster(tuple(rows), ())


def rows_of(roster: Roster) -> list[tuple[str, str, str]]:
    """Return a table as the reference knows it: county, liaison, contact person."""
    return [(name_of(row), row.liaison, row.contact_person) for row in roster.rows]


def name_of(row: RosterRow) -> str:
    """Return a county's name with its prefecture: several of a name are one install's daily bread."""
    return row.prefecture + row.county


@dataclass
class Year:
    """What a campaign's people type in its days; the same for the same seed."""

    definition: Definition
    first: date
    last: date
    seed: int

    def typed(self, tables: Sequence[tuple[date, Roster]], authors: Sequence[str]) -> Iterator[Typed]:
        """Return the messages in the order of time; who writes has the county by the table of the day."""
        chance = random.Random(self.seed)
        day = self.first
        number = 0
        while day <= self.last:
            roster = [table for since, table in tables if since <= day][-1]
            own = [row for row in roster.rows if {row.liaison, row.contact_person} & set(authors)]
            number += 1
            yield self._message(chance, day, chance.choice(own), authors, number)
            day += DAY * chance.randrange(4, 12)

    def _message(
        self, chance: random.Random, day: date, row: RosterRow, authors: Sequence[str], number: int
    ) -> Typed:
        author = chance.choice([name for name in (row.liaison, row.contact_person) if name in authors])
        channel = chance.choice(CHANNELS)
        told = max(self.definition.start, day - DAY * chance.choice((0, 0, 1, 3)))
        led = channel == "onsite" and author == row.liaison
        text = chance.choice(SENTENCES[channel]).format(
            led="我带队" if led else "",
            day="今天" if told == day else f"{told.month}月{told.day}日",
            county=name_of(row),
            n=chance.randrange(3, 30),
        )
        clock = time(chance.randrange(9, 18), chance.randrange(60))
        at = datetime.combine(day, clock, self.definition.tz)
        contact = Contact(name_of(row), told, channel, author, True if led else None, at)
        return Typed(author, text, number % WITHDRAWN == 0, contact)
