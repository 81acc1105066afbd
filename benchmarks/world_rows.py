"""The rows of a made-up campaign: the same ones at each run."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Table

from campaign.categories import categories_of
from campaign.vocabulary import Channel, IssueState, Resolver, Role
from storage.paired_names import COMMA
from storage.tables import account, contact, draft, experience, issue, membership, pairing, person, unit

CAMPAIGN = "bench"
BOT_ID = 1
LOADED = datetime(2022, 11, 1, tzinfo=UTC)
NOW = datetime(2023, 6, 15, 2, tzinfo=UTC)
TODAY = date(2023, 6, 15)
START = date(2022, 11, 15)
WINDOW = date(2023, 4, 28)
FIRST_CHAT = 100_000
ITEMS_A_CARD = 1000
TIERS = ("city", "province", "nation")
MOMENTS = 20_000
_RECORD = ("campaign_id", "number", "draft_id", "ordinal", "county_id", "author_id", "written_at", "saved_at")
_WITHDRAWN = ("withdrawn_at", "withdrawn_by")


@dataclass(frozen=True)
class Size:
    """How much of everything; issues are told in `texts` words.

    `quiet` counties in a hundred have nothing in this window, `never` nothing.
    """

    counties: int = 2850
    pairings: int = 6000
    people: int = 400
    contacts: int = 300_000
    issues: int = 30_000
    practices: int = 10_000
    texts: int = 1
    quiet: int = 12
    never: int = 2


class Rows(NamedTuple):
    """Rows to insert: the columns' names, and a tuple a row."""

    names: tuple[str, ...]
    values: Iterable[tuple[Any, ...]]


def telegram_id(person_id: int) -> int:
    """The account, and the private chat, of a person."""
    return FIRST_CHAT + person_id


def every_row(size: Size) -> Iterator[tuple[Table, Rows]]:
    """All tables in an order in which they can be filled."""
    yield from _roster(size)
    cards = range(max(size.contacts, size.issues, size.practices) // ITEMS_A_CARD + 1)
    yield (
        draft,
        Rows(
            ("id", "campaign_id", "author_id", "chat_id", "state", "payload", "changed_at", "saved_at"),
            ((_card(n), CAMPAIGN, 1 + n % size.people, 1, "saved", "{}", LOADED, LOADED) for n in cards),
        ),
    )
    records = Records(size)
    yield contact, records.contacts()
    yield issue, records.issues()
    yield experience, records.practices()


def _roster(size: Size) -> Iterator[tuple[Table, Rows]]:
    pairings = [_pairing(size, n) for n in range(size.pairings)]
    liaisons, contact_persons = _names(pairings, 3), _names(pairings, 4)
    counties, people = range(1, size.counties + 1), range(1, size.people + 1)
    of_county = ("campaign_id", "id", "kind", "name", "prefecture", "position", "liaisons", "contact_persons")
    yield (
        unit,
        Rows(
            of_county,
            (
                (
                    CAMPAIGN,
                    n,
                    "county",
                    f"County {n}",
                    f"City {n % 300}",
                    n,
                    liaisons.get(n),
                    contact_persons.get(n),
                )
                for n in counties
            ),
        ),
    )
    names = ("campaign_id", "id", "name", "title")
    yield person, Rows(names, ((CAMPAIGN, n, f"Person {n}", f"Post {n}") for n in people))
    names = ("campaign_id", "person_id", "role", "since")
    yield membership, Rows(names, ((CAMPAIGN, n, Role.LEADER, LOADED) for n in people))
    bound = ("campaign_id", "bot_id", "telegram_id", "person_id", "bound_at")
    yield account, Rows(bound, ((CAMPAIGN, BOT_ID, telegram_id(n), n, LOADED) for n in people))
    paired = ("campaign_id", "id", "county_id", "liaison_id", "contact_person_id", "tier", "since")
    yield pairing, Rows(paired, pairings)


def _pairing(size: Size, n: int) -> tuple[Any, ...]:
    """Neighbours in the roster have one liaison; no county has the same person twice."""
    liaison = 1 + n * size.people // size.pairings
    contact_person = 1 + (n * 7 + 3) % size.people if n % 3 else None
    return CAMPAIGN, n + 1, 1 + n % size.counties, liaison, contact_person, TIERS[n // size.counties], LOADED


def _names(pairings: list[tuple[Any, ...]], who: int) -> dict[int, str]:
    """The names that the store keeps on each county's row."""
    names: dict[int, dict[str, None]] = {}
    for row in pairings:
        if row[who]:
            names.setdefault(row[2], {})[f"Person {row[who]}"] = None
    return {county: COMMA.join(each) for county, each in names.items()}


def _card(number: int) -> str:
    return f"card-{number:06}"


class Records:
    """Contacts, issues and practices, spread over the counties and days at random."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._chance = random.Random(2023)
        self._heard = [n for n in range(1, size.counties + 1) if n % 100 >= size.never]
        self._anyhow = [self._moment(TODAY) for _ in range(MOMENTS)]
        self._earlier = [self._moment(WINDOW) for _ in range(MOMENTS)]

    def contacts(self) -> Rows:
        """Every second one on site."""
        names = ("day", "channel", "participants", "attendees", "source_chat_id", "source_message_id")
        channels = (*[Channel.ONSITE] * 4, *Channel, Channel.ONSITE)
        count = self._size.contacts
        rows = (
            (*record, day, channels[number % 10 if number % 7 else 0], number % 40, "Somebody", 1, number)
            for number, day, record in self._records(count)
        )
        return Rows((*_RECORD, *_WITHDRAWN, *names), rows)

    def issues(self) -> Rows:
        """Two of three are closed after twenty days."""
        names = ("text", "resolver", "due", "state", "raised_on", "raised_at", "closed_on", "closed_at")
        categories = (None, *categories_of(()).names)
        rows = (_issue(found, self._size.texts, categories) for found in self._records(self._size.issues))
        return Rows((*_RECORD, *_WITHDRAWN, *names, "category", "gist"), rows)

    def practices(self) -> Rows:
        """Found on any day."""
        rows = ((*record, "Something works", day) for _, day, record in self._records(self._size.practices))
        return Rows((*_RECORD, *_WITHDRAWN, "text", "raised_on"), rows)

    def _records(self, count: int) -> Iterator[tuple[int, date, tuple[Any, ...]]]:
        """Give (number, day, the columns that every record has); each fiftieth is withdrawn."""
        counties = self._chance.choices(self._heard, k=count)
        moments = self._chance.choices(range(MOMENTS), k=count)
        for number, (county, place) in enumerate(zip(counties, moments, strict=True), start=1):
            day, saved = (self._earlier if county % 100 < self._size.quiet else self._anyhow)[place]
            author = 1 + number % self._size.people
            withdrawn = (saved, author) if number % 50 == 0 else (None, None)
            card, ordinal = divmod(number, ITEMS_A_CARD)
            key = (CAMPAIGN, number, _card(card), ordinal)
            yield number, day, (*key, county, author, saved, saved, *withdrawn)

    def _moment(self, until: date) -> tuple[date, datetime]:
        """A day of the campaign, and when it was typed: soon, or much later."""
        day = START + timedelta(days=self._chance.randrange((until - START).days))
        later = 40 if self._chance.random() < 0.03 else self._chance.randrange(3)
        morning = datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
        return day, min(NOW, morning + timedelta(days=later, seconds=self._chance.randrange(36_000)))


def _issue(
    found: tuple[int, date, tuple[Any, ...]], texts: int, categories: Sequence[str | None]
) -> tuple[Any, ...]:
    number, day, record = found
    saved = record[7]
    closed = saved + timedelta(days=20) if number % 3 else None
    if closed and closed > NOW:
        closed = None
    state = IssueState.CLOSED if closed else IssueState.OPEN
    due = day + timedelta(days=30) if number % 2 else None
    return (
        *record,
        f"Something is missing, {number % texts}",
        (None, *Resolver)[number % 4],
        due,
        state,
        day,
        saved,
        closed.date() if closed else None,
        closed,
        categories[number % len(categories)],
        f"{number % texts:016}",
    )
