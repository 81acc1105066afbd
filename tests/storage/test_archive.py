"""Records looked up again, on both databases."""

from datetime import date, timedelta

from campaign.drafts import DraftPractice
from campaign.records import SavedRecord
from campaign.vocabulary import Channel
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)


def _commended(play: Play, county: str) -> SavedRecord:
    practice = DraftPractice(text=f"{county}的职工夜校")
    return play.save(play.draft(play.contact(county, DAY), practices=(practice,)))


def test_contacts_of_a_day_that_stand(play: Play) -> None:
    kept, gone = play.log("演示甲县", DAY, Channel.PHONE), play.log("演示甲县", DAY)
    play.log("演示甲县", DAY - timedelta(1))
    play.log("演示乙县", DAY)
    play.withdraw(gone)
    county = play.counties["演示甲县"]
    assert play.read(lambda unit: unit.archive.contacts_on(play.id, county, DAY)) == [kept.contacts[0]]


def test_a_person_s_latest_records(play: Play) -> None:
    author = play.actor.person.id
    records = [play.log("演示甲县", DAY, at=NOW + timedelta(minutes=n)) for n in range(4)]
    play.withdraw(records[3], NOW + timedelta(minutes=9))
    assert play.read(lambda unit: unit.archive.of_author(play.id, author, 2)) == [records[2], records[1]]
    assert play.read(lambda unit: unit.archive.of_author(play.id, author + 1, 2)) == []


def test_practices_of_a_county_and_of_all(play: Play) -> None:
    first = _commended(play, "演示甲县")
    _commended(play, "演示乙县")
    county = play.counties["演示甲县"]

    def practices(county_id: int | None) -> list[int]:
        found = play.read(lambda unit: unit.archive.practices(play.id, county_id, 5))
        return [practice.number for practice in found]

    assert (practices(None), practices(county)) == ([2, 1], [1])
    assert play.read(lambda unit: unit.archive.count_practices(play.id, None)) == 2
    assert play.read(lambda unit: unit.archive.count_practices(play.id, county)) == 1
    older = play.read(lambda unit: unit.archive.practices(play.id, None, 5, 1))
    assert [practice.number for practice in older] == [1]
    skipped = play.read(lambda unit: unit.archive.contacts(play.id, county, 5, 1))
    assert (len(play.read(lambda unit: unit.archive.contacts(play.id, county, 5, 0))), skipped) == (1, [])
    play.withdraw(first)
    assert practices(county) == []
