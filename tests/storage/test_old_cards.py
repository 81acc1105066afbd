"""A database of the first form, with cards in the form that they had then."""

import json
from datetime import date

from sqlalchemy import create_engine, text

from campaign.actions.drafts import open_draft
from campaign.actions.records import withdraw_record
from campaign.attachments import FileKind, SentFile
from storage import migrate
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)
CHAT, CARD = 501, 77


def _aged(url: str) -> None:
    """Take a database back to its first form, with the cards' photos where they stood then."""
    migrate.downgrade(url, "0001")
    engine = create_engine(url)
    with engine.begin() as connection:
        for card_id, payload in connection.execute(text("SELECT id, payload FROM draft")).all():
            card = json.loads(payload)
            for name in ("media_group", "corrects", "corrected", "found_on"):
                del card[name]
            card |= {"photo_file_ids": [f"photo-of-{card_id}"], "card_message_id": CARD, "chat_id": CHAT}
            where = {"id": card_id, "chat": CHAT, "payload": json.dumps(card)}
            connection.execute(
                text("UPDATE draft SET payload = :payload, chat_id = :chat WHERE id = :id"), where
            )
    engine.dispose()


def test_cards_from_before_are_read_found_and_keep_their_photos(store_url: str, play: Play) -> None:
    draft = play.draft(play.contact("演示甲县", DAY))
    waiting = play.write(lambda unit: open_draft(unit, play._actor(unit), draft))
    play.database.close()
    _aged(store_url)
    migrate.upgrade(store_url)
    assert migrate.differences(store_url) == []
    known = play.read(lambda unit: unit.drafts.by_card(CHAT, CARD))
    assert known
    assert known.id == waiting.id
    photos = play.read(lambda unit: unit.attachments.of(waiting.id))
    assert photos == [SentFile(FileKind.PHOTO, f"photo-of-{waiting.id}", f"photo-of-{waiting.id}")]


def test_a_record_from_before_is_still_undone(store_url: str, play: Play) -> None:
    record = play.save(play.draft(play.contact("演示甲县", DAY)))
    play.database.close()
    _aged(store_url)
    migrate.upgrade(store_url)
    undone = play.write(lambda unit: withdraw_record(unit, play._actor(unit), record.draft_id), NOW)
    assert undone.withdrawn
