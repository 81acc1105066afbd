"""A digest to many groups: made once, and owed to each while the others are still being looked after."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.digest_messages import digest_renderers
from bot.digest_posting import Counts, DigestPoster
from bot.threads import Threads
from campaign.actions.groups import group_left
from digests.outgoing import PICTURE, TEXT
from storage import Database
from tests.bot.test_digest_posting import FAR, FEBRUARY, GROUP, OTHER, Clock, approve, owed, steps
from tests.digests.demo import definition, empty_campaign, play_samples, unreviewed


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = empty_campaign(f"sqlite:///{tmp_path / 'many.sqlite3'}", unreviewed(definition()))
    play_samples(made)
    for chat in (GROUP, OTHER):
        approve(made, FEBRUARY - timedelta(days=1), chat)
    yield made
    made.close()


def test_what_many_groups_get_is_drawn_once(database: Database) -> None:
    steps(database, FEBRUARY)
    render = digest_renderers(database, Clock(FAR))
    pictures = [render[PICTURE](row.kind, row.payload) for row in owed(database) if row.kind == PICTURE]
    words = [render[TEXT](row.kind, row.payload) for row in owed(database) if row.kind == TEXT]
    assert len(pictures) == 2
    assert pictures[0] is pictures[1]
    assert words[0].text is words[1].text
    assert words[0].buttons != words[1].buttons
    assert pictures[0].photo
    assert words[0].photo is None


async def test_a_group_that_leaves_while_others_get_theirs_gets_none(database: Database) -> None:
    threads = Threads(database, Clock(FAR))
    served: list[set[int]] = []

    def leave() -> None:
        served.append({row.chat_id for row in owed(database) if row.kind == TEXT})
        (rest,) = {GROUP, OTHER} - served[0]
        database.write(lambda unit: group_left(unit, rest), FEBRUARY)

    assert await DigestPoster(threads, owing=leave).run(FEBRUARY) == Counts(posted=1)
    assert {row.chat_id for row in owed(database) if row.kind == TEXT} == served[0]
