"""A year is played, and asked at each month's end as it was known then: every answer is the reference's."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import Database
from tests.standing.answers import Answer, answers
from tests.standing.played import PEOPLE, Saved, Stage, Story
from tests.standing.reference import Pause, Rule, Unit, World, local_day
from tests.standing.stories import CHANNELS, COUNTIES, DAY_MINUTES

FIRST, LAST = date(2022, 11, 15), date(2023, 11, 14)
YEAR = 365
EVERY = frozenset(CHANNELS)
RULES = (
    Rule("yearly", "county", frozenset({"onsite"}), 2, "calendar_year", first_window="prorated"),
    Rule("quarterly", "pair", EVERY, 3, "quarter", new_pairing="prorated", carry_over=True),
    Rule("lately", "county", EVERY, 1, "rolling", days=45),
    Rule("in-all", "liaison", EVERY, 20, "campaign", leader_present=True, new_pairing="next_window"),
    Rule("by-spring", "county", frozenset({"onsite", "video"}), 4, "by_date", by=date(2023, 4, 30)),
)
ROSTERS = (
    (0, (("east", "chair", "aide"), ("west", "chair", "clerk"))),
    (
        80 * DAY_MINUTES + 700,
        (("east", "chair", "clerk"), ("west", "deputy", "clerk"), ("north", "deputy", "")),
    ),
    (200 * DAY_MINUTES, (("east", "deputy", "aide"), ("west", "", ""), ("north", "chair", "aide"))),
)


def _saved(seed: int) -> Iterator[Saved]:
    chance = random.Random(seed)
    for _ in range(70):
        form = (
            chance.choice(COUNTIES),
            chance.randrange(12),
            chance.choice(CHANNELS),
            chance.choice((None, True, True, False)),
        )
        yield Saved(chance.randrange(1, YEAR * DAY_MINUTES), chance.choice(PEOPLE), form, None, False)


def _known(world: World, number: int) -> World:
    """Return what had happened of a world by the end of a number of months."""
    until = world.rosters[0][0] + timedelta(30 * number)
    return replace(
        world,
        rosters=[told for told in world.rosters if told[0] <= until],
        contacts=[contact for contact in world.contacts if contact.saved_at <= until],
    )


@pytest.mark.parametrize("seed", range(3))
def test_every_months_end_is_right(database: Database, seed: int) -> None:
    saved = sorted(_saved(seed), key=lambda contact: contact.minute)
    pauses = [Pause("east", FIRST + timedelta(100), FIRST + timedelta(131))]
    story = Story("Asia/Shanghai", (FIRST, LAST), RULES, ROSTERS, saved, pauses, rules_change=False)
    stage = Stage(database, story)
    world = stage.play()
    assert len(world.contacts) > 50
    for number in range(3, 14):
        at = story.moment(30 * number * DAY_MINUTES)
        known = _known(world, number)
        expected = [answers(known, rule, local_day(world, at)) for rule in world.rules]
        assert _but_lists(stage.answers(at, as_of=True)) == _but_lists(expected)


def _but_lists(told: list[dict[Unit, Answer]]) -> list[dict[Unit, Answer]]:
    """Leave out the county that joined later: lists of counties are those of today."""
    return [{unit: answer for unit, answer in rule.items() if unit != "north"} for rule in told]
