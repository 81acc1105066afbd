"""What was chosen for promotion by the cut-off comes first in its digest, however old; else the latest."""

from datetime import datetime

from campaign.actions.practices import choose_practice
from campaign.people import Actor
from campaign.vocabulary import Role
from digests import digest_texts
from storage import Unit
from tests.digests.demo import DEMO, empty_campaign, play_samples
from tests.digests.test_demo_digest import counted

CHOSEN = datetime.fromisoformat("2023-02-20T09:00:00+08:00")
TOO_LATE = datetime.fromisoformat("2023-02-27T09:30:00+08:00")


def _choose(unit: Unit, text: str, *, chosen: bool = True) -> None:
    actor = Actor(unit.people.named(DEMO, 1), DEMO, frozenset({Role.PUBLICITY}), 1)
    every = unit.archive.practices(DEMO, None, 99)
    choose_practice(unit, actor, next(one.number for one in every if one.text == text), chosen=chosen)


def test_chosen_by_the_cut_off_comes_first(database_url: str) -> None:
    database = empty_campaign(database_url)
    play_samples(database)
    texts = database.read(lambda unit: [one.text for one in unit.archive.practices(DEMO, None, 99)], TOO_LATE)
    before = [(one.text, one.chosen) for one in counted(database).found]
    oldest, latest = texts[-1], before[0][0]
    database.write(lambda unit: _choose(unit, oldest), CHOSEN)
    database.write(lambda unit: _choose(unit, before[1][0]), TOO_LATE)
    facts = counted(database)
    assert [(one.text, one.chosen) for one in facts.found] == [(oldest, True), (latest, False)]
    assert "\n选用的经验：" in digest_texts(facts)[0]
    database.write(lambda unit: _choose(unit, oldest, chosen=False), TOO_LATE)
    assert [(one.text, one.chosen) for one in counted(database).found] == before
    database.close()
