"""The flood limits: 20 in any minute to a group, about one a second to a person, 30 in any second overall."""

from tests.bot.rehearsal.pictures import png
from tests.bot.rehearsal.raw import Json, Raw
from tests.bot.rehearsal.real_time import RealTime
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ADMIN, ANNA, BASIC, BO, GROUP


async def _until_refused(raw: Raw, chats: list[int]) -> tuple[int, Json]:
    for count, chat in enumerate(chats):
        answer = await raw.answer("sendMessage", chat_id=chat, text="好")
        if not answer["ok"]:
            return count, answer
    return len(chats), {}


async def test_flood_to_a_group(raw: Raw, real_time: RealTime, rehearsal: Rehearsal) -> None:
    count, answer = await _until_refused(raw, [GROUP] * 25)
    assert count == 20
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 60",
        "parameters": {"retry_after": 60},
    }
    real_time.now += 60
    assert (await _until_refused(raw, [GROUP]))[1] == {}
    await rehearsal.flood(False)
    assert (await _until_refused(raw, [GROUP] * 25))[0] == 25


async def test_flood_to_a_person(raw: Raw, real_time: RealTime) -> None:
    assert (await _until_refused(raw, [ANNA] * 10))[0] == 5
    real_time.now += 1
    assert (await _until_refused(raw, [ANNA] * 10))[0] == 1
    real_time.now += 60
    assert (await _until_refused(raw, [ANNA] * 10))[0] == 5


async def test_flood_overall_counts_albums_by_item(raw: Raw, real_time: RealTime) -> None:
    sent = await raw.upload("sendPhoto", "photo", png(), "p.png", chat_id=str(ADMIN))
    item = {"type": "photo", "media": sent["result"]["photo"][0]["file_id"]}
    await raw.call("sendMediaGroup", chat_id=GROUP, media=[item] * 10)
    await raw.call("sendMediaGroup", chat_id=BASIC, media=[item] * 10)
    count, answer = await _until_refused(raw, [ANNA] * 4 + [BO] * 4 + [ADMIN] * 4)
    assert count == 9
    assert answer["parameters"] == {"retry_after": 1}
    real_time.now += 1
    assert (await _until_refused(raw, [ADMIN]))[1] == {}
