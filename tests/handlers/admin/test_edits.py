"""One thing of the roster is changed in chat: asked for, typed, looked at, confirmed."""

import pytest

from campaign.people import Pairing
from campaign.roster import read_roster
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.admin.tables import shipped
from tests.handlers.cast import VISIT, Cast, lines, said


def _pairings(unit: Unit) -> dict[str, tuple[str, str]]:
    found = unit.people.pairings(CAMPAIGN)
    return {p.county.name: (p.liaison.name, p.contact_person.name if p.contact_person else "") for p in found}


def _last_action(unit: Unit) -> str:
    return unit.audit.latest(CAMPAIGN, 1)[0].action


async def test_a_person_is_replaced_and_the_post_stays(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.admin.ask("/people 经审办")
    assert (await cast.admin.press("换人")).text.startswith("接替“演示经审办主任”的是谁？")
    shown = await cast.admin.ask("演示新任主任")
    assert shown.text == (
        "由“演示新任主任”（新列入）接替“演示经审办主任”，从今天起对口联系：修水县。"
        "以前的联系仍记在原来的人名下。"
    )
    assert shown.buttons == [["确认", "不改了"]]
    assert (await cast.stored(_pairings))["修水县"] == ("演示常务副主席", "演示经审办主任")
    done = await cast.admin.press("确认")
    assert done.toasts == ["已改好"]
    assert (await cast.stored(_pairings))["修水县"] == ("演示常务副主席", "演示新任主任")
    assert lines(await cast.admin.ask("/people 新任"))[:2] == [
        "演示新任主任（市总工会经审办主任）",
        "联系人，对口联系：修水县",
    ]
    assert (await cast.anna.hears("对口联系有调整")).text.startswith("对口联系有调整，您不再负责对口联系。")
    assert await cast.contacts() == 1
    assert await cast.stored(_last_action) == "roster.replace"


async def test_somebody_of_the_roster_takes_over_and_is_told(cast: Cast) -> None:
    await cast.admin.ask("/people 权益部")
    await cast.admin.press("换人")
    assert "（新列入）" not in (await cast.admin.ask("演示经审办主任")).text
    await cast.admin.press("确认")
    assert (await cast.anna.hears("对口联系有调整")).text == (
        "对口联系有调整，您现在对口联系：修水县、庐山市。发送 /my 查看进展。"
    )
    assert len(lines(await cast.anna.ask("/my"))) == 3


async def test_a_name_is_mended(cast: Cast) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("改姓名")
    taken = await cast.admin.ask("演示财务部部长")
    assert taken.text == "“演示经审办主任”改写为“演示财务部部长”，人和登记的内容不变。"
    assert said(await cast.admin.press("确认")) == [
        "alert: 名单上已有“演示财务部部长”，没有改动。请加上部门或职务区分，再改一次。"
    ]
    await cast.admin.press("改姓名")
    await cast.admin.ask("演示审计办主任")
    await cast.admin.press("确认")
    assert lines(await cast.anna.ask("/start"))[0] == "演示审计办主任（市总工会经审办主任），您好！"
    assert "演示审计办主任" in (await cast.admin.ask("/status 修水县")).text
    assert await cast.stored(_last_action) == "person.rename"


async def test_a_county_is_given_to_others(cast: Cast) -> None:
    await cast.admin.ask("/people")
    assert (await cast.admin.press("改某县的对口联系")).text.startswith("请写县、联系领导、联系人")
    shown = await cast.admin.ask("武宁 演示副主席一")
    assert lines(shown) == [
        "武宁县从今天起：联系领导“演示副主席一”，没有联系人。",
        "原来是：演示常务副主席、演示财务部部长。",
    ]
    await cast.admin.press("确认")
    assert (await cast.stored(_pairings))["武宁县"] == ("演示副主席一", "")
    assert list(await cast.stored(_pairings))[:3] == ["修水县", "武宁县", "庐山市"]
    assert await cast.stored(_last_action) == "roster.pair"


async def test_what_cannot_be_meant_says_so(cast: Cast) -> None:
    for words, part in (
        ("修水县", "要写县和联系领导"),
        ("无此县 演示甲", "没有叫“无此县”的县"),
        ("修水县 12", "“12”不像姓名"),
        ("修水县 演示常务副主席 演示经审办主任", "与现在的一样"),
    ):
        await cast.admin.ask("/people")
        await cast.admin.press("改某县的对口联系")
        assert (await cast.admin.ask(words)).text.startswith(part)


async def test_several_counties_are_named_and_the_question_stands(cast: Cast) -> None:
    await cast.admin.ask("/people")
    await cast.admin.press("改某县的对口联系")
    assert (await cast.admin.ask("山 演示副主席一")).text == (
        "“山”可能是：庐山市、濂溪区。请写全县名，再发一次；不改了发 /cancel。"
    )
    assert lines(await cast.admin.ask("武宁县 演示副主席一"))[0].startswith("武宁县从今天起")


async def test_counties_of_one_name_are_told_apart(cast: Cast) -> None:
    await cast.write(_another_of_the_name)
    await cast.admin.ask("/people")
    await cast.admin.press("改某县的对口联系")
    several = (await cast.admin.ask("武宁县 演示副主席二")).text
    assert several.startswith("“武宁县”可能是：九江市武宁县、演示市武宁县。")
    shown = await cast.admin.ask("演示市武宁县 演示副主席二")
    assert lines(shown) == [
        "演示市武宁县从今天起：联系领导“演示副主席二”，没有联系人。",
        "原来是：演示副主席一。",
    ]
    await cast.admin.press("确认")
    liaisons = {(p.county.prefecture, p.liaison.name) for p in await cast.stored(_of_wuning)}
    assert liaisons == {("九江市", "演示常务副主席"), ("演示市", "演示副主席二")}


def _another_of_the_name(unit: Unit) -> None:
    head, *rows = shipped()
    twin = ["演示副主席一", "市总工会副主席", "武宁县", "", "", "演示市"]
    table = [[*head, "设区市"], *([*row, "九江市"] for row in rows), twin]
    unit.people.take_roster(CAMPAIGN, read_roster(table), unit.now)


def _of_wuning(unit: Unit) -> list[Pairing]:
    return [p for p in unit.people.pairings(CAMPAIGN) if p.county.name == "武宁县"]


async def test_a_change_that_is_out_of_date_is_not_made(cast: Cast) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("换人")
    first = (await cast.admin.ask("演示新任主任")).last
    await cast.admin.press("确认")
    again = await cast.press_stale(cast.admin, first, "确认")
    assert said(again)[-1].startswith("alert: ")
    await cast.admin.ask("/people")
    await cast.admin.press("改某县的对口联系")
    await cast.admin.ask("/cancel")
    card = await cast.admin.ask("今天到武宁县走访，座谈10人")
    assert lines(card)[0].startswith("请核对")


async def test_a_report_is_no_name_and_the_question_is_over_after_half_an_hour(cast: Cast) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("换人")
    assert lines(await cast.admin.ask(VISIT))[0] == "请核对，无误请点“保存”"
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("改姓名")
    await cast.rehearsal.clock.move(advance=31 * 60)
    assert "改写为" not in (await cast.admin.tell("演示审计办主任")).text
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("改姓名")
    await cast.rehearsal.clock.move(advance=29 * 60)
    assert "改写为" in (await cast.admin.ask("演示审计办主任")).text


@pytest.mark.parametrize("words", ["好的，谢谢", "演示审计办主任2", "辛苦了！", "不对。"])
async def test_a_sentence_is_no_name(cast: Cast, words: str) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("改姓名")
    assert "不像姓名" in (await cast.admin.ask(words)).text


async def test_a_name_may_have_a_dot(cast: Cast) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("改姓名")
    assert "“演示·甲”" in (await cast.admin.ask("演示·甲")).text


async def test_only_admins_change_anything(cast: Cast) -> None:
    shown = (await cast.admin.ask("/people")).last
    data = next(b["data"] for row in shown.view["buttons"] for b in row if b["text"] == "改某县的对口联系")
    card = (await cast.anna.ask(VISIT)).last
    press = {"person": cast.anna.person, "chat": cast.anna.chat, "message_id": card.id, "data": data}
    await cast.rehearsal.post("press", press | {"stale": True})
    assert (await cast.anna.hears("只有管理员")).kind == "alert"
