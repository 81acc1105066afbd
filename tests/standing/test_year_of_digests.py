"""A year played with the clock: each digest and its draft at their working day and hour, once, and right."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from bot.digest_posting import Counts, post_next
from bot.load import load_campaign
from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.drafts import Draft, DraftContact, DraftIssue
from campaign.groups import Group
from campaign.vocabulary import Channel, ChatState, Role
from digests.facts import DigestFacts
from storage import Database, Unit, open_database
from storage.migrate import upgrade
from tests.standing import slowly
from tests.standing.opening import as_long_as_figures
from tests.standing.slowly import BEGINNING, Contact, Issue, World

GROUP, ADMIN = -1001, 77
TWO, QUARTER, HALF = "two_month", "quarter", "half_year"
# The draft's day, the digest's day, what it is: from calendars of those years, typed by hand.
AUTUMN = (
    ("2022-09-23", "2022-09-27", (QUARTER,)),
    ("2022-10-25", "2022-10-27", (TWO,)),
)
COMMON = (
    ("2022-12-23", "2022-12-27", (TWO, QUARTER, HALF)),
    ("2023-02-23", "2023-02-27", (TWO,)),
    ("2023-03-23", "2023-03-27", (QUARTER,)),
    ("2023-04-25", "2023-04-27", (TWO,)),
    ("2023-06-25", "2023-06-27", (TWO, QUARTER, HALF)),
    ("2023-08-23", "2023-08-25", (TWO,)),
    ("2023-09-25", "2023-09-27", (QUARTER,)),
)
WINTER = (
    ("2023-10-25", "2023-10-27", (TWO,)),
    ("2023-12-25", "2023-12-27", (TWO, QUARTER, HALF)),
)
YEARS = {
    "jiujiang-2022": (("2022-11-15", "2023-12-31"), (*COMMON, *WINTER)),
    "anhui-2022": (("2022-09-13", "2023-09-30"), (*AUTUMN, *COMMON)),
    "guangyuan-2022": (("2022-09-01", "2023-09-30"), (*AUTUMN, *COMMON)),
}


def moment(day: str, hour: str = "09:00:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}+08:00")


class Year:
    """A campaign as it is shipped, with one group and one admin; what is logged is told twice."""

    def __init__(self, database: Database, campaign_id: str) -> None:
        self.database, self.id = database, campaign_id
        self.span, self.told = YEARS[campaign_id]
        self.chance, self.made = random.Random(7), 0
        database.write(self._begin, moment(self.span[0], "00:00:00"))
        counties = database.read(lambda unit: unit.people.counties(campaign_id), moment(self.span[0]))
        self.counties = {county.prefecture + county.name: county.id for county in counties}
        self.world = World(tuple(self.counties))

    def _begin(self, unit: Unit) -> None:
        definition, roster = read_campaign(self.id)
        load_campaign(unit, definition, roster)
        admin = unit.people.add_admin(self.id, "演示管理员")
        unit.people.bind(ADMIN, self.id, admin.id, (Role.ADMIN,), unit.now)
        unit.groups.put(Group(GROUP, "专班群", ChatState.APPROVED, self.id, None, unit.now))

    def days(self) -> Iterator[str]:
        first, last = map(date.fromisoformat, self.span)
        for number in range((last - first).days + 8):
            yield (first + timedelta(number)).isoformat()

    def run(self, at: datetime) -> Counts:
        done = Counts()
        while (counts := self.database.write(lambda unit: post_next(unit, self.id, at), at)) is not None:
            done += counts
        return done

    def log(self, day: str) -> None:
        """Log a contact of these days, with an issue now and then."""
        if day > self.span[1]:
            return
        at, own = moment(day, "15:00:00"), date.fromisoformat(day) - timedelta(self.chance.randrange(9))
        own = max(own, date.fromisoformat(self.span[0]))
        name, channel = self.chance.choice(list(self.counties)), self.chance.choice(list(Channel))
        issues = (DraftIssue(text=f"演示问题{self.made}"),) * (self.made % 3 == 0)
        self.made += 1
        contact = DraftContact(county_id=self.counties[name], day=own, channel=channel)

        def work(unit: Unit) -> None:
            actor = unit.people.actor(ADMIN)
            assert actor
            shown = Draft(
                id=f"{self.id}-{self.made}",
                campaign_id=self.id,
                author_id=actor.person.id,
                chat_id=1,
                written_at=at,
                contacts=(contact,),
                issues=issues,
            )
            open_draft(unit, actor, shown)
            save_draft(unit, actor, shown.id)

        self.database.write(work, at)
        record = f"{self.id}-{self.made}"
        self.world.contacts.append(Contact(record, name, own, channel.value, at))
        self.world.issues += [Issue(record, 0, name, one.text, None, None, at) for one in issues]

    def check(self, place: int) -> None:
        """Compare a digest's sections with what plain loops count over the days typed by hand."""
        at = moment(self.told[place][1])
        kinds, earlier = self.told[place][2], self.told[:place]
        kept = self.database.read(lambda unit: unit.digests.frozen(self.id, at, ",".join(kinds)), at)
        facts = DigestFacts.model_validate(kept)
        assert tuple(section.kind.value for section in facts.sections) == kinds
        self.database.read(lambda unit: as_long_as_figures(unit, self.id, facts), at)
        for section in facts.sections:
            had = [due for _, due, kinds in earlier if section.kind.value in kinds]
            first = date.fromisoformat(had[-1]) + timedelta(1) if had else date.fromisoformat(self.span[0])
            since = max((moment(due) for _, due, _ in earlier if due < str(first)), default=BEGINNING)
            expected = slowly.section(self.world, (first, at.date()), since, at.date())
            assert expected == {
                "uncovered": [
                    facts.counties[n].prefecture + facts.counties[n].name for n in section.uncovered
                ],
                "channels": {channel.value: count for channel, count in section.channels.items()},
                **section.model_dump(include={"late", "raised", "closed", "open", "overdue", "practices"}),
            }


@pytest.mark.long
@pytest.mark.parametrize("campaign_id", YEARS)
def test_each_digest_of_a_year_comes_on_its_day_once_and_is_right(sqlite_url: str, campaign_id: str) -> None:
    upgrade(sqlite_url)
    database = open_database(sqlite_url, calendar=work_calendar())
    year, posted, drafted = Year(database, campaign_id), [], []
    for day in year.days():
        assert year.run(moment(day, "08:59:59")) == Counts(), day
        done = year.run(moment(day))
        posted += [day] * done.posted
        drafted += [day] * done.drafted
        assert year.run(moment(day, "09:00:01")) == Counts(), day
        if done.posted:
            year.check(len(posted) - 1)
        year.log(day)
    assert drafted == [draft for draft, _, _ in year.told]
    assert posted == [due for _, due, _ in year.told]
    database.close()
