"""Files of cards and records: each once, so many in all, found by card, record and county."""

from datetime import date, timedelta

from campaign.actions.drafts import drop_draft, open_draft
from campaign.attachments import MOST, FileKind, SentFile, counted
from campaign.drafts import Draft
from storage import Unit
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)


def _photo(name: str) -> SentFile:
    return SentFile(FileKind.PHOTO, f"file-{name}", name)


def _open(play: Play) -> Draft:
    draft = play.draft(play.contact("演示甲县", DAY)).model_copy(
        update={"media_group": "album", "card_message_id": 77}
    )
    return play.write(lambda unit: open_draft(unit, play._actor(unit), draft))


def _add(play: Play, draft_id: str, *files: SentFile) -> tuple[int, int]:
    def add(unit: Unit) -> tuple[int, int]:
        return unit.attachments.add(play.id, draft_id, files, play._actor(unit).person.id, NOW)

    return play.write(add)


def _of(play: Play, draft_id: str) -> list[SentFile]:
    return list(play.read(lambda unit: unit.attachments.of(draft_id)))


def test_each_file_is_kept_once_and_so_many_in_all(play: Play) -> None:
    card = _open(play).id
    assert _add(play, card, _photo("a"), _photo("b"), _photo("a")) == (2, 0)
    assert _add(play, card, _photo("b"), SentFile(FileKind.DOCUMENT, "file-c", "c")) == (1, 0)
    assert [file.unique_id for file in _of(play, card)] == ["a", "b", "c"]
    assert counted(_of(play, card)) == {FileKind.PHOTO: 2, FileKind.DOCUMENT: 1}
    more = [_photo(str(number)) for number in range(MOST)]
    assert _add(play, card, *more) == (MOST - 3, 3)
    assert len(_of(play, card)) == MOST


def test_a_county_s_files_are_those_of_what_stands(play: Play) -> None:
    record = play.log("演示甲县", DAY)
    other = play.log("演示乙县", DAY)
    _add(play, record.draft_id, _photo("a"), SentFile(FileKind.PLACE, "29.0,114.5", "29.0,114.5"))
    _add(play, other.draft_id, _photo("b"))
    county = play.counties["演示甲县"]

    def of_county() -> list[str]:
        found = play.read(lambda unit: unit.attachments.of_county(play.id, county, 10))
        return [file.unique_id for file in found]

    assert of_county() == ["a"]
    play.withdraw(record)
    assert of_county() == []
    assert len(_of(play, record.draft_id)) == 2


def test_a_dropped_card_keeps_nothing_and_files_are_handed_over(play: Play) -> None:
    record, card = play.log("演示甲县", DAY), _open(play)
    _add(play, card.id, _photo("a"))
    person = play.actor.person.id
    play.write(lambda unit: unit.attachments.hand_over(play.id, card.id, record.draft_id, person, NOW))
    assert (_of(play, card.id), _of(play, record.draft_id)) == ([], [_photo("a")])
    _add(play, card.id, _photo("b"))
    play.write(lambda unit: drop_draft(unit, play._actor(unit), card.id))
    assert _of(play, card.id) == []


def test_a_card_is_found_by_its_message_its_album_and_while_it_is_open(play: Play) -> None:
    card, chat, person = _open(play), play.telegram_id, play.actor.person.id
    assert play.read(lambda unit: unit.drafts.by_card(chat, 77)) == card
    assert play.read(lambda unit: unit.drafts.by_group(chat, "album")) == card
    assert play.read(lambda unit: unit.drafts.by_group(chat, "another")) is None

    def latest(since: timedelta) -> object:
        return play.read(lambda unit: unit.drafts.latest_open(chat, person, NOW - since))

    assert latest(timedelta(hours=2)) == (card, NOW)
    assert latest(-timedelta(seconds=1)) is None
    play.save(card)
    assert latest(timedelta(hours=2)) is None
    assert play.read(lambda unit: unit.drafts.by_card(chat, 77)) is not None
