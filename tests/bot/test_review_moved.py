"""Drafts whose hour is another by now, or passed without anybody to get the digest."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from bot.digest_posting import Counts
from campaign.review import ReviewStep
from campaign.vocabulary import ReviewState
from digests.reviewing import Taken, Wish, review
from handlers.review.actions import ReviewCard, latest
from storage import Unit
from tests.bot.reviewing import DRAFTED, EVE, FEBRUARY, GROUP, Stage, reviewed, staged
from tests.digests.demo import DEMO


@pytest.fixture
def stage(sqlite_url: str) -> Iterator[Stage]:
    with staged(sqlite_url) as made:
        yield made


def test_rules_that_move_the_hour_take_the_edits_along(stage: Stage) -> None:
    stage.admit(GROUP)
    stage.run(DRAFTED)
    stage.do(ReviewStep.OMIT, about="overall")
    rules = reviewed()
    earlier = rules.digests.model_copy(update={"day": 24})
    stage.rules(rules.model_copy(update={"digests": earlier}), DRAFTED + timedelta(hours=1))
    assert stage.run(DRAFTED + timedelta(hours=2)) == Counts(drafted=1)
    old, new = sorted(
        stage.database.read(lambda unit: unit.digest_drafts.standing(DEMO), EVE), key=lambda d: d.id
    )
    assert (new.cut_off.day, new.edits) == (24, old.edits | {"handed": True})
    assert new.edits["omitted"] == ["overall"]


def test_edits_are_taken_along_once_and_not_into_the_next_month(stage: Stage) -> None:
    rules = reviewed(kinds=("month",))
    monthly = rules.digests.model_copy(update={"two_month": (), "month": (2, 3), "quarter": ()})
    stage.rules(rules.model_copy(update={"digests": monthly}))
    stage.admit(GROUP)
    stage.run(DRAFTED)
    stage.do(ReviewStep.ADD, seen="", about="added:", words="只说二月。")
    earlier = monthly.model_copy(update={"day": 24})
    stage.rules(rules.model_copy(update={"digests": earlier}), DRAFTED + timedelta(hours=1))
    march = datetime.fromisoformat("2023-03-22T09:00:00+08:00")
    for moment in (DRAFTED + timedelta(hours=2), DRAFTED + timedelta(days=1), march):
        stage.run(moment)
    every = stage.database.read(lambda unit: unit.digest_drafts.standing(DEMO), march)
    (coming,) = (draft for draft in every if draft.cut_off > march)
    assert coming.edits == {}
    assert [row.edits and row.edits["added"] for row in stage.digests()] == [["只说二月。"]]


def test_what_was_approved_for_another_hour_is_approved_again_for_this_one(stage: Stage) -> None:
    stage.rules(reviewed(required=True))
    stage.admit(GROUP)
    stage.run(DRAFTED)
    assert stage.do(ReviewStep.APPROVE) is Taken.DONE
    rules = reviewed(required=True)
    earlier = rules.digests.model_copy(update={"day": 24})
    stage.rules(rules.model_copy(update={"digests": earlier}), DRAFTED + timedelta(hours=1))
    stage.run(DRAFTED + timedelta(hours=2))
    wish = Wish(ReviewStep.APPROVE, 0)

    def approve(unit: Unit) -> tuple[Taken, ReviewState]:
        (draft,) = (d for d in unit.digest_drafts.standing(DEMO) if d.cut_off.day == 24)
        taken = review(unit, unit.people.admins(DEMO)[0], draft.id, wish)
        after = unit.digest_drafts.get(draft.id)
        assert after
        return taken, after.state

    assert stage.database.write(approve, DRAFTED) == (Taken.DONE, ReviewState.APPROVED)


def test_a_draft_whose_hour_passed_without_a_group_does_not_hide_the_next_one(stage: Stage) -> None:
    stage.admit(GROUP)
    stage.run(DRAFTED)
    stage.do(ReviewStep.WITHHOLD, about=str(GROUP))
    april = datetime.fromisoformat("2023-04-25T09:00:00+08:00")
    for moment in (FEBRUARY, april):
        stage.run(moment)
    shown = stage.database.read(lambda unit: latest(unit, unit.people.admins(DEMO)[0]), april)
    assert isinstance(shown, ReviewCard)
    assert shown.draft.cut_off.month == 4
