"""Photos, documents, voices and places: they join what they belong to, and are sent back."""

import pytest

from campaign.attachments import SentFile
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import CARD, PNG, VISIT, Cast, lines, said
from tests.rehearsal_answers import Answers

ALONE = "照片已收到，还没有登记。请在 10 分钟内接着发一句话：到了哪个县、哪天、什么方式，照片就和它一起登记。"


@pytest.fixture
def cast(cast_on_both: Cast) -> Cast:
    """Each play on both kinds of database."""
    return cast_on_both


async def _shown(cast: Cast, message: int) -> list[str]:
    view = next(view for view in await cast.anna.messages() if view["id"] == message)
    return str(view["text"]).splitlines()


async def _kept(cast: Cast) -> list[SentFile]:
    def files(store: Unit) -> list[SentFile]:
        anna = store.people.person(CAMPAIGN, "演示经审办主任").id
        record = store.records.latest_of(CAMPAIGN, anna)
        return list(store.attachments.of(record.draft_id)) if record else []

    return await cast.stored(files)


async def test_an_album_joins_the_card_of_its_caption_also_after_saving(cast: Cast) -> None:
    card = (await cast.anna.photo(PNG, caption=VISIT, album="a1")).last
    assert card.text.splitlines() == [*CARD, "照片 1 张"]
    joined = await cast.anna.photo(PNG, album="a1")
    assert [answer.kind for answer in joined] == ["edited"]
    assert lines(joined)[-1] == "照片 2 张"
    await cast.anna.press("保存")
    late = await cast.anna.photo(PNG, album="a1")
    assert [answer.kind for answer in late] == ["edited"]
    assert lines(late)[-2:] == ["照片 3 张", "10 分钟内可撤销。"]
    await cast.anna.ask("/records")
    opened = await cast.anna.press("1")
    assert opened.buttons == [["照片 3 张", "更正", "撤销"]]
    assert len((await cast.anna.press("照片 3 张")).all) == 3
    assert len(await _kept(cast)) == 3
    trail = await cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 1)[0])
    assert (trail.action, trail.facts) == ("record.attach", {"added": 1, "kind": "photo"})
    assert card.id == late.last.id


async def _film(cast: Cast, kind: str, **more: object) -> Answers:
    return await cast.anna._answers(await cast.anna.send(kind, PNG, "film.mp4", **more))


async def test_films_are_kept_and_sent_back_like_photos(cast: Cast) -> None:
    card = (await cast.anna.photo(PNG, caption=VISIT, album="a1")).last
    assert lines(await _film(cast, "video", album="a1"))[-1] == "照片 1 张、视频 1 段"
    assert lines(await _film(cast, "video_note", reply_to=card.id))[-1] == "小视频已附到上面的卡片。"
    await cast.anna.press("保存")
    await cast.anna.ask("/records")
    opened = await cast.anna.press("1")
    assert opened.buttons[0][0] == "照片 1 张、视频 1 段、小视频 1 段"
    again = await cast.anna.press("照片 1 张")
    assert len(again.all) == 3
    assert [view.view.get("document", {}).get("mime") for view in again] == [None, "video/mp4", "video/mp4"]
    alone = await _film(cast, "video", caption=VISIT.replace("修水县", "武宁县"))
    assert lines(alone)[-1] == "武宁县不是您联系的县：这次联系记在该县，您联系的县次数不变。"
    assert "视频 1 段" in alone.text
    assert "视频 1 段" in lines(await cast.anna.press("保存"))


async def test_parts_that_come_before_the_words_wait_for_them(cast: Cast) -> None:
    assert (await cast.anna.photo(PNG, album="a2")).text == ALONE
    assert len(await cast.anna.photo(PNG, album="a2")) == 0
    card = await cast.anna.photo(PNG, caption=VISIT, album="a2")
    assert lines(card)[-1] == "照片 3 张"
    assert lines(await cast.anna.photo(PNG, album="a2"))[-1] == "照片 4 张"


async def test_a_photo_alone_waits_ten_minutes_for_words(cast: Cast) -> None:
    assert (await cast.anna.photo(PNG)).text == ALONE
    assert lines(await cast.anna.ask(VISIT)) == [*CARD, "照片 1 张"]
    await cast.anna.press("放弃")
    assert (await cast.anna.photo(PNG)).text == ALONE
    await cast.rehearsal.clock.move(advance=601)
    assert lines(await cast.anna.ask(VISIT)) == CARD


async def test_a_forwarded_batch_joins_the_open_card_quietly_and_later_ones_say_so(cast: Cast) -> None:
    card = (await cast.anna.ask(VISIT)).last
    assert said(await cast.anna.photo(PNG)) == ["edited: 请核对，无误请点“保存”"]
    assert said(await cast.anna.document(b"minutes", "座谈记录.docx")) == ["edited: 请核对，无误请点“保存”"]
    assert (await _shown(cast, card.id))[-1] == "照片 1 张、文件 1 个"
    await cast.rehearsal.clock.move(advance=120)
    assert said(await cast.anna.photo(PNG, caption="现场")) == [
        "edited: 请核对，无误请点“保存”",
        "message: 照片已附到上面的卡片。",
    ]
    await cast.rehearsal.clock.move(advance=7201)
    assert (await cast.anna.photo(PNG)).text == ALONE


async def test_a_reply_to_a_record_brings_files_to_it(cast: Cast) -> None:
    first = await cast.anna.ask(VISIT)
    record = (await cast.anna.press("保存")).last
    await cast.rehearsal.clock.move(advance=3600)
    assert said(await cast.anna.photo(PNG, reply_to=record.id)) == [
        "edited: 已保存",
        "message: 照片已附到第 1 号。",
    ]
    own_words = first.receipt["message_id"]
    assert (await cast.anna.document(b"x", "x.pdf", reply_to=own_words)).text.endswith("文件已附到第 1 号。")
    book = await cast.admin.ask("/county 修水县")
    assert "照片 1 张、文件 1 个" in book.last.labels
    assert len((await cast.admin.press("照片 1 张、文件 1 个")).all) == 2


async def test_a_voice_is_kept_and_asks_for_words(cast: Cast) -> None:
    alone = await cast.anna.voice(b"ogg")
    assert alone.text == (
        "语音已收到，语音不能转成文字，还没有登记。请在 10 分钟内接着发一句话：到了哪个县、哪天、什么方式，"
        "语音就和它一起登记。"
    )
    assert lines(await cast.anna.ask(VISIT))[-1] == "语音 1 条"
    assert said(await cast.anna.voice(b"again"))[-1] == (
        "message: 语音已附到上面的卡片。语音不能转成文字，要登记的内容请再写一句。"
    )
    await cast.anna.press("保存")
    await cast.anna.ask("/records")
    await cast.anna.press("1")
    assert len((await cast.anna.press("语音 2 条")).all) == 2


async def test_there_is_room_for_ten(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    for _ in range(10):
        await cast.anna.photo(PNG)
    over = await cast.anna.photo(PNG)
    assert over.text == "每条登记最多保存 10 个附件，多出的没有保存（仍在聊天里）。"
    assert len(await cast.anna.photo(PNG)) == 0
    assert lines(await cast.anna.press("保存"))[-2] == "照片 10 张"
    assert len(await _kept(cast)) == 10


async def test_files_before_the_words_for_which_there_is_no_room_are_told_of(cast: Cast) -> None:
    for _ in range(12):
        await cast.anna.photo(PNG)
    card = await cast.anna.ask(VISIT)
    assert "照片 10 张" in card.all[0].text
    assert card.all[-1].text == "每条登记最多保存 10 个附件，多出的没有保存（仍在聊天里）。"


async def test_a_place_is_kept_only_after_a_tap(cast: Cast) -> None:
    assert (await cast.anna.location(29.0, 114.5)).text.startswith("位置没有保存。")
    await cast.anna.ask(VISIT)
    record = (await cast.anna.press("保存")).last
    asked = await cast.anna.location(29.0, 114.5)
    assert asked.text == "要把这个位置和第 1 号一起保存吗？不点就不保存。"
    assert asked.buttons == [["保存位置", "不保存"]]
    assert (await cast.anna.press("不保存")).last.text == "没有保存位置"
    assert await _kept(cast) == []
    await cast.anna.location(29.0, 114.5)
    kept = await cast.anna.press("保存位置")
    assert next(answer.text for answer in kept if answer.kind == "edited") == "位置已保存"
    assert [file.file_id for file in await _kept(cast)] == ["29.00000,114.50000"]
    assert "位置 1 处" in await _shown(cast, record.id)
    await cast.anna.ask("/records")
    await cast.anna.press("1")
    sent = await cast.anna.press("位置 1 处")
    assert sent.last.view["location"] == {"latitude": 29.0, "longitude": 114.5}


async def test_anothers_record_takes_no_files_and_groups_are_left_in_peace(cast: Cast) -> None:
    await cast.approve_group()
    anna, bo = cast.anna.inside(-1001000000001), cast.bo.inside(-1001000000001)
    card = await anna.photo(PNG, caption=VISIT, album="g1")
    assert lines(card)[-1] == "照片 1 张"
    assert len(await bo.photo(PNG)) == 0
    assert len(await bo.photo(PNG, album="g1")) == 0
    assert len(await bo.photo(PNG, reply_to=card.last.id)) == 0
    assert len(await anna.photo(PNG)) == 0
    assert lines(await anna.photo(PNG, album="g1"))[-1] == "照片 2 张"
    await anna.press("放弃")
    assert len(await anna.photo(PNG, album="g1")) == 0
