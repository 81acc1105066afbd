"""Take a roster: what is new is added, what differs is mended, what is gone ends."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from campaign.plan import Plan
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import Role
from storage import roster_queries as sql
from storage.connection import Connection
from storage.numbers import take_numbers
from storage.paired_names import refresh_names
from storage.people_queries import COUNTY_KIND, GRANT
from storage.recrediting import recredit_counties


class RosterTaker:
    """Brings one campaign's counties, persons and pairings of one tier in line with a roster."""

    def __init__(self, connection: Connection, plan: Plan, at: datetime, since: date | None = None) -> None:
        self._db = connection
        self._campaign = {"campaign_id": plan.definition.id}
        self._tier = plan.definition.tier
        self._start = plan.definition.start
        self._plan = plan
        self._today = since or plan.today(at)
        self._at = at
        self._paired_at = at if since is None else _midnight(plan, since)

    def take(self, roster: Roster) -> None:
        """Take the rows in their order; the faults are the caller's to refuse."""
        # A card being saved may be the first of its county: wait for it, and let the next one wait for us.
        take_numbers(self._db, self._campaign["campaign_id"], 0, 0, 0)
        persons = self._take_persons(roster)
        counties = self._take_counties(roster)
        wanted = {
            (
                counties[row.prefecture, row.county],
                persons[row.liaison],
                persons.get(row.contact_person),
            )
            for row in roster.rows
            if row.liaison
        }
        touched = self._take_pairings(wanted)
        if self._paired_at < self._at:
            recredit_counties(self._db, self._plan, touched, self._today)
        self._take_roles()
        refresh_names(self._db, self._campaign["campaign_id"])

    def _take_counties(self, roster: Roster) -> dict[tuple[str, str], int]:
        known = {(row[1], row[2]): row for row in self._db.all(sql.COUNTIES, **self._campaign)}
        wanted = {(row.prefecture, row.county): row.code or None for row in roster.rows}
        new, moved = [], []
        for position, (place, code) in enumerate(wanted.items(), start=1):
            if place not in known:
                new.append({"prefecture": place[0], "name": place[1], "code": code, "position": position})
                continue
            kept = code or known[place][5]  # a change made without a table knows no codes
            if tuple(known[place][3:]) != (position, None, kept):
                moved.append({"unit": known[place][0], "at": position, "new_code": kept})
        rest = {**self._campaign, "kind": COUNTY_KIND, "first_day": self._begins(known)}
        self._db.many(sql.ADD_COUNTY, (row | rest for row in new))
        self._db.many(sql.PLACE_COUNTY, moved)
        gone = ({"unit": known[place][0], "at": self._at} for place in known.keys() - wanted.keys())
        self._db.many(sql.END_COUNTY, gone)
        return {(row[1], row[2]): row[0] for row in self._db.all(sql.COUNTIES, **self._campaign)}

    def _begins(self, known: object) -> date:
        """Return the first day of what is new: of a first table, the campaign's."""
        return max(self._start, self._today) if known else self._start

    def _take_persons(self, roster: Roster) -> dict[str, int]:
        known = {row[1]: row for row in self._db.all(sql.PERSONS, **self._campaign)}
        titles = {name: row[2] for name, row in known.items()}
        for name, title in _people(roster):
            titles[name] = title or titles.get(name, "")
        new = ({**self._campaign, "name": n, "title": title} for n, title in titles.items() if n not in known)
        self._db.many(sql.ADD_PERSON, new)
        mended = ({"person": row[0], "new": titles[n]} for n, row in known.items() if row[2] != titles[n])
        self._db.many(sql.MEND_TITLE, mended)
        return {row[1]: row[0] for row in self._db.all(sql.PERSONS, **self._campaign)}

    def _take_pairings(self, wanted: set[tuple[int, int, int | None]]) -> set[int]:
        """Begin and end pairings; return the counties of them."""
        first_day = self._begins(self._db.one(sql.ANY_PAIRING, **self._campaign))
        standing = {row[1:]: row[0] for row in self._db.all(sql.PAIRINGS, **self._campaign, tier=self._tier)}
        ends = {"at": self._paired_at, "day": self._today}
        gone = standing.keys() - wanted
        self._db.many(sql.END_PAIRING, ({"pairing": standing[pair], **ends} for pair in gone))
        begun: dict[tuple[int, int], date] = {}
        for *pair, day in self._db.all(sql.BEGUN, **self._campaign, day=first_day):
            begun[pair[0], pair[1]] = min(day, begun.get((pair[0], pair[1]), day))
        new = sorted(wanted - standing.keys(), key=lambda pair: pair[:2])
        self._db.many(sql.ADD_PAIRING, (self._pairing(row, first_day, begun) for row in new))
        return {pair[0] for pair in (*gone, *new)}

    def _pairing(
        self, row: tuple[int, int, int | None], first_day: date, begun: Mapping[tuple[int, int], date]
    ) -> dict[str, Any]:
        names = ("county_id", "liaison_id", "contact_person_id")
        days = {"first_day": first_day, "begun_on": begun.get(row[:2], first_day)}
        rest = {**self._campaign, "tier": self._tier, "since": self._paired_at}
        return dict(zip(names, row, strict=True)) | rest | days

    def _take_roles(self) -> None:
        self._db.run(sql.END_LEADERS, of=self._campaign["campaign_id"], at=self._at)
        self._db.run(sql.END_CONTACT_PERSONS, of=self._campaign["campaign_id"], at=self._at)
        for statement, role in (
            (sql.NEW_LEADERS, Role.LEADER),
            (sql.NEW_CONTACT_PERSONS, Role.CONTACT_PERSON),
        ):
            grant = {**self._campaign, "role": role, "since": self._at}
            rows = self._db.all(statement, **self._campaign)
            self._db.many(GRANT, ({**grant, "person_id": row[0]} for row in rows))


def _midnight(plan: Plan, day: date) -> datetime:
    return datetime.combine(day, time(), plan.definition.tz).astimezone(UTC)


def _people(roster: Roster) -> Iterator[tuple[str, str]]:
    for row in roster.rows:
        yield from _people_of(row)


def _people_of(row: RosterRow) -> Iterator[tuple[str, str]]:
    if row.liaison:
        yield row.liaison, row.liaison_title
    if row.contact_person:
        yield row.contact_person, row.contact_person_title
