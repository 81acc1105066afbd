"""A year of saving, correcting, withdrawing and closing: every digest says what plain loops count."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

import pytest

from campaign.actions.corrections import correct_record, correctable
from campaign.actions.issues import choose_category, reopen_issue
from campaign.drafts import DraftContact, DraftIssue, DraftPractice
from campaign.rhythm import CutOff
from campaign.vocabulary import Channel, DigestKind, Resolver
from digests.facts import DigestFacts, SectionFacts
from digests.gathering import gather, status_facts
from digests.opened.figures import Figure
from storage import Database, Unit
from tests.standing import slowly
from tests.standing.opening import as_long_as_figures
from tests.standing.slowly import BEGINNING, Amendment, Contact, Issue, Practice, World
from tests.storage.play import LOADED, NAMES, Play

ALIKE = [{"没有活动场地", "活动阵地不足"}, {"工会经费返还慢", "经费返还滞后"}, {"天上没有云"}]
WORDS = sorted(set().union(*ALIKE))
CATEGORIES = {"场地": "venues", "阵地": "venues", "经费": "funds"}
NAMED = {"服务阵地": "venues", "工会经费": "funds", "帮扶服务": "help", None: None}
EVENTS = 110
YEAR = timedelta(days=400)
NOT_HERE = {Figure.MESSAGES, Figure.NEVER, Figure.TIER, Figure.DUTY, Figure.DUTY_DONE, Figure.CITY}
EVERYWHERE = set(Figure) - NOT_HERE


class Story:
    """Events by chance, told to the store and to the plain world alike."""

    def __init__(self, play: Play, seed: int) -> None:
        self.play = play
        self.chance = random.Random(seed)
        self.world = World(NAMES)
        self.first, self.last = play.definition.start, play.definition.end

    def happen(self, at: datetime) -> None:
        """Let one thing happen."""
        old = [c for c in self.world.standing() if c.saved < at]
        opened = [i for i in self.world.issues if i.withdrawn is None and i.closed is None]
        closed = [i for i in self.world.issues if i.withdrawn is None and i.closed is not None]
        what = self.chance.random()
        if what < 0.15 and old:
            self.withdraw(self.chance.choice(old), at)
        elif what < 0.35 and old:
            self.correct(self.chance.choice(old), at)
        elif what < 0.45 and opened:
            self.close(self.chance.choice(opened), at)
        elif what < 0.5 and closed:
            self.reopen(self.chance.choice(closed), at)
        elif what < 0.55 and opened:
            self.choose(self.chance.choice(opened), at)
        else:
            self.save(at)

    def save(self, at: datetime) -> None:
        county, day, channel = self.chance.choice(NAMES), self._day(at), self.chance.choice(list(Channel))
        issues = tuple(self._issue(day) for _ in range(self.chance.randrange(3)))
        practices = (DraftPractice(text="works"),) * self.chance.randrange(2)
        contact = self.play.contact(county, day, channel)
        record = self.play.save(self.play.draft(contact, issues=issues, practices=practices, at=at), at)
        self.world.contacts.append(Contact(record.draft_id, county, day, channel.value, at))
        for told, saved in zip(issues, record.issues, strict=True):
            resolver = told.resolver and told.resolver.value
            self.world.issues.append(
                Issue(record.draft_id, saved.number, county, told.text, resolver, told.due, at)
            )
        self.world.practices += [Practice(record.draft_id, at) for _ in practices]

    def withdraw(self, contact: Contact, at: datetime) -> None:
        record = self.play.read(lambda unit: unit.records.of_draft(contact.record), at)
        assert record
        self.play.withdraw(record, at)
        for items in (self.world.contacts, self.world.issues, self.world.practices):
            for item in items:
                if item.record == contact.record and item.withdrawn is None:
                    item.withdrawn = at

    def correct(self, contact: Contact, at: datetime) -> None:
        form = self.chance.choice(["day", "channel", "county", "heads"])
        county, day, channel, heads = contact.county, contact.day, contact.channel, None
        if form == "day":
            day = self._day(at)
        elif form == "channel":
            channel = self.chance.choice(list(Channel)).value
        elif form == "county":
            county = self.chance.choice(NAMES)
        else:
            heads = self.chance.randrange(90)
        fields = {
            "day": (contact.day, day),
            "channel": (contact.channel, channel),
            "county": (contact.county, county),
        }
        self.play.write(
            lambda unit: self._correct(unit, contact, (county, day, channel, heads)),
            at,
        )
        changed = {name for name, (before, after) in fields.items() if before != after}
        self.world.amendments.append(Amendment(contact, at, contact.day, changed))
        contact.county, contact.day, contact.channel = county, day, channel
        for item in self.world.issues:
            if item.record == contact.record:
                item.county = county

    def _correct(self, unit: Unit, contact: Contact, form: tuple[str, date, str, int | None]) -> None:
        county, day, channel, heads = form
        actor = self.play._actor(unit)
        known, _ = correctable(unit, actor, contact.record)
        new = {"county_id": self.play.counties[county], "day": day, "channel": Channel(channel)}
        if heads is not None:
            new["participants"] = heads
        contacts: tuple[DraftContact, ...] = (known.contacts[0].model_copy(update=new),)
        correct_record(unit, actor, contact.record, known.model_copy(update={"contacts": contacts}), "-")

    def close(self, issue: Issue, at: datetime) -> None:
        self.play.write(
            lambda unit: unit.records.close_issue(self.play.id, issue.number, self.play._actor(unit), "", at),
            at,
        )
        issue.closed = at

    def reopen(self, issue: Issue, at: datetime) -> None:
        self.play.write(lambda unit: reopen_issue(unit, self.play._actor(unit), issue.number), at)
        issue.closed = None

    def choose(self, issue: Issue, at: datetime) -> None:
        category = self.chance.choice(["help", "funds"])
        self.play.write(
            lambda unit: choose_category(unit, self.play._actor(unit), issue.number, category), at
        )
        # Choosing what the words had said already changes nothing.
        issue.chosen = category

    def _issue(self, day: date) -> DraftIssue:
        due = day + timedelta(self.chance.randrange(60)) if self.chance.random() < 0.5 else None
        resolver = self.chance.choice([None, *Resolver])
        return DraftIssue(text=self.chance.choice(WORDS), due=due, resolver=resolver, distinct=True)

    def _day(self, at: datetime) -> date:
        told = at.date() - timedelta(self.chance.randrange(25))
        return min(max(told, self.first), self.last)


def said(facts: DigestFacts, section: SectionFacts) -> dict[str, object]:
    """A section in the words of the reference."""
    return {
        "uncovered": [facts.counties[place].name for place in section.uncovered],
        "channels": {channel.value: number for channel, number in section.channels.items()},
        **section.model_dump(include={"late", "raised", "closed", "open", "overdue", "practices"}),
    }


def check(facts: DigestFacts, cut_off: CutOff, earlier: Sequence[CutOff], world: World) -> None:
    today = cut_off.at.date()
    for section in facts.sections:
        first = section.first
        since = max((c.at for c in earlier if c.at.date() < first), default=BEGINNING)
        assert said(facts, section) == slowly.section(world, (first, section.last), since, today)
        windows = [s.days for c in earlier for s in c.sections if s.kind is section.kind]
        before = [slowly.window(world, (days.first, days.last)) for days in windows]
        told = section.before
        point = [(told.first, told.last, told.contacted, told.contacts)] if told else []
        assert point == before[-1:]
        if section is facts.sections[0]:
            own = slowly.window(world, (first, section.last))
            trend = [(p.first, p.last, p.contacted, p.contacts) for p in facts.trend]
            assert trend == [*before, own][-6:]
            found = {
                one.resolver and one.resolver.value: one.model_dump(exclude={"resolver"})
                for one in facts.classes
            }
            assert found == dict(slowly.classes(world, since, today))
            filed = {NAMED[one.name]: one.model_dump(exclude={"name"}) for one in facts.categories}
            assert filed == slowly.categories(world, since, today, CATEGORIES)
            order = [(one.name is None, -one.open, -one.raised) for one in facts.categories]
            assert order == sorted(order)
            told_same = [(one.text, one.counties, one.new) for one in facts.same]
            assert told_same == slowly.same(world, since, ALIKE)
            assert (facts.amended.corrected, facts.amended.withdrawn) == slowly.amended(world, first, since)


@pytest.mark.parametrize("seed", range(2))
def test_every_digest_of_a_year_is_what_plain_loops_count(database: Database, seed: int) -> None:
    play = Play(database)
    story = Story(play, seed)
    moments = sorted(LOADED + YEAR * story.chance.random() for _ in range(EVENTS))
    cut_offs, amended, told = play.plan.rhythm.cut_offs, [], list[DigestFacts]()
    for number, cut_off in enumerate(cut_offs):
        while moments and moments[0] <= cut_off.at:
            story.happen(moments.pop(0))
        facts = play.read(partial(gather, campaign_id=play.id, cut_off=cut_off), cut_off.at)
        check(facts, cut_off, cut_offs[:number], story.world)
        told.append(facts)
        amended.append((facts.amended.corrected, facts.amended.withdrawn))
    assert all(map(any, zip(*amended, strict=True)))
    last = cut_offs[-1].at
    told += [play.read(partial(_live, campaign_id=play.id, kind=kind), last) for kind in DigestKind]
    told.append(play.read(partial(status_facts, campaign_id=play.id), last))
    opened = [
        play.read(partial(as_long_as_figures, campaign_id=play.id, facts=facts), last) for facts in told
    ]
    assert set().union(*opened) >= EVERYWHERE


def _live(unit: Unit, campaign_id: str, kind: DigestKind) -> DigestFacts:
    return gather(unit, campaign_id, unit.campaigns.plan(campaign_id).rhythm.taken_at(kind, unit.now))
