"""The reference itself, against what a person counts on his fingers."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.standing.answers import Answer, answers, asked, can_be_met
from tests.standing.reference import Contact, Pause, Rule, World, credit, pairs

SPAN = (date(2023, 1, 1), date(2023, 12, 31))
JANUARY = datetime(2023, 1, 1, 1, tzinfo=UTC)
MAY = datetime(2023, 5, 10, 17, tzinfo=UTC)  # the 11th in Shanghai
ROWS = (("east", "chair", "aide"), ("west", "chair", "aide"))
NEXT = (("east", "deputy", "aide"), ("west", "chair", "aide"))
VISITS = Rule("visits", "county", frozenset({"onsite"}), 2, "half_year")
WORLD = World(SPAN, "Asia/Shanghai", (VISITS,), ((JANUARY, ROWS), (MAY, NEXT)), periods=(SPAN,))


def visit(day: date, county: str = "east", author: str = "aide", channel: str = "onsite") -> Contact:
    return Contact(county, day, channel, author, None, datetime(2023, 6, 1, tzinfo=UTC))


def test_two_visits_of_a_day_are_one() -> None:
    twice = (visit(date(2023, 2, 1)), visit(date(2023, 2, 1)), visit(date(2023, 2, 2), channel="phone"))
    found = answers(replace(WORLD, contacts=twice), VISITS, date(2023, 3, 1))
    assert found["east"] == Answer(
        contacts=2,
        done=1,
        required=2,
        last_contact=date(2023, 2, 2),
        days_left=122,
        needed=1,
        reachable=True,
        progress="on_track",
    )
    assert found["west"].progress == "new"


@pytest.mark.parametrize(
    ("day", "author", "liaison"),
    [
        (date(2023, 5, 10), "aide", "chair"),
        (date(2023, 5, 11), "aide", "deputy"),
        (date(2023, 5, 11), "chair", "chair"),
        (date(2023, 5, 12), "chair", None),
        (date(2023, 5, 10), "deputy", None),
        (date(2023, 5, 10), "office", "chair"),
        (date(2023, 5, 11), "office", None),
    ],
)
def test_credit_follows_the_hand_over(day: date, author: str, liaison: str | None) -> None:
    world = replace(WORLD, admins=frozenset({"office"}))
    assert credit(world, visit(day, author=author)) == liaison


def test_a_new_contact_person_begins_no_new_pair() -> None:
    other = (("east", "chair", "clerk"), ("west", "chair", "aide"))
    assert pairs(replace(WORLD, rosters=((JANUARY, ROWS), (MAY, other)))) == {
        ("east", "chair"): SPAN[0],
        ("west", "chair"): SPAN[0],
    }
    assert pairs(WORLD) == {("east", "deputy"): date(2023, 5, 11), ("west", "chair"): SPAN[0]}


@pytest.mark.parametrize(("owes", "count"), [("full", 4), ("prorated", 2), ("next_window", 0)])
def test_what_a_new_pair_owes(owes: str, count: int) -> None:
    rule = replace(VISITS, scope="pair", count=4, new_pairing=owes)
    assert asked(WORLD, rule, date(2023, 6, 1), date(2023, 5, 11)) == count


def test_what_is_left_over_goes_on() -> None:
    rule = replace(VISITS, window="month", count=1, carry_over=True)
    three = tuple(visit(date(2023, 1, day)) for day in (3, 4, 5))
    months = [answers(replace(WORLD, contacts=three), rule, date(2023, m, 3))["east"] for m in (1, 2, 3, 4)]
    assert [(answer.done, answer.progress) for answer in months] == [
        (3, "done"),
        (2, "done"),
        (1, "done"),
        (0, "on_track"),
    ]


def test_working_days_that_are_left() -> None:
    who = ("east", None, ["east"])
    assert can_be_met(WORLD, VISITS, who, 2, date(2023, 6, 29))
    assert not can_be_met(
        replace(WORLD, off=frozenset({date(2023, 6, 30)})), VISITS, who, 2, date(2023, 6, 29)
    )
    today = replace(WORLD, contacts=(visit(date(2023, 6, 29)),))
    assert not can_be_met(today, VISITS, who, 2, date(2023, 6, 29))
    away = replace(WORLD, pauses=(Pause("east", date(2023, 6, 30), date(2023, 7, 9)),))
    assert not can_be_met(away, VISITS, who, 2, date(2023, 6, 29))


@pytest.mark.parametrize(
    ("today", "visits", "state"),
    [
        (date(2023, 4, 1), 0, "never"),
        (date(2023, 6, 30), 2, "done"),
        (date(2023, 2, 1), 1, "on_track"),
        (date(2023, 5, 20), 1, "behind"),
        (date(2024, 1, 1), 1, "overdue"),
        (date(2023, 5, 1), 1, "paused"),
    ],
)
def test_states(today: date, visits: int, state: str) -> None:
    year = 6 if today.year > 2023 else 0
    made = tuple(visit(date(2023, 1 + year, 10 + n)) for n in range(visits))
    pauses = (Pause("east", date(2023, 5, 1), date(2023, 5, 3)),)
    world = replace(WORLD, contacts=made, pauses=pauses, periods=((SPAN[0], date(2023, 2, 28)),))
    assert answers(world, VISITS, today)["east"].progress == state
