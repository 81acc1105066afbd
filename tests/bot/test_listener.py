"""A port that is closed in order: what is being taken is stored and answered first."""

import asyncio

import aiohttp
import pytest

from bot.listener import CannotListen, Listener
from bot.webhook import Webhook
from tests.bot.hooked import SECRET, Door, free_address
from tests.bot.test_webhook import Shelf


async def test_what_is_under_way_is_answered_before_the_end() -> None:
    shelf, address = Shelf(), free_address()
    webhook = Webhook(SECRET, shelf.keep, lambda: None)
    listener = Listener(address, {}, {"/telegram": webhook.deliver}, 5.0)
    await listener.open()
    storing = asyncio.create_task(webhook.run())
    async with aiohttp.ClientSession() as session:
        door = Door(f"http://{address}", session)
        under_way = asyncio.create_task(door.deliver({"update_id": 1}))
        await shelf.busy.wait()
        closing = asyncio.create_task(listener.close())
        await asyncio.sleep(0)
        shelf.gate.set()
        await closing
        assert await under_way == 200
        with pytest.raises(aiohttp.ClientConnectionError):
            await door.deliver({"update_id": 2})
    assert shelf.batches == [[1]]
    storing.cancel()
    await asyncio.gather(storing, return_exceptions=True)


async def test_a_port_that_is_taken_is_named() -> None:
    address = free_address()
    first, second = (Listener(address, {}, {}, 1.0) for _ in range(2))
    await first.open()
    with pytest.raises(CannotListen, match=address):
        await second.open()
    await first.close()
