"""`python -m benchmarks played`: a hundred messages, end to end against the rehearsal server.

Each is written by the contact person of its county, whose card is answered where it asks, and saved unread.
What was saved is compared with what the message says; what is wrong costs taps to mend.
"""

import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.messages import Told, faults, messages, said_by
from bot.app import build_app
from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from bot.load import load_campaign
from bot.readers import Readers
from bot.rehearsal.world import Person, World
from campaign.people import Pairing
from campaign.records import SavedRecord
from campaign.vocabulary import Role
from handlers.callbacks import Asked, PickAnswer, SaveAnyway, SaveDraft
from handlers.desk import county_key
from storage import Database, Unit, open_database
from storage.migrate import upgrade
from tests.bot.plays import UNPACED, settings_for
from tests.rehearsal_answers import Answers
from tests.rehearsal_client import Player, Rehearsal, rehearsing
from understanding.reading import Sender

CAMPAIGN = "jiujiang-2022-demo"
BOT = 2000000001
FIRST_ACCOUNT = 201
MEND = 3
"""Taps for one wrong field, or an item to add or drop: edit, the line or field, the value."""
BY_FORM = 8
"""Taps of the form, for a message that makes no card."""
MOST_ANSWERS = 8
ECHO = "/cancel"
"""Stored in the inbox, looked at, answered with one fixed line."""
FIELDS = {Asked.COUNTY: "county", Asked.DAY: "date", Asked.CHANNEL: "channel"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One message: taps until it was saved, what was wrong then, and milliseconds.

    card: from the message to its card. echo: to a fixed line. reader: of the reader alone.
    """

    told: Told
    taps: int
    wrong: Counter[str]
    card: float
    echo: float
    reader: float

    @property
    def at_once(self) -> bool:
        """Whether one tap saved it as it was read, and that was right."""
        return self.taps == 1 and not self.wrong

    @property
    def to_right(self) -> int:
        """Taps until the record is right."""
        return self.taps + MEND * self.wrong.total()


def play() -> list[Outcome]:
    """Play all of them."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_play(Path(folder), messages()))


async def _play(folder: Path, told: list[Told]) -> list[Outcome]:
    url = f"sqlite:///{folder / 'played.sqlite3'}"
    upgrade(url)
    database = open_database(url, calendar=work_calendar(), bot_id=BOT)
    pairings = database.write(_load, told[0].now - timedelta(days=1))
    people = [
        Person(id=FIRST_ACCOUNT + place, name=f"P{place}", started=True) for place in range(len(pairings))
    ]
    world = World(people=people, now=told[0].now, flood=False)
    async with rehearsing(folder, world) as rehearsal:
        app = build_app(settings_for(rehearsal.url, url), rehearsal.url, UNPACED)
        async with app.running():
            await rehearsal.clock.followed()
            stage = Stage(rehearsal, database, pairings)
            outcomes = [await stage.played(one) for one in told]
    database.close()
    return outcomes


def _load(unit: Unit) -> list[Pairing]:
    load_campaign(unit, *read_campaign(CAMPAIGN))
    pairings = list(unit.people.pairings(CAMPAIGN))
    for account, pairing in enumerate(pairings, start=FIRST_ACCOUNT):
        person = pairing.contact_person or pairing.liaison
        unit.people.bind(account, CAMPAIGN, person.id, (Role.CONTACT_PERSON,), unit.now)
    return pairings


class Stage:
    """Plays one message after the other."""

    def __init__(self, rehearsal: Rehearsal, database: Database, pairings: list[Pairing]) -> None:
        self._rehearsal = rehearsal
        self._database = database
        self._pairings = pairings
        self._readers = Readers()

    async def played(self, told: Told) -> Outcome:
        """Write a message, answer what its card asks, save it unread, and compare."""
        if told.now > await self._rehearsal.clock.now():
            await self._rehearsal.clock.move(to=told.now)
        place = next(n for n, pairing in enumerate(self._pairings) if pairing.county.name == told.county)
        player = self._rehearsal.player(FIRST_ACCOUNT + place)
        echo, _ = await _timed(player, ECHO)
        card, shown = await _timed(player, told.text)
        taps, saved = await self._saved(player, told, shown)
        record = self._record(place, told) if saved else None
        wrong = faults(told.gold, said_by(record)) if record else Counter[str]()
        return Outcome(told, taps if saved else BY_FORM, wrong, card, echo, self._reading(told, place))

    def _reading(self, told: Told, place: int) -> float:
        """Return the milliseconds that the reader alone takes for a message."""
        reader = self._database.read(lambda unit: self._readers.reader(unit, CAMPAIGN), told.now)
        pairing = self._pairings[place]
        sender = Sender((pairing.contact_person or pairing.liaison).name, (county_key(pairing.county),))
        started = time.perf_counter_ns()
        reader.read(told.text, told.now, sender)
        return (time.perf_counter_ns() - started) / 1e6

    async def _saved(self, player: Player, told: Told, shown: Answers) -> tuple[int, bool]:
        """Press until the card is saved; return the taps, and whether it was."""
        for taps in range(1, MOST_ANSWERS):
            data = [button["data"] for row in shown.last.view["buttons"] for button in row]
            save = next((d for d in data if d.startswith(_SAVING)), None)
            pressed = save or self._answer(data, told)
            if pressed is None:
                return 0, False
            shown = await player.press(pressed, shown.last.id)
            if save:
                return taps, True
        return 0, False

    def _answer(self, data: list[str], told: Told) -> str | None:
        """Return the button that says what is true, else the first answer offered."""
        answers = [PickAnswer.unpack(d) for d in data if d.startswith(f"{PickAnswer.__prefix__}:")]
        right = (answer for answer in answers if answer.value == self._true(answer, told))
        chosen = next(right, answers[0] if answers else None)
        return chosen.pack() if chosen else None

    def _true(self, answer: PickAnswer, told: Told) -> str | None:
        field, contacts = FIELDS.get(answer.asked), told.gold["contacts"]
        if field is None or answer.place >= len(contacts):
            return None
        value: Any = contacts[answer.place][field]
        if field == "county":
            return next(str(p.county.id) for p in self._pairings if p.county.name == value)
        return str(value).replace("-", "")

    def _record(self, place: int, told: Told) -> SavedRecord:
        person = self._pairings[place].contact_person or self._pairings[place].liaison
        [found] = self._database.read(lambda unit: unit.archive.of_author(CAMPAIGN, person.id, 1), told.now)
        return found


_SAVING = (f"{SaveDraft.__prefix__}:", f"{SaveAnyway.__prefix__}:")


async def _timed(player: Player, text: str) -> tuple[float, Answers]:
    """Return the milliseconds from a message to the last of its answers, and these."""
    started = time.perf_counter_ns()
    answers = await player.ask(text)
    return (time.perf_counter_ns() - started) / 1e6, answers
