"""Each organisation's year, typed into the chat: at every month's end all stands as the reference says."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.app import build_app
from bot.campaign_files import read_campaign, shipped
from bot.load import load_campaign, load_roster
from bot.rehearsal.world import Person, World
from campaign.actions.standings import standing_of
from campaign.quota_rules import QuotaRule
from storage import Unit
from storage.migrate import upgrade
from tests.bot.plays import UNPACED, settings_for
from tests.bot.stores import ask, opened
from tests.campaigns.typed_year import Typed, Year, handed_over, made_up, played_roster, rows_of
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.standing import reference
from tests.standing.answers import Answer, answers

DAY = timedelta(days=1)
FIRST_ACCOUNT = 301
AUTHORS = 4
LONGEST = 380
ENOUGH = 20
CAMPAIGNS = sorted(set(shipped()) - {"jiujiang-2022-demo"})


class Stage:
    """A campaign in a database of its own: its table, a hand-over half-way, and what was typed so far."""

    def __init__(self, campaign: str, url: str) -> None:
        self.definition, roster = read_campaign(campaign)
        self.id, self.url = campaign, url
        self.first = self.definition.start
        self.last = min(self.definition.end, self.first + DAY * LONGEST)
        table = played_roster(roster, made_up(roster))
        half = self.first + (self.last - self.first) // 2
        self.tables = [(self.first, table), (half, handed_over(table))]
        rows = [row for row in table.rows if row.liaison]
        others = [row for row in rows if row.liaison != rows[0].liaison]
        names = [name for row in (rows[0], *others) for name in (row.liaison, row.contact_person) if name]
        self.authors = list(dict.fromkeys(names))[:AUTHORS]
        self.contacts: list[reference.Contact] = []
        self.handed_over = False

    def morning(self, day: date) -> datetime:
        """Return the moment of a day at which tables are taken."""
        return datetime.combine(day, time(7), self.definition.tz)

    def load(self) -> None:
        """Load rules and table on the first morning; bind the persons."""
        upgrade(self.url)
        self.write(self._load, self.morning(self.first))

    async def keep_up(self, rehearsal: Rehearsal, day: date) -> None:
        """Take the second table in its morning, once."""
        since, table = self.tables[1]
        if day >= since and not self.handed_over:
            self.handed_over = True
            await rehearsal.clock.move(to=self.morning(since))
            self.write(partial(load_roster, campaign_id=self.id, roster=table), self.morning(since))

    def write(self, work: Callable[[Unit], object], at: datetime) -> None:
        """Change the store behind the bot's back."""
        database = opened(self.url)
        database.write(work, at)
        database.close()

    def expected(self, at: datetime) -> list[dict[reference.Unit, Answer]]:
        """Return how everybody stands by each rule, as the reference says."""
        world = self._world(at)
        return [answers(world, rule, reference.local_day(world, at)) for rule in world.rules]

    def stands(self, at: datetime) -> list[dict[reference.Unit, Answer]]:
        """Return the same as the store says."""
        return ask(self.url, self._stands, at)

    def _load(self, unit: Unit) -> None:
        load_campaign(unit, self.definition, self.tables[0][1])
        for account, name in enumerate(self.authors, start=FIRST_ACCOUNT):
            person = unit.people.person(self.id, name)
            unit.people.bind(account, self.id, person.id, (), unit.now)

    def _stands(self, unit: Unit) -> list[dict[reference.Unit, Answer]]:
        counties = {c.id: c.prefecture + c.name for c in unit.people.counties(self.id)}
        names = {name for _, table in self.tables for row in rows_of(table) for name in row[1:] if name}
        people = {unit.people.person(self.id, name).id: name for name in names}
        return [
            {
                _named(counties.get(who.county_id), people.get(who.liaison_id)): Answer(
                    **{**stand._asdict(), "progress": stand.progress.value}
                )
                for who, stand in rule.stands.items()
            }
            for rule in standing_of(unit, self.id).rules
        ]

    def _world(self, at: datetime) -> reference.World:
        plan = ask(self.url, lambda unit: unit.campaigns.plan(self.id), at)
        days = [self.first + DAY * n for n in range((self.definition.end - self.first).days + 1)]
        periods = dict.fromkeys(plan.rhythm.period(day) for day in days)
        return reference.World(
            (self.definition.start, self.definition.end),
            self.definition.zone,
            [_told(rule) for rule in self.definition.quotas],
            [(self.morning(day), rows_of(table)) for day, table in self.tables if self.morning(day) <= at],
            self.contacts,
            periods=[(period.first, period.last) for period in periods],
            off=frozenset(day for day in days if day.weekday() < 5 and not plan.calendar.is_workday(day)),
            worked=frozenset(day for day in days if day.weekday() > 4 and plan.calendar.is_workday(day)),
        )


def _named(county: str | None, liaison: str | None) -> reference.Unit:
    return (county, liaison) if county and liaison else county or liaison or ""


def _told(rule: QuotaRule) -> reference.Rule:
    """Return a rule in the reference's words."""
    return reference.Rule(
        rule.id,
        rule.scope.value,
        frozenset(channel.value for channel in rule.channels),
        rule.count,
        rule.window.value,
        days=rule.days or 0,
        by=rule.by or date.min,
        first_window=rule.first_window.value,
        new_pairing=rule.new_pairing.value,
        leader_present=rule.leader_present,
        same_day_once=rule.same_day_once,
        carry_over=rule.carry_over,
    )


@asynccontextmanager
async def talking(state: Path, stage: Stage) -> AsyncIterator[Rehearsal]:
    """The bot on the stage's database; everybody who types is bound."""
    people = [
        Person(id=account, name=name, started=True)
        for account, name in enumerate(stage.authors, start=FIRST_ACCOUNT)
    ]
    now = stage.morning(stage.first) + timedelta(minutes=30)
    world = World(bot_name="对口联系助手", people=people, now=now, zone=stage.definition.zone, flood=False)
    async with rehearsing(state, world) as rehearsal:
        app = build_app(settings_for(rehearsal.url, stage.url), rehearsal.url, UNPACED)
        async with app.running():
            await rehearsal.clock.followed()
            yield rehearsal


async def _type(rehearsal: Rehearsal, stage: Stage, typed: Typed) -> None:
    """Type a message, save its card, perhaps take the record back."""
    await rehearsal.clock.move(to=typed.told.saved_at)
    author = rehearsal.player(FIRST_ACCOUNT + stage.authors.index(typed.author))
    card = await author.ask(typed.text)
    assert card.text.startswith("请核对"), (typed.text, card.text)
    assert "已保存" in (await author.press("保存")).text, (typed.text, card.text)
    if typed.withdrawn:
        assert "已撤销" in (await author.ask("/undo")).text
    else:
        stage.contacts.append(typed.told)


def _months(stage: Stage) -> Iterator[date]:
    """The last day of each month of the play."""
    day = stage.first
    while day <= stage.last:
        if (day + DAY).day == 1:
            yield day
        day += DAY


@pytest.mark.long
@pytest.mark.parametrize("campaign", CAMPAIGNS)
async def test_every_months_end_is_right(campaign: str, tmp_path: Path) -> None:
    stage = Stage(campaign, f"sqlite:///{tmp_path / 'liaison.sqlite3'}")
    stage.load()
    year = Year(stage.definition, stage.first, stage.last, seed=len(campaign))
    messages = list(year.typed(stage.tables, stage.authors))
    async with talking(tmp_path / "state", stage) as rehearsal:
        for end in _months(stage):
            while messages and messages[0].told.saved_at.date() <= end:
                await stage.keep_up(rehearsal, messages[0].told.saved_at.date())
                await _type(rehearsal, stage, messages.pop(0))
            await stage.keep_up(rehearsal, end)
            await rehearsal.clock.move(to=datetime.combine(end, time(20), stage.definition.tz))
            at = await rehearsal.clock.now()
            assert stage.stands(at) == stage.expected(at), end
    assert len(stage.contacts) > ENOUGH
