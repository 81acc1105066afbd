"""Order within a chat, never across chats; nothing held when there is nothing to do."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

from bot.lanes import FULL, Lanes
from storage import InboxRow

MOMENT = datetime(2023, 2, 20, tzinfo=UTC)


def row(update_id: int, lane: str) -> InboxRow:
    return InboxRow(update_id, lane, b"{}", MOMENT, MOMENT, attempts=0, done=False)


class Desk:
    """Writes down what was begun and ended; a lane in `held` waits until it is let go."""

    def __init__(self, held: Iterable[str] = ()) -> None:
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.gates = {lane: asyncio.Event() for lane in held}
        self.fourth_ended = asyncio.Event()

    async def work(self, item: InboxRow) -> None:
        self.begun.append(item.update_id)
        if gate := self.gates.get(item.lane):
            await gate.wait()
        await asyncio.sleep(0)
        self.ended.append(item.update_id)
        if item.update_id == 4:
            self.fourth_ended.set()


async def test_a_chat_is_worked_through_in_order() -> None:
    desk = Desk()
    lanes = Lanes(desk.work)
    lanes.put([row(1, "a"), row(2, "a")])
    lanes.put([row(3, "a")])
    await lanes.idle()
    assert desk.ended == [1, 2, 3]


async def test_a_slow_chat_holds_up_no_other() -> None:
    desk = Desk(held=["slow"])
    lanes = Lanes(desk.work)
    lanes.put([row(1, "slow"), row(2, "quick"), row(3, "slow"), row(4, "quick")])
    await desk.fourth_ended.wait()
    assert desk.ended == [2, 4]
    assert lanes.held() == {1, 3}
    desk.gates["slow"].set()
    await lanes.idle()
    assert desk.ended == [2, 4, 1, 3]
    assert lanes.held() == set()


async def test_closing_finishes_the_update_at_hand_and_leaves_the_rest() -> None:
    desk = Desk(held=["a"])
    lanes = Lanes(desk.work)
    lanes.put([row(1, "a"), row(2, "a")])
    await asyncio.sleep(0)
    closing = asyncio.create_task(lanes.close(60))
    await asyncio.sleep(0)
    desk.gates["a"].set()
    await closing
    assert (desk.begun, desk.ended) == ([1], [1])


async def test_closing_does_not_wait_for_ever() -> None:
    desk = Desk(held=["a"])
    lanes = Lanes(desk.work)
    lanes.put([row(1, "a")])
    await asyncio.sleep(0)
    await lanes.close(0)
    assert (desk.begun, desk.ended) == ([1], [])


async def test_a_full_house_makes_telegram_keep_the_rest() -> None:
    desk = Desk(held=["a"])
    lanes = Lanes(desk.work)
    lanes.put(row(n, "a") for n in range(FULL))
    room = asyncio.create_task(lanes.room())
    await asyncio.sleep(0)
    assert not room.done()
    desk.gates["a"].set()
    await room
