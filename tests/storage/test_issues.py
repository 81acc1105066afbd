"""The life of an issue on both databases: history kept, present state on the row, counts in step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campaign.actions.issues import close_issue, note_progress, reopen_issue
from campaign.drafts import DraftIssue
from campaign.errors import NotAllowed, NotFound
from campaign.issues import Dossier
from campaign.people import Actor
from campaign.rhythm import BEGINNING
from campaign.vocabulary import IssueState, IssueStep, Role
from storage import Unit
from tests.storage.play import Play

DAY = date(2023, 2, 20)


def _raise(play: Play, *texts: str, county: str = "演示甲县") -> None:
    issues = tuple(DraftIssue(county_id=play.counties[county], text=text, due=DAY) for text in texts)
    play.save(play.draft(issues=issues))


def _dossier(play: Play, number: int = 1) -> Dossier:
    return play.read(lambda unit: unit.issues.dossier(play.id, number))


def _steps(dossier: Dossier) -> list[tuple[IssueStep, str | None]]:
    return [(event.step, event.note) for event in dossier.events]


def test_progress_is_noted_once_a_word(play: Play) -> None:
    _raise(play, "活动阵地不足")
    for _ in range(2):
        noted = play.write(lambda unit: note_progress(unit, play._actor(unit), 1, " 已协调 "))
    assert _steps(noted) == [(IssueStep.RAISE, None), (IssueStep.PROGRESS, "已协调")]
    assert noted == _dossier(play)
    assert (noted.author_name, noted.events[1].actor_name) == ("演示部长", "演示部长")


def test_closed_and_open_again_with_all_of_its_history(play: Play) -> None:
    _raise(play, "活动阵地不足")
    for _ in range(2):
        closed = play.write(lambda unit: close_issue(unit, play._actor(unit), 1, "场地已落实"))
    assert closed.issue.state is IssueState.CLOSED
    assert play.issues(BEGINNING, DAY + timedelta(1)) == (1, 1, 0, 0)
    for _ in range(2):
        again = play.write(lambda unit: reopen_issue(unit, play._actor(unit), 1))
    assert (again.issue.state, again.issue.closed_at) == (IssueState.OPEN, None)
    assert [step for step, _ in _steps(again)] == [IssueStep.RAISE, IssueStep.CLOSE, IssueStep.REOPEN]
    assert play.issues(BEGINNING, DAY + timedelta(1)) == (1, 0, 1, 1)
    trail = play.read(lambda unit: [row.action for row in unit.audit.latest(play.id, 2)])
    assert trail == ["issue.reopen", "issue.close"]


def test_open_issues_of_all_and_of_one_county(play: Play) -> None:
    _raise(play, "甲", "乙")
    _raise(play, "丙", county="演示乙县")
    play.write(lambda unit: close_issue(unit, play._actor(unit), 1, "好"))
    second = play.counties["演示乙县"]
    assert [i.number for i in play.read(lambda unit: unit.issues.open(play.id))] == [2, 3]
    assert [i.text for i in play.read(lambda unit: unit.issues.open(play.id, second))] == ["丙"]


def test_a_stranger_to_the_county_is_refused_an_admin_is_not(play: Play) -> None:
    _raise(play, "甲")

    def other(unit: Unit, *roles: Role) -> Actor:
        actor = play._actor(unit)
        person = unit.people.add_admin(play.id, "演示旁人")
        return replace(actor, person=person, roles=frozenset(roles))

    with pytest.raises(NotAllowed):
        play.write(lambda unit: note_progress(unit, other(unit, Role.LEADER), 1, "x"))
    noted = play.write(lambda unit: note_progress(unit, other(unit, Role.ADMIN), 1, "x"))
    assert noted.events[-1].actor_name == "演示旁人"


def test_a_withdrawn_issue_is_not_found(play: Play) -> None:
    _raise(play, "甲")
    record = play.read(lambda unit: unit.records.latest_of(play.id, play.actor.person.id))
    assert record
    play.withdraw(record)
    with pytest.raises(NotFound):
        _dossier(play)
