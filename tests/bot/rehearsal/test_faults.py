"""Troubles that tests order, and the log of calls."""

import aiohttp
import pytest

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.raw import Raw
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ANNA, BO


async def _texts(rehearsal: Rehearsal) -> list[str]:
    return [text for _, text, _ in await rehearsal.player(ANNA).transcript()]


async def test_429_with_retry_after(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.fault("sendMessage", "429", seconds=7)
    answer = await raw.answer("sendMessage", chat_id=ANNA, text="一")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 7})
    await raw.call("sendMessage", chat_id=ANNA, text="二")
    assert await _texts(rehearsal) == ["二"]


async def test_401_refuses_the_token(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.fault("sendMessage", "401")
    answer = await raw.answer("sendMessage", chat_id=ANNA, text="一")
    assert (answer["error_code"], answer["description"]) == (401, "Unauthorized")


async def test_500_twice_after_a_good_one(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.fault("sendMessage", "500", times=2, skip=1)
    answers = [await raw.answer("sendMessage", chat_id=ANNA, text=str(n)) for n in range(4)]
    assert [answer["ok"] for answer in answers] == [True, False, False, True]
    assert answers[1]["description"] == "Internal Server Error"


async def test_502_is_a_page(server: RunningServer, rehearsal: Rehearsal) -> None:
    await rehearsal.fault("*", "502")
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{server.url}/bot{server.token}/getMe") as response,
    ):
        assert response.status == 502
        assert response.content_type == "text/html"


@pytest.mark.parametrize(("kind", "done"), [("reset", []), ("hang", []), ("lost", ["一"])])
async def test_connections_that_break(raw: Raw, rehearsal: Rehearsal, kind: str, done: list[str]) -> None:
    await rehearsal.fault("sendMessage", kind, seconds=0)
    with pytest.raises(aiohttp.ClientConnectionError):
        await raw.answer("sendMessage", chat_id=ANNA, text="一")
    assert await _texts(rehearsal) == done
    assert [call["outcome"] for call in await rehearsal.calls("sendMessage")] == [kind]


async def test_only_the_meant_calls_are_met(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.fault("sendMessage", "500", chat_id=BO)
    await raw.call("getMe")
    await raw.call("sendMessage", chat_id=ANNA, text="一")
    assert not (await raw.answer("sendMessage", chat_id=BO, text="一"))["ok"]
    assert (await rehearsal.get("fault"))["faults"] == []


async def test_unused_faults_can_be_forgotten(server: RunningServer, raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.fault("getMe", "500")
    async with aiohttp.ClientSession() as session:
        await session.delete(f"{server.url}/rehearsal/fault")
    await raw.call("getMe")


async def test_the_log_has_parameters_and_outcomes_but_no_bytes(raw: Raw, rehearsal: Rehearsal) -> None:
    await raw.upload("sendDocument", "document", b"secret bytes", "a.txt", chat_id=str(ANNA))
    await raw.refusal("sendMessage", chat_id=ANNA, text="")
    first, second = await rehearsal.calls()
    assert (first["method"], first["outcome"]) == ("sendDocument", "ok")
    assert first["params"] == {"chat_id": str(ANNA), "files": {"document": {"name": "a.txt", "size": 12}}}
    assert second["outcome"] == "400 Bad Request: message text is empty"
    assert await rehearsal.calls(after=second["n"]) == []
