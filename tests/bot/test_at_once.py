"""Several things at once, and messages of every shape."""

import asyncio
from pathlib import Path

import pytest

from storage import Unit
from tests.bot.plays import UNPACED, Play, playing
from tests.bot.stores import CAMPAIGN, ask
from tests.bot.stubborn import Stubborn
from tests.rehearsal_world import ANNA, BO

VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"
LONG = "今天到修水县实地调研，座谈12人。" + "沿途看了三个企业，都很热情。" * 500


def _numbers(url: str) -> list[int]:
    def standing(unit: Unit) -> list[int]:
        return [contact.number for contact in unit.records.contacts_of(CAMPAIGN, 1, 10)]

    return ask(url, standing)


async def _cards(play: Play) -> int:
    return sum("请核对" in text for _, text, _ in await play.player(ANNA).transcript())


async def test_save_pressed_twice_on_two_devices_is_one_record(tmp_path: Path, filled: str) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        card = (await anna.ask(VISIT)).last
        save = next(row[0] for row in card.buttons if "保存" in row)
        await asyncio.gather(*(anna.press_only(save, card.id) for _ in range(4)))
        await Stubborn(anna).says("/my", "我联系的县")
        assert (await _shown(play)).count("第 1 号 修水县") == 1
    assert _numbers(filled) == [1]


async def _shown(play: Play) -> str:
    return "\n".join(text for _, text, _ in await play.player(ANNA).transcript())


async def test_two_persons_at_once_are_two_records(tmp_path: Path, filled: str) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        players = [play.player(ANNA), play.player(BO)]
        texts = (VISIT, "今天上午给修水县打了电话")
        await asyncio.gather(*(player.ask(text) for player, text in zip(players, texts, strict=True)))
        await asyncio.gather(*(player.press("保存") for player in players))
    assert sorted(_numbers(filled)) == [1, 2]


async def test_two_messages_at_once_are_two_cards_in_order(tmp_path: Path, filled_sqlite: str) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        await asyncio.gather(anna.say("昨天给修水县打了电话"), anna.say("今天到武宁县实地调研"))
        await Stubborn(anna).says("/my", "我联系的县")
        assert await _cards(play) == 2


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧‍👦🎉🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "مرحبا بكم في المدينة",
        "\u202e今天到修水县实地调研\u202c",
        "<b>今天</b> & 到修水县 <script>实地</script> 调研",
        "\u200b\u2060",
        "".join(map(chr, range(0x300, 0x370))),
    ],
    ids=["emoji", "arabic", "override", "markup", "invisible", "marks"],
)
async def test_odd_messages_are_met_without_a_fault(tmp_path: Path, filled_sqlite: str, text: str) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        answers = await anna.tell(text)
        assert "没能处理完" not in answers.text
        assert "我联系的县" in (await anna.ask("/my")).text


async def test_three_messages_of_the_greatest_length_in_a_row(tmp_path: Path, filled: str) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        for _ in range(3):
            await anna.say(LONG[:4096])
        await Stubborn(anna).says("/my", "我联系的县")
        assert await _cards(play) == 3
        assert "没能处理完" not in await _shown(play)


async def test_a_picture_or_a_place_where_text_is_asked_loses_nothing(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        await anna.ask("/log")
        for button in ("修水县", "今天", "实地"):
            await anna.press(button)
        assert (await anna.location(29.0, 114.5)).text
        assert "谁去的" in (await anna.ask("12")).text
