"""Whatever happens, the store says what the reference says, from its tallies and from its records."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from storage import Database
from tests.standing.answers import answers
from tests.standing.played import Stage, Story
from tests.standing.reference import local_day
from tests.standing.stories import ASKED, DAY_MINUTES, stories


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories(), asked=ASKED)
def test_the_store_says_what_the_reference_says(database: Database, story: Story, asked: int) -> None:
    stage = Stage(database, story)
    world = stage.play()
    last = max(story.rosters[-1][0], *(saved.minute for saved in story.saved), 0)
    at = story.moment(max(last, asked)) + timedelta(minutes=DAY_MINUTES)
    today = local_day(world, at)
    expected = [answers(world, rule, today) for rule in world.rules]
    assert stage.answers(at, as_of=False) == expected
    assert stage.answers(at, as_of=True) == expected
    for counts, told in zip(stage.behind(at), expected, strict=True):
        assert counts == {unit: told[unit].done for unit in counts}
