"""Cards become records with numbers; records are withdrawn, never deleted."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.drafts import DraftIssue, DraftPractice
from campaign.errors import DraftGone, NotFound
from campaign.records import SavedRecord
from campaign.rhythm import BEGINNING
from campaign.vocabulary import Channel, DraftState, IssueState, Resolver
from storage import Database, Unit
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)


def _full(play: Play) -> SavedRecord:
    contacts = (play.contact("演示甲县", DAY), play.contact("演示乙县", DAY - timedelta(3), Channel.PHONE))
    first = play.counties["演示甲县"]
    issue = DraftIssue(
        county_id=first, text="活动阵地不足", due=date(2023, 5, 1), resolver=Resolver.COUNTY_ITSELF
    )
    practice = DraftPractice(county_id=play.counties["演示丙县"], text="职工夜校")
    return play.save(play.draft(*contacts, issues=(issue,), practices=(practice,)))


def test_what_save_returns_is_what_the_store_holds(play: Play) -> None:
    record = _full(play)
    assert play.read(lambda unit: unit.records.of_draft(record.draft_id)) == record
    assert [(c.number, c.county_name, c.author_name) for c in record.contacts] == [
        (1, "演示甲县", "演示部长"),
        (2, "演示乙县", "演示部长"),
    ]
    assert [(i.number, i.state, i.county_name) for i in record.issues] == [(1, IssueState.OPEN, "演示甲县")]
    assert [(p.number, p.county_name) for p in record.practices] == [(1, "演示丙县")]


def test_numbers_go_on_without_a_gap(play: Play) -> None:
    numbers = [play.log("演示甲县", DAY).contacts[0].number for _ in range(3)]
    play.withdraw(_full(play))
    with pytest.raises(DraftGone):
        play.write(lambda unit: _save_again(unit, play))
    assert numbers == [1, 2, 3]
    assert play.log("演示甲县", DAY).contacts[0].number == 6


def _save_again(unit: Unit, play: Play) -> None:
    actor = play._actor(unit)
    draft = unit.drafts.get(f"{play.id}-1")
    assert draft
    unit.records.save(draft, actor, unit.campaigns.plan(play.id), NOW)


def test_two_devices_save_one_record(play: Play) -> None:
    draft = play.draft(play.contact("演示甲县", DAY))
    play.write(lambda unit: open_draft(unit, play._actor(unit), draft))

    def tap(_: int) -> SavedRecord:
        return play.write(lambda unit: save_draft(unit, play._actor(unit), draft.id))

    with ThreadPoolExecutor(4) as threads:
        records = list(threads.map(tap, range(4)))
    assert records == [records[0]] * 4
    assert [row.contacts for row in play.counts(play.windows(DAY))] == [1, 0, 0]


def test_savers_at_once_get_numbers_of_their_own(play: Play) -> None:
    drafts = [play.draft(play.contact("演示甲县", DAY)) for _ in range(12)]
    with ThreadPoolExecutor(4) as threads:
        records = list(threads.map(play.save, drafts))
    assert sorted(record.contacts[0].number for record in records) == list(range(1, 13))
    counts = play.counts(play.windows(DAY))[0]
    assert (counts.contacts, counts.quota_contacts, counts.quota_days) == (12, 12, 1)


def test_a_withdrawn_record_stays_and_no_longer_counts(play: Play) -> None:
    kept, gone = play.log("演示甲县", DAY), _full(play)
    withdrawn = play.withdraw(gone)
    assert withdrawn.withdrawn
    assert play.read(lambda unit: unit.records.of_draft(gone.draft_id)) == withdrawn
    assert {item.withdrawn_at for item in withdrawn.contacts} == {NOW}
    assert (withdrawn.issues[0].withdrawn_at, withdrawn.practices[0].withdrawn_at) == (NOW, NOW)
    assert play.read(lambda unit: unit.records.contacts_of(play.id, play.counties["演示甲县"], 9)) == [
        kept.contacts[0]
    ]
    assert play.read(lambda unit: unit.records.issues_of(play.id, play.counties["演示甲县"])) == []


def test_withdrawing_twice_is_one_withdrawal(play: Play) -> None:
    play.log("演示甲县", DAY)
    record = play.log("演示甲县", DAY)
    once = play.withdraw(record)
    assert play.withdraw(once, NOW + timedelta(hours=1)) == once
    assert play.counts(play.windows(DAY))[0].contacts == 1
    windows = play.windows(DAY)
    assert play.read(lambda unit: unit.counts.channels(play.id, windows.period)) == {Channel.ONSITE: 1}


def test_the_latest_standing_record_of_its_author(play: Play) -> None:
    author = play.actor.person.id
    assert play.read(lambda unit: unit.records.latest_of(play.id, author)) is None
    first = play.log("演示甲县", DAY, at=NOW)
    second = play.log("演示乙县", DAY, at=NOW + timedelta(minutes=1))
    assert play.read(lambda unit: unit.records.latest_of(play.id, author)) == second
    play.withdraw(second, NOW + timedelta(minutes=2))
    assert play.read(lambda unit: unit.records.latest_of(play.id, author)) == first
    assert play.read(lambda unit: unit.records.latest_of(play.id, author + 1)) is None


def test_of_two_saved_at_one_moment_the_later_is_the_latest(play: Play) -> None:
    records = [play.log("演示甲县", DAY) for _ in range(11)]
    author = play.actor.person.id
    assert play.read(lambda unit: unit.records.latest_of(play.id, author)) == records[-1]


def test_a_county_s_contacts_come_latest_day_first(play: Play) -> None:
    days = [date(2023, 1, 5), date(2023, 2, 3), date(2023, 1, 20)]
    for day in days:
        play.log("演示甲县", day)
    play.log("演示乙县", DAY)
    contacts = play.read(lambda unit: unit.records.contacts_of(play.id, play.counties["演示甲县"], 2))
    assert [contact.day for contact in contacts] == [date(2023, 2, 3), date(2023, 1, 20)]


def test_an_issue_is_raised_at_the_moment_it_is_saved(play: Play) -> None:
    at = datetime(2023, 2, 27, 1, tzinfo=UTC)
    issue = DraftIssue(county_id=play.counties["演示甲县"], text="x")
    play.save(play.draft(issues=(issue,), at=at), at)
    before = at - timedelta(minutes=1)
    assert [play.issues(since, DAY).raised for since in (before, at)] == [1, 0]
    assert [play.issues(BEGINNING, DAY, as_of).raised for as_of in (before, at)] == [0, 1]


def test_an_issue_is_closed_once(play: Play) -> None:
    record = _full(play)
    later = NOW + timedelta(days=1)
    closed = play.write(lambda unit: unit.records.close_issue(play.id, 1, play._actor(unit), "已解决", NOW))
    assert closed == replace(record.issues[0], state=IssueState.CLOSED, closed_at=NOW)
    again = play.write(lambda unit: unit.records.close_issue(play.id, 1, play._actor(unit), "x", later))
    assert again == closed
    assert play.read(lambda unit: unit.records.issues_of(play.id, play.counties["演示甲县"])) == []


def test_an_issue_that_is_not_there_cannot_be_closed(play: Play) -> None:
    record = _full(play)
    play.withdraw(record)
    for number in (1, 2):
        with pytest.raises(NotFound):
            play.write(partial(_close, play, number))


def _close(play: Play, number: int, unit: Unit) -> None:
    unit.records.close_issue(play.id, number, play._actor(unit), "", NOW)


def test_a_saved_draft_says_so(play: Play) -> None:
    record = play.log("演示甲县", DAY)
    draft = play.read(lambda unit: unit.drafts.get(record.draft_id))
    assert draft
    assert draft.state is DraftState.SAVED
    assert play.read(lambda unit: unit.drafts.by_source(draft.chat_id, draft.source_message_id or 0)) == draft
    assert play.read(lambda unit: unit.drafts.by_source(draft.chat_id, 999)) is None


def test_a_change_leaves_a_trail(play: Play, database: Database) -> None:
    record = _full(play)
    trail = database.read(lambda unit: unit.audit.latest(play.id, 1), NOW)[0]
    assert (trail.at, trail.action, trail.subject) == (NOW, "record.save", record.draft_id)
    assert trail.facts == {
        "contacts": [1, 2],
        "issues": [1],
        "practices": [1],
        "before": None,
        "after": [
            {"name": "演示甲县", "day": "2023-02-20", "channel": "onsite"},
            {"name": "演示乙县", "day": "2023-02-17", "channel": "phone"},
            {"name": "演示甲县", "text": "活动阵地不足"},
            {"name": "演示丙县", "text": "职工夜校"},
        ],
    }
