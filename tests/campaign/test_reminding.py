"""Reminders: on which days, at which hour, of what, and never the same stage twice."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from campaign import reminding
from campaign.definition import ReminderRhythm
from campaign.records import Issue
from campaign.reminders import Matters, Reminder, ReminderState
from campaign.vocabulary import IssueState
from tests.campaign.plans import plan

JIUJIANG = plan()
LOADED = datetime(2022, 11, 15, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


def issue(due: date | None, number: int = 3) -> Issue:
    raised = datetime(2023, 1, 5, tzinfo=UTC)
    return Issue(number, number, 7, "演示县", "活动阵地不足", due, None, IssueState.OPEN, raised)


def told(found: Matters, state: ReminderState = ReminderState.OWED, **more: object) -> Reminder:
    return Reminder(1, 5, found.day, state, found, **more)  # type: ignore[arg-type]  # what a test changes


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2023-02-16T09:29:59", False),
        ("2023-02-16T09:30:00", True),
        ("2023-02-16T20:59:00", True),
        ("2023-02-16T21:00:00", False),  # quiet hours
        ("2023-02-18T10:00:00", False),  # a Saturday
        ("2023-01-28T10:00:00", True),  # a Saturday that is worked
        ("2023-01-23T10:00:00", False),  # a Monday in the Spring Festival
        ("2024-01-05T10:00:00", False),  # the campaign is over
    ],
)
def test_reminders_have_their_hour_on_working_days(now: str, due: bool) -> None:
    assert reminding.is_time(JIUJIANG, LOADED, at(now)) is due


def test_nothing_is_owed_from_before_the_campaign_was_loaded() -> None:
    loaded = at("2023-02-16T10:00:00")
    assert not reminding.is_time(JIUJIANG, loaded, at("2023-02-16T11:00:00"))
    assert reminding.is_time(JIUJIANG, loaded, at("2023-02-17T09:30:00"))


def test_without_the_rule_nobody_is_reminded() -> None:
    silent = plan(reminders=None)
    assert not reminding.is_time(silent, LOADED, at("2023-02-16T10:00:00"))
    assert reminding.window_stage(silent, date(2023, 2, 16)) is None
    assert reminding.issue_stage(silent, date(2023, 2, 16), date(2023, 2, 16)) is None
    assert reminding.following(silent, [], at("2023-02-16T10:00:00"), uncovered=True) is None


def test_an_hour_within_quiet_hours_waits_for_their_end() -> None:
    early = plan(reminders=ReminderRhythm(at=time(7)))
    assert reminding.moment(early, date(2023, 2, 16)) == at("2023-02-16T08:00:00")
    assert reminding.moment(plan(reminders=ReminderRhythm(at=time(22))), date(2023, 2, 16)) is None


@pytest.mark.parametrize(
    ("day", "left", "stage"),
    [
        (date(2023, 2, 15), 8, None),
        (date(2023, 2, 16), 7, 7),
        (date(2023, 2, 22), 3, 7),
        (date(2023, 2, 23), 2, 2),
        (date(2023, 2, 24), 1, 2),
        (date(2023, 2, 27), 0, None),  # the digest is out
        (date(2023, 2, 28), 42, None),  # the next window
    ],
)
def test_stages_of_a_windows_end(day: date, left: int, stage: int | None) -> None:
    assert reminding.days_left(JIUJIANG, day) == left
    assert reminding.window_stage(JIUJIANG, day) == stage


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2022, 12, 1), None),
        (date(2023, 3, 10), None),  # three working days before
        (date(2023, 3, 13), "near"),
        (date(2023, 3, 15), "near"),
        (date(2023, 3, 16), "late0"),
        (date(2023, 3, 22), "late0"),
        (date(2023, 3, 23), "late1"),
    ],
)
def test_stages_of_a_promised_day(day: date, stage: str | None) -> None:
    assert reminding.issue_stage(JIUJIANG, date(2023, 3, 15), day) == stage


def test_a_stage_is_told_once_and_the_next_one_again() -> None:
    first = reminding.matters(
        JIUJIANG, date(2023, 2, 20), {7: "演示县"}, [issue(date(2023, 2, 17)), issue(None)]
    )
    assert [matter.key for matter in first.every] == ["county:7:2023-02-27:7", "issue:3:2023-02-17:late0"]
    assert (first.last, first.left) == (date(2023, 2, 27), 5)
    tuesday = first.model_copy(update={"day": date(2023, 2, 21)})
    assert reminding.unsaid(tuesday, [told(first)], listed=False).every == ()
    later = reminding.matters(JIUJIANG, date(2023, 2, 24), {7: "演示县"}, [issue(date(2023, 2, 17))])
    again = reminding.unsaid(later, [told(first)], listed=False)
    assert [matter.key for matter in again.every] == ["county:7:2023-02-27:2"]


def test_what_was_put_off_or_never_arrived_is_told_again() -> None:
    found = reminding.matters(JIUJIANG, date(2023, 2, 20), {7: "演示县"}, [])
    for earlier in (told(found, ReminderState.PUT_OFF), told(found, failed=True)):
        assert reminding.unsaid(found, [earlier], listed=False).every == found.every
    listed = told(found, ReminderState.CALL)
    assert reminding.unsaid(found, [listed], listed=False).every == found.every
    assert reminding.unsaid(found, [listed], listed=True).every == ()


def test_what_is_muted_stays_so_to_the_windows_end() -> None:
    found = reminding.matters(JIUJIANG, date(2023, 2, 20), {7: "演示县", 8: "另一县"}, [])
    one = found.model_copy(update={"counties": found.counties[:1]})
    muted = told(one, muted_until=found.last)
    later = reminding.matters(JIUJIANG, date(2023, 2, 24), {7: "演示县", 8: "另一县"}, [])
    assert [m.name for m in reminding.unsaid(later, [muted], listed=False).counties] == ["另一县"]
    april = reminding.matters(JIUJIANG, date(2023, 4, 25), {7: "演示县"}, [])
    assert len(reminding.unsaid(april, [muted], listed=False).counties) == 1


def test_who_was_telephoned_is_so_for_the_window() -> None:
    found = reminding.matters(JIUJIANG, date(2023, 2, 20), {7: "演示县"}, [])
    called = told(found, ReminderState.CALLED, muted_until=found.last)
    assert reminding.was_called([called], date(2023, 2, 27))
    assert not reminding.was_called([called], date(2023, 2, 28))
    assert not reminding.was_called([told(found, ReminderState.CALL)], date(2023, 2, 21))


def test_the_next_moment_is_one_with_something_to_tell() -> None:
    now = at("2023-02-14T12:00:00")
    assert reminding.following(JIUJIANG, [], now, uncovered=True) == at("2023-02-16T09:30:00")
    assert reminding.following(JIUJIANG, [], now, uncovered=False) == at("2023-04-18T09:30:00")
    dues = [date(2023, 2, 12), date(2023, 6, 1)]
    assert reminding.following(JIUJIANG, dues, now, uncovered=False) == at("2023-02-20T09:30:00")
    first = reminding.following(JIUJIANG, dues, now, uncovered=False, begun=False)
    assert first == at("2023-02-15T09:30:00")
    assert reminding.following(JIUJIANG, [], now + timedelta(days=400), uncovered=True) is None
