"""The guided form, step by step, on a card, in trouble, and over a restart."""

from pathlib import Path

from bot.app import build_app
from tests.bot.plays import settings_for
from tests.bot.stores import Templates
from tests.handlers.cast import PNG, VISIT, Cast, lines, said
from tests.handlers.conftest import HASTY
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world


async def test_the_form_asks_one_question_after_the_other(cast: Cast) -> None:
    anna = cast.anna
    first = await anna.ask("/log")
    assert lines(first) == ["联系了哪个县？可点选，也可输入县名。"]
    assert first.buttons[0] == ["修水县", "武宁县", "庐山市"]
    assert lines(await anna.ask("柴桑")) == ["哪天联系的？"]
    assert lines(await anna.press("昨天")) == ["什么方式？"]
    assert lines(await anna.press("视频")) == ["多少人参加？可点选，也可输入数字。"]
    assert lines(await anna.ask("15人")) == ["谁去的？可点选，也可输入姓名。"]
    assert lines(await anna.ask("演示某部长")) == ["联系领导到场了吗？"]
    assert lines(await anna.press("未到场")) == ["发现什么问题？每行写一个；没有就点“跳过”。"]
    assert lines(await anna.ask("没有场地\n缺少经费")) == [
        "请核对，无误请点“保存”",
        "县：柴桑区",
        "日期：2月19日（周日，昨天）",
        "方式：视频",
        "人数：15 人",
        "谁去的：演示某部长（领导未到场）",
        "问题：没有场地",
        "问题：缺少经费",
        "柴桑区不是您联系的县：这次联系记在该县，您联系的县次数不变。",
    ]
    saved = await anna.press("保存")
    assert lines(saved)[:2] == [
        "已保存",
        "第 1 号 柴桑区 · 2月19日（周日，昨天） · 视频 · 15 人 · 演示某部长 · 领导未到场",
    ]
    assert saved.buttons == [["更正", "撤销"]]
    assert await cast.contacts() == 1


async def test_the_own_pairing_is_offered_and_leader_follows(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask("/log")
    for label in ("修水县", "今天", "实地", "跳过"):
        asked = await anna.press(label)
    assert asked.buttons[:3] == [["演示经审办主任"], ["演示常务副主席、演示经审办主任"], ["演示常务副主席"]]
    await anna.press("演示常务副主席、演示经审办主任")
    summary = await anna.press("跳过")
    assert "谁去的：演示常务副主席、演示经审办主任（领导到场）" in lines(summary)


async def test_photos_join_the_form_that_is_open(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask("/log")
    await anna.press("修水县")
    kept = await anna.photo(PNG, album="a1")
    assert said(kept)[-1] == "message: 附件已收到，和这张表一起保存。"
    assert lines(kept) == ["附件已收到，和这张表一起保存。", "哪天联系的？"]
    assert len(await anna.photo(PNG, album="a1")) == 0
    for label in ("昨天", "电话"):
        await anna.press(label)
    assert lines(await anna.photo(PNG, caption="15人")) == ["谁去的？可点选，也可输入姓名。"]
    for label in ("跳过", "跳过"):
        summary = await anna.press(label)
    assert lines(summary)[-1] == "照片 3 张"
    assert "照片 3 张" in lines(await anna.press("保存"))
    await anna.ask("/records")
    await anna.press("1")
    assert len((await anna.press("照片 3 张")).all) == 3


async def test_photos_join_the_record_whose_form_is_open_and_a_report_is_a_card(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask(VISIT)
    await anna.press("保存")
    await anna.press("更正")
    assert lines(await anna.photo(PNG))[-1] == "照片 1 张"
    await anna.press("取消")
    await anna.ask("/log")
    card = await anna.photo(PNG, caption=VISIT.replace("修水县", "武宁县"))
    assert lines(card)[1] == "县：武宁县"
    assert "照片 1 张" in lines(card)


async def test_a_card_is_changed_field_by_field(cast: Cast) -> None:
    anna = cast.anna
    card = await anna.ask(VISIT)
    form = await anna.press("修改")
    assert form.last.id == card.last.id
    assert form.buttons == [["县", "日期", "方式"], ["人数", "谁去的", "问题"], ["保存", "取消"]]
    await anna.press("人数")
    assert "人数：20 人" in lines(await anna.press("20人"))
    await anna.press("问题")
    assert "问题：缺人手" in lines(await anna.ask("缺人手"))
    back = await anna.press("取消")
    assert "人数：12 人" in lines(back)
    assert back.buttons == [["保存", "修改", "放弃"]]
    await anna.press("修改")
    await anna.press("县")
    assert "县：武宁县" in lines(await anna.press("武宁县"))
    assert lines(await anna.press("保存"))[1].startswith("第 1 号 武宁县")


async def test_one_of_several_contacts_is_changed_or_left_out(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask("昨天电话联系武宁县，今天到修水县调研，发现缺人手")
    form = await anna.press("修改")
    assert form.buttons[:2] == [["改第 1 次", "改第 2 次", "去掉第 1 次"], ["去掉第 2 次"]]
    await anna.press("改第 1 次")
    assert "1. 德安县 · 2月19日（周日，昨天） · 电话" in lines(await anna.press("德安县"))
    left = await anna.press("去掉第 1 次")
    assert lines(left)[1] == "县：修水县"
    assert lines(left)[-1] == "问题：缺人手"
    assert lines(await anna.press("保存"))[1].startswith("第 1 号 修水县")


async def test_the_calendar_shows_no_day_that_cannot_be(cast: Cast) -> None:
    await cast.anna.ask("/log")
    february = (await cast.anna.press("修水县")).buttons
    assert february[1:3] == [["« 1月", "2023年2月", "·"], list("一二三四五六日")]
    assert february[3] == ["·", "·", "1", "2", "3", "4", "5"]
    assert february[-2] == ["[20]", *"······"]
    await cast.anna.press("« 1月")
    await cast.anna.press("« 12月")
    november = (await cast.anna.press("« 11月")).buttons
    assert november[1] == ["·", "2022年11月", "12月 »"]
    assert november[3] == ["·", "15", "16", "17", "18", "19", "20"]
    assert lines(await cast.anna.press("17")) == ["什么方式？"]


async def test_wrong_answers_get_a_sentence_and_lose_nothing(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask("/log")
    assert lines(await anna.ask("没有这个县"))[0].startswith("没有找到这个县")
    assert lines(await anna.ask("县"))[0].startswith("找到多个县")
    await anna.press("德安县")
    assert lines(await anna.ask("三天前"))[0].startswith("正在填表，这一步请点按钮")
    await anna.press("今天")
    await anna.press("电话")
    assert lines(await anna.ask("很多"))[0] == "人数请写数字，例如 12。"
    assert lines(await anna.location(29.0, 114.5))[0] == "这一步请打字或点按钮。"
    await anna.ask("8")
    assert lines(await anna.location(29.0, 114.5))[0] == "这一步请打字或点按钮。"
    for _ in range(4):
        back = await anna.press("« 上一步")
    assert lines(back) == ["联系了哪个县？可点选，也可输入县名。"]
    assert back.buttons[-1] == ["取消"]


async def test_commands_go_first_and_cancel_leaves_the_form(cast: Cast) -> None:
    form = await cast.anna.ask("/log")
    assert "进展情况" in (await cast.anna.ask("/status")).text
    cancelled = await cast.anna.ask("/cancel")
    assert cancelled.last.text == "已取消，没有登记。需要时发一句话，或用 /log 重新填写。"
    stale = await cast.press_stale(cast.anna, form.last, "修水县")
    assert said(stale) == [
        "alert: 这份表已结束或已过期。已登记的用 /records 查看；没有登记的，用 /log 重新填写。"
    ]
    assert (await cast.anna.ask("/cancel")).text == "没有正在填的表。不要的卡片，请点卡片下方的“放弃”。"
    again = await cast.anna.ask("/log")
    assert (await cast.anna.press("取消")).last.id == again.last.id
    assert await cast.contacts() == 0


async def test_a_second_tap_answers_no_later_question(cast: Cast) -> None:
    shown, seen = await cast.anna.ask("/log"), []
    for label in ("修水县", "昨天", "电话", "8", "演示经审办主任"):
        seen.append((shown.last, next(full for full in shown.last.labels if full.startswith(label))))
        shown = await cast.anna.press(label)
        for form, tapped in seen:
            await cast.press_stale(cast.anna, form, tapped)
    assert lines(await cast.anna.press("跳过"))[:2] == ["请核对，无误请点“保存”", "县：修水县"]
    assert lines(await cast.anna.press("保存"))[0] == "已保存"


async def test_a_half_filled_form_outlives_the_bot(templates: Templates, tmp_path: Path) -> None:
    url = templates.sqlite()
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        anna = rehearsal.player(ANNA)
        async with build_app(settings_for(rehearsal.url, url), rehearsal.url, HASTY).running():
            await anna.ask("/log")
            await anna.press("修水县")
        async with build_app(settings_for(rehearsal.url, url), rehearsal.url, HASTY).running():
            assert lines(await anna.press("昨天")) == ["什么方式？"]
            for label in ("电话", "跳过", "演示经审办主任"):
                await anna.press(label)
            assert "县：修水县" in lines(await anna.press("跳过"))
            assert lines(await anna.press("保存"))[0] == "已保存"


async def test_a_card_settled_elsewhere_closes_its_form(cast: Cast) -> None:
    for label, became in (("保存", "已保存"), ("放弃", "这张卡片已放弃")):
        card = (await cast.anna.ask(VISIT)).last
        await cast.anna.press("修改")
        settled = await cast.press_stale(cast.anna, card, label)
        assert lines(settled)[0].startswith(became)
        assert (await cast.anna.ask("/cancel")).text.startswith("没有正在填的表。")
    assert await cast.contacts() == 1
