"""The same events told twice: played into the store, and as plain data for the reference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import cast
from zoneinfo import ZoneInfo

from campaign.actions.standings import standing_of
from campaign.days import through
from campaign.drafts import Draft, DraftContact
from campaign.pairs import Unit
from campaign.people import Actor
from campaign.plan import Plan
from campaign.progress import Stand
from campaign.records import SavedRecord
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import Channel
from campaign.why import counted, judged
from storage import Database
from storage import Unit as Work
from tests.campaign.plans import TABLES, jiujiang
from tests.standing import reference
from tests.standing.answers import Answer
from tests.standing.rules import rule_of

PEOPLE = ("chair", "deputy", "aide", "clerk", "office")
OFFICE = PEOPLE[-1]
NUMBERS = count(1)
Row = tuple[str, str, str]


@dataclass(frozen=True)
class Saved:
    """A contact as it was saved, and what became of it. `back`: days between it and its saving."""

    minute: int
    author: str
    form: tuple[str, int, str, bool | None]
    corrected: tuple[str, int, str, bool | None] | None
    withdrawn: bool


@dataclass(frozen=True)
class Story:
    """What happens, in minutes from the campaign's first midnight.

    stand_ins: (minute, absent, who comes, first and last day of the campaign, from 0). held_since: of a
    roster, by its place, how many days before its own it holds.
    """

    zone: str
    span: tuple[date, date]
    rules: Sequence[reference.Rule]
    rosters: Sequence[tuple[int, Sequence[Row]]]
    saved: Sequence[Saved]
    pauses: Sequence[reference.Pause]
    rules_change: bool
    stand_ins: Sequence[tuple[int, str, str, int, int]] = ()
    held_since: Mapping[int, int] = field(default_factory=dict)

    def moment(self, minute: int) -> datetime:
        """Return a minute as a moment."""
        first = datetime.combine(self.span[0], datetime.min.time(), ZoneInfo(self.zone))
        return first.astimezone(UTC) + timedelta(minutes=minute)

    def day(self, moment: datetime, back: int) -> date:
        """Return a day so many days before a moment, within the campaign."""
        told = moment.astimezone(ZoneInfo(self.zone)).date() - timedelta(back)
        return min(max(told, self.span[0]), self.span[1])


@dataclass
class Stage:
    """A story played into a database."""

    database: Database
    story: Story
    number: int = field(default_factory=lambda: next(NUMBERS))
    contacts: list[reference.Contact] = field(default_factory=list)
    counties: dict[str, int] = field(default_factory=dict)
    made: int = 0
    taken: list[datetime] = field(default_factory=list)
    stood_in: list[reference.StandIn] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The campaign's id."""
        return f"story-{self.number}"

    def play(self) -> reference.World:
        """Play everything in its order; return it as plain data."""
        self._load(self.story.rules[:1] if self.story.rules_change else self.story.rules)
        events: list[tuple[int, int, object]] = [(minute, 0, rows) for minute, rows in self.story.rosters]
        events += [(saved.minute, 1, saved) for saved in self.story.saved]
        events += [(stand_in[0], 2, stand_in) for stand_in in self.story.stand_ins]
        for minute, kind, event in sorted(events, key=lambda event: event[:2]):
            if isinstance(event, Saved):
                self._save(event, self.story.moment(minute))
            elif kind == 2:
                self._stand_in(cast("tuple[int, str, str, int, int]", event))
            else:
                assert isinstance(event, Sequence)
                self._take(event, self.story.moment(minute))
        for pause in self.story.pauses:
            self._pause(pause)
        self._load(self.story.rules)
        return self._world()

    def answers(self, at: datetime, *, as_of: bool) -> list[dict[reference.Unit, Answer]]:
        """Return how everybody stands by each rule, as the store says, in the reference's words."""
        moment = at if as_of else None
        found = self.database.read(lambda work: standing_of(work, self.id, as_of=moment), at)
        names = self._names()
        return [
            {_named(names, unit): _answer(stand) for unit, stand in rule.stands.items()}
            for rule in found.rules
        ]

    def behind(self, at: datetime) -> list[dict[reference.Unit, int]]:
        """Return how many contacts count of each county and pair by each rule; nothing is carried over."""
        return self.database.read(self._behind, at)

    def _behind(self, work: Work) -> list[dict[reference.Unit, int]]:
        names, found = self._names(), []
        for rule in standing_of(work, self.id).rules:
            units = [] if rule.term.rule.carry_over else [unit for unit in rule.stands if unit.county_id]
            counts = {}
            for unit in units:
                rows = work.standings.rows(self.id, rule.term.days, unit.county_id, 100)
                counts[_named(names, unit)] = counted(judged(rule.term, rows), unit.liaison_id)
            found.append(counts)
        return found

    def plan(self) -> Plan:
        """Return the campaign's plan."""
        return self.database.read(lambda work: work.campaigns.plan(self.id), self.story.moment(0))

    def _load(self, told: Sequence[reference.Rule]) -> None:
        first, last = self.story.span
        rules = tuple(map(rule_of, told))
        definition = jiujiang(id=self.id, zone=self.story.zone, start=first, end=last, quotas=rules)
        at = self.story.moment(self.story.rosters[0][0])
        self.database.write(lambda unit: unit.campaigns.load(definition, at), at)

    def _take(self, rows: Sequence[Row], at: datetime) -> None:
        since = self._since(len(self.taken), at)
        self.taken.append(at)
        table = tuple(RosterRow(2, county, "", liaison, "", person, "") for county, liaison, person in rows)

        def work(unit: Work) -> None:
            unit.people.take_roster(self.id, Roster(table, ()), at, since)
            unit.people.add_admin(self.id, OFFICE)
            for place, name in enumerate(PEOPLE):
                if name == OFFICE or any(name in row for row in rows):
                    person_id = unit.people.person(self.id, name).id
                    unit.people.bind(self.number * 100 + place, self.id, person_id, (), at)
            self.counties = {county.name: county.id for county in unit.people.counties(self.id)}

        self.database.write(work, at)

    def _since(self, place: int, at: datetime) -> date | None:
        back = self.story.held_since.get(place)
        return None if back is None else self.story.day(at, back)

    def _stand_in(self, told: tuple[int, str, str, int, int]) -> None:
        minute, absent, person, first, last = told
        taken = self.story.rosters[: len(self.taken)]
        known = {OFFICE, *(name for _, rows in taken for row in rows for name in row)} if taken else set()
        if not {absent, person} <= known or absent == person:
            return
        at, days = self.story.moment(minute), [self.story.span[0] + timedelta(n) for n in (first, last)]

        def work(unit: Work) -> None:
            who = [unit.people.person(self.id, name).id for name in (absent, person)]
            unit.stand_ins.begin(self.id, (who[0], who[1]), (days[0], days[1]), at)

        self.database.write(work, at)
        midnight = datetime.combine(days[0], datetime.min.time(), ZoneInfo(self.story.zone))
        self.stood_in.append(reference.StandIn(absent, person, days[0], days[1], min(at, midnight)))

    def _held_since(self) -> dict[int, date]:
        every = ((place, self._since(place, at)) for place, at in enumerate(self.taken))
        return {place: since for place, since in every if since}

    def _save(self, saved: Saved, at: datetime) -> None:
        actor = self.database.read(lambda unit: unit.people.actor(self._account(saved.author)), at)
        if actor is None or saved.form[0] not in self.counties:
            return
        self.made += 1
        draft = Draft(
            id=f"{self.id}-{self.made}",
            campaign_id=self.id,
            author_id=actor.person.id,
            chat_id=1,
            source_message_id=self.made,
            written_at=at,
            contacts=(self._contact(saved.form, at),),
        )
        record = self.database.write(lambda unit: _saved(unit, draft, actor, at), at)
        form = saved.form
        if saved.corrected and saved.corrected[0] in self.counties:
            form = saved.corrected
            target = draft.model_copy(
                update={"contacts": (self._contact(form, at, record.contacts[0].number),)}
            )
            record = self.database.write(
                lambda unit: unit.records.correct(record, target, actor, unit.campaigns.plan(self.id), at), at
            )
        if saved.withdrawn:
            self.database.write(
                lambda unit: unit.records.withdraw(record, actor, unit.campaigns.plan(self.id), at), at
            )
            return
        county, back, channel, present = form
        self.contacts.append(
            reference.Contact(county, self.story.day(at, back), channel, saved.author, present, at)
        )

    def _contact(
        self, form: tuple[str, int, str, bool | None], at: datetime, number: int | None = None
    ) -> DraftContact:
        county, back, channel, present = form
        return DraftContact(
            number=number,
            county_id=self.counties[county],
            day=self.story.day(at, back),
            channel=Channel(channel),
            leader_present=present,
        )

    def _pause(self, pause: reference.Pause) -> None:
        county_id = self.counties.get(pause.county)
        if county_id is not None:
            days = through(pause.first, pause.last)
            self.database.write(
                lambda unit: unit.pauses.begin(self.id, county_id, days, "-"), self.story.moment(0)
            )

    def _account(self, name: str) -> int:
        return self.number * 100 + PEOPLE.index(name)

    def _names(self) -> Mapping[int, str]:
        """Return the names of persons by id; of counties by minus their id."""

        def work(unit: Work) -> Mapping[int, str]:
            rows = [row for _, rows in self.story.rosters for row in rows]
            known = (name for name in PEOPLE if any(name in row for row in rows))
            return {unit.people.person(self.id, name).id: name for name in known}

        people = self.database.read(work, self.story.moment(0))
        return {**people, **{-number: name for name, number in self.counties.items()}}

    def _world(self) -> reference.World:
        plan = self.plan()
        days = [self.story.span[0] + timedelta(n) for n in range(len(plan.definition.span))]
        periods = dict.fromkeys(plan.rhythm.period(day) for day in days)
        return reference.World(
            self.story.span,
            self.story.zone,
            self.story.rules,
            [(self.story.moment(minute), rows) for minute, rows in self.story.rosters],
            self.contacts,
            self.story.pauses,
            frozenset({OFFICE}),
            self.stood_in,
            self._held_since(),
            periods=[(period.first, period.last) for period in periods],
            off=frozenset(day for table in TABLES.values() for day in table.off),
            worked=frozenset(day for table in TABLES.values() for day in table.worked),
        )


def _saved(unit: Work, draft: Draft, actor: Actor, at: datetime) -> SavedRecord:
    unit.drafts.put(draft, at)
    return unit.records.save(draft, actor, unit.campaigns.plan(draft.campaign_id), at)


def _named(names: Mapping[int, str], unit: Unit) -> reference.Unit:
    county, liaison = names.get(-unit.county_id), names.get(unit.liaison_id)
    if county and liaison:
        return county, liaison
    return county or liaison or ""


def _answer(stand: Stand) -> Answer:
    return Answer(**{**stand._asdict(), "progress": stand.progress.value})
