"""Records looked up again, on both databases."""

from datetime import date, timedelta

from campaign.drafts import DraftPractice
from campaign.records import SavedRecord
from campaign.vocabulary import Channel
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)


def _photographed(play: Play, county: str, *photos: str) -> SavedRecord:
    practice = DraftPractice(text=f"{county}的职工夜校")
    draft = play.draft(play.contact(county, DAY), practices=(practice,))
    return play.save(draft.model_copy(update={"photo_file_ids": photos}))


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


def test_practices_and_photos_of_a_county_and_of_all(play: Play) -> None:
    first, second = _photographed(play, "演示甲县", "a", "b"), _photographed(play, "演示乙县", "c")
    county = play.counties["演示甲县"]

    def practices(county_id: int | None) -> list[int]:
        found = play.read(lambda unit: unit.archive.practices(play.id, county_id, 5))
        return [practice.number for practice in found]

    assert (practices(None), practices(county)) == ([2, 1], [1])
    assert play.read(lambda unit: unit.archive.photos(first.draft_id)) == ["a", "b"]
    assert play.read(lambda unit: unit.archive.photographed(play.id, county, 5)) == ["a", "b"]
    assert play.read(lambda unit: unit.archive.photos(second.draft_id)) == ["c"]
    play.withdraw(first)
    assert play.read(lambda unit: unit.archive.photographed(play.id, county, 5)) == []
    assert practices(county) == []
