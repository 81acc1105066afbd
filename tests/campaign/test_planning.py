"""When a plan is spoken of, and which contact it became."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from campaign.planned import PlannedContact, PlannedState
from campaign.planning import fulfils, is_awake, question_at, reminder_at, wants_question, wants_reminder
from campaign.vocabulary import Channel
from tests.campaign.plans import plan

PLAN = plan()
MONDAY = date(2023, 2, 27)
VISIT = Channel.ONSITE


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+08:00")


PLANNED = PlannedContact(
    1, "o", "c", 1, 7, "", MONDAY, VISIT, None, PlannedState.OPEN, noted_at=at("2023-02-20T10:00")
)


def test_the_working_day_before_and_the_one_after() -> None:
    assert reminder_at(PLAN, MONDAY) == at("2023-02-24T09:30")  # a Friday
    assert question_at(PLAN, date(2023, 2, 24)) == at("2023-02-27T09:30")
    assert reminder_at(PLAN, date(2023, 1, 28)) == at("2023-01-20T09:30")  # before the Spring Festival
    assert reminder_at(plan(reminders=None), MONDAY) == at("2023-02-24T09:30")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2023-02-24T09:29", False),
        ("2023-02-24T09:30", True),
        ("2023-02-27T20:00", True),  # the bot was down on Friday
        ("2023-02-28T09:30", False),
    ],
)
def test_a_reminder_is_due_from_its_hour_to_the_day_itself(now: str, due: bool) -> None:
    assert wants_reminder(PLAN, PLANNED, at(now)) is due


def test_who_notes_a_plan_after_the_hour_needs_no_reminder_and_a_moved_one_has_its_own() -> None:
    late, now = replace(PLANNED, noted_at=at("2023-02-24T10:00")), at("2023-02-24T11:00")
    assert not wants_reminder(PLAN, late, now)
    assert not wants_reminder(PLAN, replace(PLANNED, reminded_for=MONDAY), now)
    assert wants_reminder(PLAN, replace(PLANNED, reminded_for=date(2023, 2, 22)), now)


def test_one_question_within_two_weeks() -> None:
    assert not wants_question(PLAN, PLANNED, at("2023-02-28T09:29"))
    assert wants_question(PLAN, PLANNED, at("2023-02-28T09:30"))
    assert not wants_question(PLAN, replace(PLANNED, asked_for=MONDAY), at("2023-03-01T10:00"))
    assert not wants_question(PLAN, PLANNED, at("2023-03-14T10:00"))


@pytest.mark.parametrize(
    ("now", "awake"),
    [
        ("2023-02-24T09:30", True),
        ("2023-02-24T09:00", False),
        ("2023-02-24T21:00", False),
        ("2023-02-25T10:00", False),
    ],
)
def test_nothing_is_said_at_night_nor_on_days_off(now: str, awake: bool) -> None:
    assert is_awake(PLAN, at(now)) is awake


@pytest.mark.parametrize(
    ("county", "day", "channel", "same"),
    [
        (7, 27, VISIT, True),
        (7, 27, Channel.PHONE, True),
        (8, 27, VISIT, False),
        (7, 24, VISIT, True),
        (7, 26, Channel.PHONE, False),  # it arranged the visit
        (7, 23, VISIT, False),
    ],
)
def test_a_contact_on_or_around_the_day_is_what_was_planned(
    county: int, day: int, channel: Channel, same: bool
) -> None:
    assert fulfils(PLANNED, county, date(2023, 2, day), channel) is same


def test_a_week_later_is_late_but_the_same() -> None:
    assert fulfils(PLANNED, 7, date(2023, 3, 6), VISIT)
    assert not fulfils(PLANNED, 7, date(2023, 3, 7), VISIT)
    assert not fulfils(replace(PLANNED, day=None), 7, MONDAY, VISIT)
