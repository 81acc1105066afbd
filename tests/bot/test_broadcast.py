"""A digest to many groups: one message says how far it is, and is edited."""

from datetime import timedelta
from pathlib import Path

from bot.broadcast import Broadcasts
from bot.gate import Gate
from bot.post_office import PostOffice
from campaign.groups import Group
from campaign.vocabulary import ChatState, DigestState
from digests.outgoing import TEXT
from storage import Unit
from tests.bot.deliveries import Deliveries, delivering
from tests.bot.stores import CAMPAIGN
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ADMIN, BASIC, GROUP, WAITING, small_world

THREE = (GROUP, WAITING, BASIC)
LATER = timedelta(hours=1)


def owe_digests(unit: Unit) -> None:
    """Three groups are owed a digest."""
    for chat in THREE:
        unit.groups.put(Group(chat, f"群{chat}", ChatState.APPROVED, CAMPAIGN))
        unit.digests.claim(CAMPAIGN, "two_month", unit.now, chat, DigestState.POSTED)
        payload = {"digest_id": 1, "part": 0, "text": "演示"}
        unit.outbox.owe(f"digest:{chat}", chat, TEXT, payload, unit.now + LATER)


async def settled(post: Deliveries, chats: tuple[int, ...], *, failed: bool = False) -> None:
    """What some groups were owed is sent, or given up."""

    def settle(unit: Unit) -> None:
        for row in unit.outbox.due(unit.now + 2 * LATER, 99):
            if row.chat_id in chats and failed:
                unit.outbox.mark_failed(row.id, "forbidden")
            elif row.chat_id in chats:
                unit.outbox.mark_sent(row.id, 1)

    await post.threads.write(settle)


async def told(stage: Rehearsal) -> list[str]:
    return [view["text"] for view in await stage.player(ADMIN).messages()]


async def test_one_message_says_how_far_it_is_and_is_edited(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as stage:
        office = PostOffice(small_world().token, stage.url, None, Gate())
        async with delivering(filled, "http://127.0.0.1:1", office) as post:
            await post.threads.write(owe_digests)
            teller = Broadcasts(post.threads, office, least=2)
            assert await teller.look()
            await post.sender.idle()
            await settled(post, (GROUP,))
            assert not await teller.look()
            assert await told(stage) == ["正在发调度：3 个群，已发 1 个。这一条会自动更新。"]
            await settled(post, (WAITING,), failed=True)
            await settled(post, (BASIC,))
            for kind in ("429", "502"):  # passing troubles: the message is changed by a later look
                await stage.fault("editMessageText", kind, seconds=0)
                assert not await teller.look()
                assert await told(stage) == ["正在发调度：3 个群，已发 1 个。这一条会自动更新。"]
            assert not await teller.look()
            assert await told(stage) == ["调度已发完：3 个群，其中 1 个没发成。"]
            again = Broadcasts(post.threads, office, least=2)  # as after another start
            assert not await again.look()
            assert not await again.look()
            assert await told(stage) == ["调度已发完：3 个群，其中 1 个没发成。"]
            calls = len(await stage.calls("editMessageText"))  # of "not modified" another try is of no use
            assert not await again.look()
            assert len(await stage.calls("editMessageText")) == calls
            assert len(await stage.calls("sendMessage")) == 1
        await office.close()


async def test_of_few_groups_nothing_is_said(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as stage:
        office = PostOffice(small_world().token, stage.url, None, Gate())
        async with delivering(filled_sqlite, "http://127.0.0.1:1", office) as post:
            await post.threads.write(owe_digests)
            teller = Broadcasts(post.threads, office)
            assert not await teller.look()
            await post.sender.idle()
            assert await told(stage) == []
        await office.close()
