"""What comes in, what is owed, and where conversations stand."""

from datetime import timedelta
from functools import partial

from campaign.groups import Group
from campaign.vocabulary import ChatState
from storage import Arrival, Database, InboxRow, Unit
from tests.storage.play import NOW, Play

BOT = 42
LATER = NOW + timedelta(minutes=1)


def _arrival(number: int, lane: str = "chat:1") -> Arrival:
    return Arrival(number, lane, b'{"update_id": %d}' % number, LATER, NOW)


def _pending(database: Database) -> list[InboxRow]:
    return list(database.read(lambda unit: unit.inbox.pending(BOT), NOW))


def test_arrivals_wait_in_order(database: Database) -> None:
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(8), _arrival(7)]), NOW)
    assert _pending(database) == [
        InboxRow(7, "chat:1", b'{"update_id": 7}', LATER, NOW, 0, done=False),
        InboxRow(8, "chat:1", b'{"update_id": 8}', LATER, NOW, 0, done=False),
    ]
    assert database.read(lambda unit: unit.inbox.last_update_id(BOT), NOW) == 8
    assert database.read(lambda unit: unit.inbox.last_update_id(BOT + 1), NOW) is None
    assert database.read(lambda unit: unit.inbox.pending(BOT + 1), NOW) == []


def test_a_second_delivery_changes_nothing(database: Database) -> None:
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(7)]), NOW)
    database.write(lambda unit: unit.inbox.mark_done(BOT, 7), NOW)
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(7, "other"), _arrival(8)]), NOW)
    assert [(row.update_id, row.lane, row.done) for row in _pending(database)] == [
        (7, "chat:1", True),
        (8, "chat:1", False),
    ]


def test_an_answered_update_is_wiped_and_its_redelivery_ignored(database: Database) -> None:
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(7)]), NOW)
    database.write(lambda unit: unit.inbox.mark_done(BOT, 7), NOW)
    database.write(lambda unit: unit.inbox.mark_answered(BOT, 7), NOW)
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(7)]), NOW)
    assert _pending(database) == []
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT payload FROM inbox").scalar_one() is None


def test_failures_are_counted_and_a_buried_update_keeps_its_text(database: Database) -> None:
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(7)]), NOW)
    assert [database.write(lambda unit: unit.inbox.note_failure(BOT, 7), NOW) for _ in range(3)] == [1, 2, 3]
    assert _pending(database)[0].attempts == 3
    database.write(lambda unit: unit.inbox.bury(BOT, 7), NOW)
    assert _pending(database) == []
    with database.engine.connect() as connection:
        assert (
            bytes(connection.exec_driver_sql("SELECT payload FROM inbox").scalar_one()) == b'{"update_id": 7}'
        )


def test_sweeping_keeps_the_last_and_the_unanswered(database: Database) -> None:
    database.write(lambda unit: unit.inbox.receive(BOT, [_arrival(n) for n in range(1, 5)]), NOW)

    def answer(unit: Unit) -> None:
        for number in (1, 2, 4):
            unit.inbox.mark_answered(BOT, number)

    database.write(answer, NOW)
    assert database.write(lambda unit: unit.inbox.sweep(BOT, LATER), NOW) == 2
    assert [row.update_id for row in _pending(database)] == [3]
    assert database.read(lambda unit: unit.inbox.last_update_id(BOT), NOW) == 4


def _owe(database: Database, key: str, chat_id: int = -1, minutes: int = 0) -> bool:
    at = NOW + timedelta(minutes=minutes)
    return database.write(lambda unit: unit.outbox.owe(key, chat_id, "notice", {"名": key}, at), NOW)


def test_a_message_is_owed_once(database: Database) -> None:
    assert _owe(database, "a")
    assert not _owe(database, "a")
    (row,) = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    assert (row.key, row.chat_id, row.topic_id, row.kind, row.payload) == (
        "a",
        -1,
        None,
        "notice",
        {"名": "a"},
    )
    assert (row.attempts, row.uncertain) == (0, False)


def test_what_is_due_comes_longest_due_first(database: Database) -> None:
    for key, minutes in (("later", 9), ("second", 0), ("first", -5), ("third", 0)):
        _owe(database, key, minutes=minutes)
    due = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    assert [row.key for row in due] == ["first", "second", "third"]
    assert len(database.read(lambda unit: unit.outbox.due(NOW, 2), NOW)) == 2
    assert database.read(lambda unit: unit.outbox.next_due(), NOW) == NOW - timedelta(minutes=5)


def test_the_life_of_a_message(database: Database) -> None:
    _owe(database, "a")
    (row,) = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    database.write(lambda unit: unit.outbox.mark_trying(row.id), NOW)
    (row,) = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    assert (row.attempts, row.uncertain) == (1, True)
    database.write(lambda unit: unit.outbox.mark_retry(row.id, LATER, "429"), NOW)
    assert database.read(lambda unit: unit.outbox.due(NOW, 10), NOW) == []
    (row,) = database.read(lambda unit: unit.outbox.due(LATER, 10), NOW)
    assert (row.attempts, row.uncertain) == (1, False)
    database.write(lambda unit: unit.outbox.mark_trying(row.id), NOW)
    database.write(lambda unit: unit.outbox.mark_sent(row.id, 5001), LATER)
    assert database.read(lambda unit: unit.outbox.due(LATER, 10), NOW) == []
    assert database.read(lambda unit: unit.outbox.next_due(), NOW) is None
    assert database.read(lambda unit: unit.outbox.doubles(), NOW) == 0
    assert not _owe(database, "a")


def test_a_try_after_a_lost_answer_counts_as_a_possible_double(database: Database) -> None:
    _owe(database, "a")
    (row,) = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    database.write(lambda unit: unit.outbox.mark_trying(row.id), NOW)
    database.write(lambda unit: unit.outbox.mark_retry(row.id, NOW, "timeout", uncertain=True), NOW)
    database.write(lambda unit: unit.outbox.mark_trying(row.id), NOW)
    assert database.read(lambda unit: unit.outbox.doubles(), NOW) == 1


def test_a_message_given_up_is_not_due_again(database: Database) -> None:
    _owe(database, "a")
    (row,) = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    database.write(lambda unit: unit.outbox.mark_failed(row.id, "blocked"), NOW)
    database.write(lambda unit: unit.outbox.mark_retry(row.id, NOW, "late news"), NOW)
    assert database.read(lambda unit: unit.outbox.due(LATER, 10), NOW) == []


def test_a_message_held_back(database: Database) -> None:
    _owe(database, "a")
    (row,) = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    database.write(lambda unit: unit.outbox.hold(row.id, LATER), NOW)
    assert database.read(lambda unit: unit.outbox.next_due(), NOW) == LATER


def test_a_group_that_moved_takes_its_messages_along(play: Play) -> None:
    group = Group(-1, "专班群", ChatState.APPROVED, play.id, play.actor.person.id, NOW, topic_id=9)
    play.write(lambda unit: unit.groups.put(group))
    _owe(play.database, "a")
    _owe(play.database, "b", chat_id=-2)
    play.write(lambda unit: unit.outbox.moved_chat(-1, -1001))
    due = play.read(lambda unit: unit.outbox.due(NOW, 10))
    assert [(row.chat_id, row.topic_id) for row in due] == [(-1001, 9), (-2, None)]
    assert play.read(lambda unit: unit.groups.get(-1)) is None
    moved = play.read(lambda unit: unit.groups.get(-1001))
    assert moved
    assert (moved.title, moved.state, moved.decided_at, moved.topic_id) == (
        "专班群",
        ChatState.APPROVED,
        NOW,
        9,
    )


def test_a_group_moved_twice_over_is_moved_once(play: Play) -> None:
    play.write(partial(_put, Group(-1, "专班群", ChatState.APPROVED, play.id)))
    play.write(partial(_put, Group(-1001, "专班群", ChatState.WAITING, play.id)))
    for _ in range(2):
        play.write(lambda unit: unit.outbox.moved_chat(-1, -1001))
    approved = play.read(lambda unit: unit.groups.approved(play.id))
    assert [group.chat_id for group in approved] == [-1001]
    assert play.read(lambda unit: unit.groups.in_state(play.id, ChatState.WAITING)) == []


def test_a_digest_stays_claimed_when_its_group_moves(play: Play) -> None:
    assert play.write(lambda unit: unit.digests.claim(play.id, "two_month", NOW, -1, "claimed"))
    play.write(lambda unit: unit.outbox.moved_chat(-1, -1001))
    assert play.write(lambda unit: unit.digests.claim(play.id, "two_month", NOW, -1001, "claimed")) is None


def _put(group: Group, unit: Unit) -> None:
    unit.groups.put(group)


def test_conversations_are_swept(database: Database) -> None:
    database.write(lambda unit: unit.conversations.put("old", "s", {"a": 1}), NOW)
    database.write(lambda unit: unit.conversations.put("new", "s", {"a": 1}), LATER)
    database.write(lambda unit: unit.conversations.put("gone", "s", {}), LATER)
    database.write(lambda unit: unit.conversations.delete("gone"), LATER)
    assert database.write(lambda unit: unit.conversations.sweep(LATER), LATER) == 1
    left = database.read(lambda unit: [unit.conversations.get(key) for key in ("old", "new", "gone")], NOW)
    assert [bool(row) for row in left] == [False, True, False]
