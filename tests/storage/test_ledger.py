"""The ledger's lines: standing records alone, by number, a page at a time, of all counties or one's own."""

from datetime import date
from functools import partial

from campaign.actions.issues import close_issue, note_progress, reopen_issue
from campaign.drafts import DraftIssue, DraftPractice
from campaign.ledger import PAGE, every
from campaign.people import Actor
from campaign.roster import Roster
from campaign.vocabulary import Channel, IssueState
from storage import Unit
from tests.storage.play import LOADED, Play, row

DAY = date(2023, 2, 20)


def _actor(play: Play, unit: Unit) -> Actor:
    actor = unit.people.actor(play.telegram_id)
    assert actor
    return actor


def test_contacts_without_the_withdrawn_in_pages(play: Play) -> None:
    records = [play.log(name, DAY, Channel.PHONE) for name in ("演示乙县", "演示甲县", "演示丙县")]
    play.withdraw(records[1])
    lines = play.read(lambda unit: unit.ledger.contacts(play.id, None, 0, 100))
    assert [(line.number, line.county, line.author) for line in lines] == [
        (1, "演示乙县", "演示部长"),
        (3, "演示丙县", "演示部长"),
    ]
    assert (lines[0].liaisons, lines[0].contact_persons, lines[0].day) == ("演示主席", "演示部长", DAY)
    second = play.read(lambda unit: unit.ledger.contacts(play.id, None, 1, 1))
    assert [line.number for line in second] == [3]


def test_issues_with_the_latest_word_and_the_result(play: Play) -> None:
    issue = DraftIssue(text="活动阵地不足", due=DAY)
    play.save(play.draft(play.contact("演示甲县", DAY), issues=(issue,)))

    def carry_on(unit: Unit) -> None:
        for note in ("已报县委", "列入预算"):
            note_progress(unit, _actor(play, unit), 1, note)
        close_issue(unit, _actor(play, unit), 1, "已交付")

    def lines() -> tuple[IssueState, str | None, str | None]:
        (line,) = play.read(lambda unit: unit.ledger.issues(play.id, None, 0, 100))
        return line.state, line.result, line.progress

    play.write(carry_on)
    assert lines() == (IssueState.CLOSED, "已交付", "列入预算")
    play.write(lambda unit: reopen_issue(unit, _actor(play, unit), 1))
    assert lines() == (IssueState.OPEN, None, "列入预算")


def test_of_ones_own_counties_only(play: Play) -> None:
    other = row("演示丙县", "演示副主席", "另一部长")
    rows = (row("演示甲县"), row("演示乙县"), other)
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(rows, ()), LOADED))
    for county in ("演示甲县", "演示丙县"):
        draft = play.draft(play.contact(county, DAY), practices=(DraftPractice(text="一站式"),))
        play.save(draft)

    def counties(name: str) -> tuple[list[str], list[str], list[str]]:
        def work(unit: Unit) -> tuple[list[str], list[str], list[str]]:
            person = unit.people.person(play.id, name).id
            pages = (unit.ledger.contacts, unit.ledger.practices, unit.ledger.issues)
            contacts, practices, issues = (page(play.id, person, 0, 100) for page in pages)
            return (
                [line.county for line in contacts],
                [line.county for line in practices],
                [line.county for line in issues],
            )

        return play.read(work)

    assert counties("演示副主席") == (["演示丙县"], ["演示丙县"], [])
    assert counties("演示主席") == (["演示甲县"], ["演示甲县"], [])


def test_every_line_comes_once_over_the_pages(play: Play) -> None:
    asked = []

    def page(after: int, limit: int) -> list[int]:
        asked.append((after, limit))
        return list(range(after + 1, min(after + 3, 8)))

    class Line:
        def __init__(self, number: int) -> None:
            self.number = number

    lines = every(lambda after, limit: [Line(n) for n in page(after, limit)])
    assert [line.number for line in lines] == list(range(1, 8))
    assert asked[0] == (0, PAGE)
    play.log("演示甲县", DAY)
    counted = play.read(lambda unit: sum(1 for _ in every(partial(unit.ledger.contacts, play.id, None))))
    assert counted == 1
