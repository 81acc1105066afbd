"""Digests are posted once, in order, at the right hours, and only to groups that were approved in time."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.digest_messages import digest_renderers
from bot.digest_posting import Counts, DigestPoster, post_next
from bot.due import How, how_late, next_due
from bot.threads import Threads
from campaign.actions.groups import decide_group
from campaign.errors import NotAllowed, NotFound
from campaign.groups import Group
from campaign.people import Actor
from campaign.vocabulary import ChatState, DigestState, Role
from digests.facts import DigestFacts
from digests.outgoing import OFFERED, PICTURE, TEXT, offer_data
from digests.posting import decide_offer
from storage import Database, Unit
from storage.outbox import OutboxRow
from tests.campaign.plans import plan
from tests.digests.demo import DEMO, LOADED, definition, empty_campaign, play_samples, unreviewed

GROUP, OTHER, ADMIN = -1001, -1002, 77
APPROVED = datetime.fromisoformat("2022-12-01T10:00:00+08:00")
FEBRUARY = datetime.fromisoformat("2023-02-27T09:00:00+08:00")
MARCH = datetime.fromisoformat("2023-03-27T09:00:00+08:00")
FAR = datetime.fromisoformat("2024-02-01T09:00:00+08:00")


@dataclass
class Clock:
    moment: datetime

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    made = empty_campaign(database_url, unreviewed(definition()))
    made.write(_bind_admin, LOADED)
    yield made
    made.close()


@pytest.fixture
def threads(database: Database) -> Iterator[Threads]:
    made = Threads(database, Clock(FAR))
    yield made
    made.close()


def _bind_admin(unit: Unit) -> None:
    admin = unit.people.add_admin(DEMO, "演示管理员")
    unit.people.bind(ADMIN, DEMO, admin.id, [Role.ADMIN], unit.now)


def approve(database: Database, at: datetime = APPROVED, chat_id: int = GROUP) -> None:
    group = Group(chat_id, "专班群", ChatState.APPROVED, DEMO, None, at)
    database.write(lambda unit: unit.groups.put(group), at)


def steps(database: Database, now: datetime) -> list[Counts]:
    found = []
    while (counts := database.write(lambda unit: post_next(unit, DEMO, now), now)) is not None:
        found.append(counts)
    return found


def owed(database: Database) -> list[OutboxRow]:
    return list(database.read(lambda unit: unit.outbox.due(FAR, 1000), FAR))


def frozen(database: Database, digest_id: int) -> DigestFacts:
    row = database.read(lambda unit: unit.digests.get(digest_id), FAR)
    assert row is not None
    return DigestFacts.model_validate(row.facts)


def admin_of(unit: Unit) -> Actor:
    return unit.people.admins(DEMO)[0]


def test_a_digest_is_posted_once_with_its_picture_last(database: Database) -> None:
    play_samples(database)
    approve(database, FEBRUARY - timedelta(days=1))
    assert steps(database, FEBRUARY - timedelta(seconds=1)) == []
    assert steps(database, FEBRUARY) == [Counts(posted=1)]
    assert steps(database, FEBRUARY) == []
    rows = owed(database)
    assert [(row.chat_id, row.kind) for row in rows] == [(GROUP, TEXT), (GROUP, PICTURE)]
    facts = frozen(database, rows[0].payload["digest_id"])
    assert (facts.cut_off, facts.sections[0].contacts) == (FEBRUARY, 16)


def test_what_is_owed_becomes_messages(database: Database) -> None:
    play_samples(database)
    approve(database, FEBRUARY - timedelta(days=1))
    steps(database, FEBRUARY)
    renderers = digest_renderers(database, Clock(FEBRUARY))
    text, picture = [renderers[row.kind](row.kind, row.payload) for row in owed(database)]
    assert "登记联系 16 次" in text.text
    assert picture.photo is not None
    assert picture.photo.startswith(b"\x89PNG")
    assert picture.text == "【演示】双月调度：县级工会联系情况图，截至2023年2月27日 09:00"


def test_of_two_who_claim_only_the_first_posts(database: Database) -> None:
    approve(database)
    cut_off = FEBRUARY

    def claim(unit: Unit) -> int | None:
        return unit.digests.claim(DEMO, "two_month", cut_off, GROUP, DigestState.POSTED)

    assert database.write(claim, FEBRUARY) is not None
    assert database.write(claim, FEBRUARY) is None


async def test_two_processes_at_once_post_once(database: Database, threads: Threads) -> None:
    approve(database, FEBRUARY - timedelta(days=1))
    first, second = DigestPoster(threads), DigestPoster(threads)
    counts = await asyncio.gather(first.run(FEBRUARY), second.run(FEBRUARY))
    assert sum(count.posted for count in counts) == 1
    assert len(owed(database)) == 2


async def test_down_time_is_caught_up_in_order(database: Database, threads: Threads) -> None:
    approve(database)
    approve(database, chat_id=OTHER)
    late = FEBRUARY + timedelta(days=2)
    assert await DigestPoster(threads).run(late) == Counts(posted=2, offered=2)
    kinds = [(row.kind, row.chat_id) for row in owed(database)]
    assert kinds[:2] == [(OFFERED, ADMIN), (OFFERED, ADMIN)]
    assert [chat for kind, chat in kinds if kind == TEXT] == [OTHER, GROUP]
    assert await DigestPoster(threads).run(late) == Counts()


async def test_a_clock_moved_on_walks_each_due_moment(database: Database, threads: Threads) -> None:
    play_samples(database)
    approve(database)
    poster = DigestPoster(threads, walks=True)
    assert await poster.run(FEBRUARY - timedelta(days=70)) == Counts()
    assert await poster.run(FAR) == Counts(posted=9)
    ids = [row.payload["digest_id"] for row in owed(database) if row.kind == PICTURE]
    assert [frozen(database, n).cut_off for n in ids] == [c.at for c in plan().rhythm.cut_offs]
    # Each as of its own moment: what was typed after the first cut-off is not in the first digest.
    assert [frozen(database, n).sections[0].contacts for n in ids[:2]] == [13, 16]


async def test_a_walk_may_start_where_an_earlier_process_ended(database: Database, threads: Threads) -> None:
    approve(database, FEBRUARY - timedelta(days=1))
    assert await DigestPoster(threads).run(FAR, since=FEBRUARY - timedelta(hours=1)) == Counts(posted=8)


async def test_each_campaign_posts_to_its_own_groups(database: Database, threads: Threads) -> None:
    eve = FEBRUARY - timedelta(days=1)
    approve(database, eve)
    other = definition().model_copy(update={"id": "another"})
    database.write(lambda unit: unit.campaigns.load(other, LOADED), LOADED)
    database.write(
        lambda unit: unit.groups.put(Group(OTHER, "另一群", ChatState.APPROVED, "another", None, eve)), eve
    )
    assert await DigestPoster(threads).run(FEBRUARY) == Counts(posted=2)
    assert {row.chat_id for row in owed(database)} == {GROUP, OTHER}


def test_nothing_is_owed_from_before_the_approval_or_the_load(database: Database) -> None:
    approve(database, FEBRUARY)
    assert steps(database, FEBRUARY) == []
    assert steps(database, MARCH) == [Counts(posted=1)]


def test_groups_that_wait_or_left_get_nothing(database: Database) -> None:
    states = (ChatState.WAITING, ChatState.REFUSED, ChatState.LEFT)

    def put(unit: Unit) -> None:
        for n, state in enumerate(states):
            unit.groups.put(Group(-2000 - n, "群", state, DEMO, None, APPROVED))

    database.write(put, APPROVED)
    assert steps(database, FEBRUARY) == []


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2023-02-27T20:59:00+08:00", "2023-02-27T20:59:00+08:00"),
        ("2023-02-27T22:00:00+08:00", "2023-02-28T08:00:00+08:00"),
        ("2023-02-28T03:00:00+08:00", "2023-02-28T08:00:00+08:00"),
    ],
)
def test_quiet_hours_hold_a_digest_back(database: Database, now: str, told: str) -> None:
    approve(database, FEBRUARY - timedelta(days=1))
    steps(database, datetime.fromisoformat(now))
    due = datetime.fromisoformat(told)

    def count(at: datetime) -> int:
        return len(database.read(lambda unit: unit.outbox.due(at, 10), at))

    assert (count(due - timedelta(seconds=1)), count(due)) == (0, 2)


@pytest.mark.parametrize(
    ("now", "how"),
    [
        ("2023-02-27T09:00:00+08:00", How.POST),
        ("2023-03-02T23:00:00+08:00", How.POST),
        ("2023-03-03T00:01:00+08:00", How.OFFER),
    ],
)
def test_more_than_three_working_days_late_is_offered(now: str, how: How) -> None:
    assert how_late(plan(), plan().rhythm.cut_offs[1], datetime.fromisoformat(now)) is how


def test_weekends_do_not_make_a_digest_late() -> None:
    friday = next(c for c in plan().rhythm.cut_offs if c.at.date().isoformat() == "2023-08-25")
    assert how_late(plan(), friday, datetime.fromisoformat("2023-08-30T12:00:00+08:00")) is How.POST
    assert how_late(plan(), friday, datetime.fromisoformat("2023-08-31T12:00:00+08:00")) is How.OFFER


def offered(database: Database) -> int:
    play_samples(database)
    approve(database, FEBRUARY - timedelta(days=1))
    assert steps(database, FEBRUARY + timedelta(days=7)) == [Counts(offered=1)]
    (row,) = owed(database)
    assert (row.kind, row.chat_id) == (OFFERED, ADMIN)
    return int(row.payload["digest_id"])


def decide(database: Database, digest_id: int, *, post: bool) -> DigestState:
    at = FEBRUARY + timedelta(days=7)
    return database.write(lambda unit: decide_offer(unit, admin_of(unit), digest_id, post=post), at)


def test_an_offer_has_two_buttons_and_says_which_group(database: Database) -> None:
    digest_id = offered(database)
    (row,) = owed(database)
    message = digest_renderers(database, Clock(FAR))[row.kind](row.kind, row.payload)
    assert "专班群" in message.text
    assert [data for _, data in message.buttons[0]] == [
        offer_data(digest_id, post=True),
        offer_data(digest_id, post=False),
    ]


def test_an_offer_that_is_taken_posts_the_figures_of_its_cut_off(database: Database) -> None:
    digest_id = offered(database)
    assert decide(database, digest_id, post=True) is DigestState.POSTED
    assert decide(database, digest_id, post=True) is DigestState.POSTED
    assert [row.kind for row in owed(database)] == [OFFERED, TEXT, PICTURE]
    assert frozen(database, digest_id).sections[0].contacts == 16


def test_an_offer_that_is_declined_stays_declined(database: Database) -> None:
    digest_id = offered(database)
    assert decide(database, digest_id, post=False) is DigestState.DECLINED
    assert decide(database, digest_id, post=True) is DigestState.DECLINED
    assert len(owed(database)) == 1


def test_only_an_admin_decides_and_only_for_a_group_that_is_there(database: Database) -> None:
    digest_id = offered(database)
    with pytest.raises(NotAllowed):
        database.write(lambda unit: decide_offer(unit, _leader(unit), digest_id, post=True), FEBRUARY)
    database.write(lambda unit: decide_group(unit, admin_of(unit), GROUP, approve=False), FEBRUARY)
    with pytest.raises(NotFound):
        decide(database, digest_id, post=True)


def _leader(unit: Unit) -> Actor:
    return Actor(unit.people.person(DEMO, "演示副主席一"), DEMO, frozenset({Role.LEADER}), 5)


def test_the_next_due_moment_is_a_cut_off_or_an_owed_message(database: Database) -> None:
    def following(now: datetime) -> datetime | None:
        return database.read(lambda unit: next_due(unit, now), now)

    silent = unreviewed(definition()).model_copy(update={"reminders": None})
    database.write(lambda unit: unit.campaigns.load(silent, LOADED), LOADED)
    assert following(FEBRUARY) is None
    approve(database, FEBRUARY - timedelta(days=1))
    assert following(FEBRUARY - timedelta(days=1)) == FEBRUARY
    assert following(FEBRUARY) == MARCH
    night = FEBRUARY + timedelta(hours=13)
    steps(database, night)
    assert following(night) == FEBRUARY + timedelta(hours=23)
    assert following(FAR) is None
