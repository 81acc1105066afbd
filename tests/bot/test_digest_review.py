"""What is drafted when, and what becomes of it at the hour: the store's side, without a chat."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.calendars import work_calendar
from bot.digest_posting import Counts
from bot.due import next_due
from bot.review_messages import review_renderers
from campaign.errors import NotAllowed
from campaign.people import Actor
from campaign.review import ReviewStep
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import DigestState, ReviewState, Role
from digests.outgoing import DRAFT, DRAFT_PICTURE, PICTURE, TEXT
from digests.picture.pages import MOST
from digests.reviewing import Taken, Wish, review
from storage import Unit, open_database
from tests.bot.reviewing import (
    ADMIN,
    DRAFTED,
    EVE,
    FEBRUARY,
    GROUP,
    LEADER,
    OTHER,
    Stage,
    bind_reviewers,
    reviewed,
    staged,
)
from tests.bot.test_digest_posting import Clock
from tests.digests.demo import DEMO, LOADED, empty_campaign


@pytest.fixture
def stage(sqlite_url: str) -> Iterator[Stage]:
    with staged(sqlite_url) as made:
        yield made


def test_one_draft_for_each_reviewer_and_one_digest(stage: Stage) -> None:
    stage.admit(GROUP)
    assert stage.database.read(lambda unit: next_due(unit, EVE), EVE) == DRAFTED
    assert stage.run(DRAFTED - timedelta(seconds=1)) == Counts()
    assert stage.run(DRAFTED) == Counts(drafted=1)
    assert stage.run(DRAFTED) == Counts()
    assert sorted(stage.kinds()) == sorted([DRAFT, DRAFT_PICTURE] * 2)
    assert stage.run(FEBRUARY) == Counts(posted=1)
    assert stage.kinds()[4:] == [TEXT, PICTURE]
    assert stage.run(FEBRUARY) == Counts()


def test_a_draft_whose_time_passed_is_not_sent_but_the_digest_is(stage: Stage) -> None:
    stage.admit(GROUP)
    assert stage.run(FEBRUARY + timedelta(minutes=1)) == Counts(posted=1)
    assert stage.kinds() == [TEXT, PICTURE]


def test_a_draft_that_is_late_is_made_all_the_same(stage: Stage) -> None:
    stage.admit(GROUP)
    assert stage.run(FEBRUARY - timedelta(hours=1)) == Counts(drafted=1)


def test_without_a_group_there_is_nothing_to_draft(stage: Stage) -> None:
    assert stage.run(DRAFTED) == Counts()


def test_what_must_be_approved_waits_and_goes_out_with_the_figures_of_its_cut_off(stage: Stage) -> None:
    stage.rules(reviewed(required=True))
    stage.admit(GROUP, OTHER)
    assert stage.run(DRAFTED) == Counts(drafted=1)
    assert stage.run(FEBRUARY) == Counts(held=2)
    assert [stage.run(FEBRUARY + timedelta(days=9)) for _ in range(2)] == [Counts(chased=1), Counts()]
    assert stage.kinds().count(DRAFT) == 6
    later = FEBRUARY + timedelta(days=1)
    assert stage.do(ReviewStep.WITHHOLD, about=str(OTHER), at=later) is Taken.DONE
    assert stage.do(ReviewStep.APPROVE, at=later) is Taken.DONE
    assert sorted(stage.states()) == [DigestState.POSTED, DigestState.WITHHELD]
    assert stage.kinds().count(TEXT) == 1


def test_without_a_draft_what_must_be_approved_is_asked_at_its_hour(stage: Stage) -> None:
    stage.rules(reviewed(required=True))
    stage.admit(GROUP)
    assert stage.run(FEBRUARY) == Counts(held=1)
    assert stage.kinds() == [DRAFT, DRAFT]
    assert stage.draft().state is ReviewState.HELD


def test_what_was_approved_in_time_goes_out_at_its_hour(stage: Stage) -> None:
    stage.rules(reviewed(required=True))
    stage.admit(GROUP)
    stage.run(DRAFTED)
    assert stage.do(ReviewStep.APPROVE) is Taken.DONE
    assert stage.do(ReviewStep.OMIT, about="overall") is Taken.SETTLED
    assert stage.run(FEBRUARY) == Counts(posted=1)
    assert stage.states() == [DigestState.POSTED]


def test_who_saw_an_older_form_changes_nothing_and_a_wish_twice_is_one(stage: Stage) -> None:
    stage.admit(GROUP)
    stage.run(DRAFTED)
    assert stage.do(ReviewStep.OMIT, about="overall", seen=0) is Taken.DONE
    assert stage.do(ReviewStep.OMIT, about="overall", seen=0) is Taken.DONE
    assert stage.draft().version == 1
    assert stage.do(ReviewStep.APPROVE, by=1, seen=0) is Taken.CHANGED
    assert stage.do(ReviewStep.APPROVE, by=1) is Taken.DONE


def test_a_digest_that_is_dropped_after_its_hour_goes_to_nobody(stage: Stage) -> None:
    stage.rules(reviewed(required=True))
    stage.admit(GROUP)
    stage.run(FEBRUARY)
    assert stage.do(ReviewStep.DROP, at=FEBRUARY) is Taken.DONE
    assert stage.states() == [DigestState.DECLINED]
    assert stage.run(FEBRUARY + timedelta(days=1)) == Counts()


def test_two_paragraphs_are_deleted_one_after_the_other(stage: Stage) -> None:
    stage.admit(GROUP)
    stage.run(DRAFTED)
    for words in ("甲段。", "乙段。"):
        stage.do(ReviewStep.ADD, seen="", about="added:", words=words)
    for _ in range(2):
        assert stage.do(ReviewStep.ORIGINAL, about="added:0") is Taken.DONE
    assert stage.draft().edits["added"] == []


def test_a_picture_of_several_pages_is_as_many_messages_after_the_text(stage: Stage) -> None:
    names = [f"演示{number}县" for number in range(MOST + 1)]
    rows = tuple(RosterRow(2, name, "演示市", "演示主席", "", "", "") for name in names)
    stage.database.write(lambda unit: unit.people.take_roster(DEMO, Roster(rows, ()), EVE), EVE)
    stage.admit(GROUP)
    stage.run(FEBRUARY)
    assert [row.key.partition(":")[2].partition(":")[2] for row in stage.owed() if row.kind == PICTURE] == [
        "picture:0",
        "picture:1",
    ]
    assert stage.kinds()[-2:] == [PICTURE, PICTURE]


def test_the_pictures_of_a_draft_are_those_it_was_made_with(stage: Stage) -> None:
    names = [f"演示{number}县" for number in range(MOST + 1)]
    rows = tuple(RosterRow(2, name, "演示市", "演示主席", "", "", "") for name in names)
    stage.database.write(lambda unit: unit.people.take_roster(DEMO, Roster(rows, ()), EVE), EVE)
    stage.admit(GROUP)
    stage.run(DRAFTED)
    stage.database.write(lambda unit: unit.people.take_roster(DEMO, Roster(rows[:1], ()), EVE), EVE)
    draw = review_renderers(stage.database, Clock(DRAFTED))[DRAFT_PICTURE]
    owed = [row for row in stage.owed() if row.kind == DRAFT_PICTURE and row.chat_id == ADMIN]
    assert [draw(row.kind, row.payload).text[-5:] for row in owed] == ["（1/2）", "（2/2）"]


def test_a_leader_gets_his_own_report_by_himself_and_unreviewed(stage: Stage) -> None:
    rules = reviewed(required=True)
    stage.rules(rules.model_copy(update={"digests": rules.digests.model_copy(update={"party": (2,)})}))
    stage.admit(GROUP)

    def bind(unit: Unit) -> None:
        leader = unit.people.person(DEMO, "演示常务副主席")
        unit.people.bind(LEADER, DEMO, leader.id, [Role.LEADER], unit.now)

    stage.database.write(bind, EVE)
    assert stage.run(DRAFTED) == Counts(drafted=1)
    assert stage.run(FEBRUARY) == Counts(posted=1, held=1)
    own = [(row.kinds, row.state) for row in stage.digests() if row.audience == LEADER]
    assert own == [("party", "posted")]
    assert stage.do(ReviewStep.APPROVE, at=FEBRUARY) is Taken.DONE
    assert sorted(row.chat_id for row in stage.owed() if row.kind == TEXT) == [GROUP, LEADER]


def test_a_stranger_to_the_campaign_reviews_nothing(stage: Stage) -> None:
    stage.admit(GROUP)
    stage.run(DRAFTED)
    draft = stage.draft()

    def work(unit: Unit) -> Taken:
        person = unit.people.admins(DEMO)[0].person
        stranger = Actor(person, DEMO, frozenset({Role.LEADER}), 1)
        return review(unit, stranger, draft.id, Wish(ReviewStep.APPROVE, 0))

    with pytest.raises(NotAllowed):
        stage.database.write(work, DRAFTED)


@pytest.fixture
def both(postgres_url: str) -> Iterator[tuple[Stage, Stage]]:
    """Two processes on one database."""
    first = Stage(empty_campaign(postgres_url, reviewed(required=True)))
    first.database.write(bind_reviewers, LOADED)
    first.admit(GROUP)
    second = Stage(open_database(postgres_url, calendar=work_calendar()))
    yield first, second
    for stage in (first, second):
        stage.database.close()


def test_two_processes_draft_once_and_an_approval_at_the_hour_posts_once(both: tuple[Stage, Stage]) -> None:
    with ThreadPoolExecutor(3) as crew:
        drafted = crew.map(lambda stage: stage.run(DRAFTED), both)
        assert sum((counts.drafted for counts in drafted), 0) == 1
        assert len(both[0].kinds()) == 4
        approved = crew.submit(both[0].do, ReviewStep.APPROVE, at=FEBRUARY)
        runs = list(crew.map(lambda stage: stage.run(FEBRUARY), both))
        taken = approved.result()
    if taken is Taken.CHANGED:  # it was held at that moment: the card says so, and is pressed again
        assert both[1].do(ReviewStep.APPROVE, at=FEBRUARY) is Taken.DONE
    assert sum(counts.posted + counts.held for counts in runs) == 1
    assert both[0].states() == [DigestState.POSTED]
    assert both[0].kinds().count(TEXT) == 1


def test_a_draft_is_counted_once_for_all_its_reviewers_and_anew_a_minute_later(stage: Stage) -> None:
    stage.admit(GROUP)
    stage.run(DRAFTED)
    first, second = (row for row in stage.owed() if row.kind == DRAFT)
    clock = Clock(DRAFTED)
    render = review_renderers(stage.database, clock)[DRAFT]
    made = render(first.kind, first.payload)
    rows = (RosterRow(2, "演示新县", "演示市", "演示主席", "", "", ""),)
    stage.database.write(lambda unit: unit.people.take_roster(DEMO, Roster(rows, ()), DRAFTED), DRAFTED)
    assert render(second.kind, second.payload) == made
    clock.moment = DRAFTED + timedelta(minutes=1)
    assert "演示新县" in render(second.kind, second.payload).text
    assert "演示新县" not in made.text
