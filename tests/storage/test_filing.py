"""Issues are filed when they are saved, corrected, and when the rules change; what somebody chose stays."""

import pytest
from sqlalchemy import update

from campaign.actions.issues import choose_category
from campaign.drafts import DraftIssue
from campaign.errors import NotFound
from campaign.gist import gist_of
from campaign.tags import Tag, TagTree
from storage import Unit
from storage.tables import campaign, issue
from tests.storage.play import LOADED, Play

TEXTS = ("工会经费返还慢", "没有活动场地", "天气热")
OWN = TagTree(
    id="own",
    name="重点",
    issues=True,
    tags=(Tag(id="money", name="钱", words=("经费",)), Tag(id="weather", name="天", words=("天气",))),
)


def _raise(play: Play) -> None:
    county = play.counties["演示甲县"]
    play.save(play.draft(issues=tuple(DraftIssue(county_id=county, text=text) for text in TEXTS)))


def _filed(play: Play) -> list[str | None]:
    return [one.category for one in play.read(lambda unit: unit.issues.open(play.id))]


def _rows(play: Play) -> list[tuple[str | None, bool, str | None]]:
    statement = issue.select().with_only_columns(issue.c.category, issue.c.category_chosen, issue.c.gist)
    return play.read(lambda unit: unit.issues._db.all(statement.order_by(issue.c.number)))


def _choose(play: Play, number: int, category: str | None) -> None:
    play.write(lambda unit: choose_category(unit, play._actor(unit), number, category))


def _load(play: Play, *trees: TagTree) -> None:
    rules = play.definition.model_copy(update={"tags": trees})
    play.write(lambda unit: unit.campaigns.load(rules, LOADED))


def test_saved_with_category_and_print(play: Play) -> None:
    _raise(play)
    assert _filed(play) == ["funds", "venues", None]
    assert [row[2] for row in _rows(play)] == [gist_of(text, "演示甲县") for text in TEXTS]
    assert not any(row[1] for row in _rows(play))


def test_other_rules_file_anew_but_not_what_somebody_chose(play: Play) -> None:
    _raise(play)
    _choose(play, 2, None)
    _choose(play, 3, "help")
    _load(play, OWN)
    assert _filed(play) == ["money", None, "weather"]
    _load(play)
    assert _filed(play) == ["funds", None, None]
    assert [chosen for _, chosen, _ in _rows(play)] == [False, True, False]


def test_issues_of_before_are_filed_once(play: Play) -> None:
    _raise(play)
    _choose(play, 1, "help")
    before = _rows(play)

    def forget(unit: Unit) -> None:
        unit.issues._db.run(update(issue).values(gist=None))
        unit.issues._db.run(update(campaign).values(filed_by=None))

    play.write(forget)
    for _ in range(2):
        play.write(lambda unit: unit.campaigns.file_issues())
        assert _rows(play) == before
    play.write(lambda unit: unit.issues._db.run(update(issue).values(gist=None)))
    play.write(lambda unit: unit.campaigns.file_issues())
    assert {row[2] for row in _rows(play)} == {None}


def test_choosing_twice_is_one_change_and_a_category_that_is_gone_is_refused(play: Play) -> None:
    _raise(play)
    for _ in range(2):
        _choose(play, 1, "help")
    with pytest.raises(NotFound):
        _choose(play, 1, "money")
    trail = play.read(lambda unit: [row.action for row in unit.audit.latest(play.id, 2)])
    assert trail == ["issue.category", "record.save"]
    assert _filed(play) == ["help", "venues", None]


def test_a_corrected_text_is_filed_anew_unless_somebody_chose(play: Play) -> None:
    _raise(play)
    _choose(play, 2, "help")
    record = play.read(lambda unit: unit.records.latest_of(play.id, play.actor.person.id))
    assert record
    items = tuple(
        DraftIssue(number=one.number, county_id=one.county_id, text="乡镇工会没有专干")
        for one in record.issues
    )
    target = play.draft(issues=items).model_copy(update={"corrects": record.draft_id})
    plan = play.plan
    play.write(lambda unit: unit.records.correct(record, target, play._actor(unit), plan, LOADED))
    assert _filed(play) == ["cadres", "help", "cadres"]
    assert {row[2] for row in _rows(play)} == {gist_of("乡镇工会没有专干")}
