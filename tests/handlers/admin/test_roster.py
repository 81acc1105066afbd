"""A table of pairings is sent, looked at and taken; what is wrong with it is said row by row."""

import pytest

from campaign.roster import Roster, read_roster
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.admin.tables import HEAD, csv, shipped, with_member, xlsx
from tests.handlers.cast import Cast, lines, said

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _changed() -> list[list[str]]:
    """Another contact person for one county, one county less, one more."""
    rows = shipped()
    rows[1][3:] = ["演示新任主任", "市总工会经审办主任"]
    return [*rows[:-1], ["演示副主席一", "市总工会副主席", "演示新区", "演示新人", ""]]


def _pairings(unit: Unit) -> dict[str, str | None]:
    found = unit.people.pairings(CAMPAIGN)
    return {p.county.name: p.contact_person.name if p.contact_person else None for p in found}


async def test_a_table_is_shown_and_taken_with_one_tap(cast: Cast) -> None:
    shown = await cast.admin.document(xlsx(_changed()), "安排表.xlsx")
    assert lines(shown) == [
        "安排表预览（13 个县），还没有导入",
        "新增的县（1）：演示新区",
        "不再联系的县（1）：彭泽县",
        "新列入的人（2）：演示新任主任、演示新人",
        "不再列入的人（3）：演示经审办主任、演示调研员四、演示办公室主任",
        "换人的县（1）：",
        "· 修水县：演示常务副主席，演示经审办主任 → 演示常务副主席，演示新任主任",
        "不再列入的人里，账号随之停用的：演示经审办主任",
        "请核对（1 处，不改也能导入）：",
        "· 第 4 行：“演示副主席一”联系 3 个县，比规定的多",
        "核对无误请点“导入”，联系的县有变的人会收到通知；不导入就不用管。",
    ]
    assert shown.buttons == [["导入"]]
    assert (await cast.stored(_pairings))["修水县"] == "演示经审办主任"
    done = await cast.admin.press("导入")
    assert done.toasts == ["已导入"]
    assert lines(done)[0] == "安排表已导入"
    assert lines(done)[-1] == "新列入的人还没有绑定，可用 /invites 邀请。"
    assert done.buttons == []
    after = await cast.stored(_pairings)
    assert (after["修水县"], after["演示新区"], "彭泽县" in after) == ("演示新任主任", "演示新人", False)
    rows = await cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 1))
    assert (rows[0].action, rows[0].facts["changed"]) == ("roster.import", 1)
    assert rows[0].actor_id
    assert "请点击管理员发来的邀请链接" in (await cast.anna.ask("/my")).text


async def test_a_table_of_a_few_counties_is_told_that_all_others_go(cast: Cast) -> None:
    few = lines(await cast.admin.document(xlsx(_changed()[:3]), "安排表.xlsx"))
    assert few[1].startswith("表里没有的县都不再联系，请看是不是少了县。只改几个县的，不用发表：/people")
    assert few[2].startswith("不再联系的县（11）：")


async def test_a_second_tap_says_that_it_was_taken(cast: Cast) -> None:
    shown = (await cast.admin.document(xlsx(_changed()), "安排表.xlsx")).last
    done = await cast.admin.press("导入")
    again = await cast.press_stale(cast.admin, shown, "导入")
    assert said(again) == ["alert: 这份安排表已导入，不用再点。"]
    assert lines(done)[0] == "安排表已导入"
    assert (await cast.stored(_actions)).count("roster.import") == 1


async def test_those_whose_counties_changed_are_told(cast: Cast) -> None:
    rows = _changed()
    swapped = [rows[0], *reversed(rows[1:])]
    shown = await cast.admin.document(xlsx(swapped), "安排表.xlsx")
    assert lines(shown)[-1] == "核对无误请点“导入”，联系的县有变的人会收到通知；不导入就不用管。"
    await cast.admin.press("导入")
    assert (await cast.anna.hears("对口联系有调整")).text == (
        "对口联系有调整，您不再负责对口联系。登记过的内容都在，感谢您的工作。"
    )
    assert await _told(cast) == [cast.anna.chat]


async def test_nobody_is_told_of_the_first_table(cast: Cast) -> None:
    await cast.write(lambda unit: unit.people.take_roster(CAMPAIGN, Roster((), ()), unit.now))
    shown = await cast.admin.document(xlsx(shipped()), "安排表.xlsx")
    assert lines(shown)[-1] == "核对无误请点“导入”；不导入就不用管。"
    await cast.admin.press("导入")
    assert lines(await cast.anna.ask("/my"))[1].startswith("修水县")
    assert await _told(cast) == []


async def _told(cast: Cast) -> list[int]:
    sent = [call["params"] for call in await cast.rehearsal.calls("sendMessage")]
    return [int(params["chat_id"]) for params in sent if "对口联系有调整" in params["text"]]


def _actions(unit: Unit) -> list[str]:
    return [row.action for row in unit.audit.latest(CAMPAIGN, 30)]


async def test_a_table_that_changes_nothing(cast: Cast) -> None:
    same = await cast.admin.document(csv(shipped(), "gb18030"), "安排表.csv")
    assert same.text == "表里有 13 个县，与现在的安排一致，不用导入。"
    assert same.buttons == []


async def test_what_is_doubtful_is_told_and_taken(cast: Cast) -> None:
    rows = [*shipped(), ["演示副主席一", "", "万年县", "", ""], ["演示副主席二", "", "修水县", "", ""]]
    rows += [["演示副主席一", "", f"无有{n}县", "", ""] for n in "一二三四"]
    shown = await cast.admin.document(csv(rows), "安排表.csv")
    assert lines(shown)[-8:-1] == [
        "请核对（8 处，不改也能导入）：",
        "· 第 16 行：“修水县”有几位联系领导",
        "· 第 15 行：“万年县”不在这个市，在上饶市",
        "· 第 17 行：区划表里没有“无有一县”",
        "· 第 18 行：区划表里没有“无有二县”",
        "· 第 19 行：区划表里没有“无有三县”",
        "· ……另有 3 处",
    ]
    assert (await cast.admin.press("导入")).toasts == ["已导入"]


async def test_each_fault_is_told_with_its_row(cast: Cast) -> None:
    rows = [
        HEAD,
        ["", "", "修水县", "", ""],
        ["演示副主席一", "", "", "", ""],
        ["演示副主席一", "", "修水县"],
    ]
    shown = await cast.admin.document(csv(rows), "安排表.csv")
    assert lines(shown) == [
        "表里有 3 处要改，没有导入。改好后再发一次即可：",
        "· 第 2 行：“修水县”没有写联系领导",
        "· 第 3 行：没有写县（联系领导是“演示副主席一”）",
        "· 第 4 行：“修水县”出现了两次，请删去一处",
    ]
    headless = await cast.admin.document(csv([["姓名", "电话"], ["甲", "1"]]), "表.csv")
    assert lines(headless)[1:] == [
        "· 第 1 行：表头里没有“县级工会”这一列",
        "· 第 1 行：表头里没有“联系领导”这一列",
    ]
    assert "一个县也没有" in (await cast.admin.document(csv([HEAD]), "表.csv")).text


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("安排表.xlsx", b"PK\x03\x04 no archive at all", "表格打不开，可能已损坏"),
        ("安排表.xlsx", LOCKED, "表格设了密码"),
        ("安排表.xls", b"nothing of the kind", "表格打不开，可能已损坏"),
        ("安排表.xlsm", xlsx(shipped()), "表格带宏"),
        ("安排表.xlsx", with_member(xlsx(shipped()), "xl/vbaProject.bin", b"x"), "表格带宏"),
        ("安排表.xlsx", with_member(xlsx(shipped()), "xl/media/a.bin", bytes(31_000_000)), "表格太大"),
        (
            "安排表.csv",
            csv([HEAD] + [["演示副主席一", "", f"演示县{n}", "", ""] for n in range(5001)]),
            "表格太大",
        ),
        ("安排表.csv", b"\x00\x01\xff\xfe\x00" * 9, "文件里的文字认不出来"),
        ("安排表.csv", '联系领导,县级工会\n"演示,甲县\n'.encode(), "引号不成对"),
        ("安排表.et", b"x", "这种文件读不了"),
        ("安排表.xlsx", bytes(2_000_001), "文件太大"),
    ],
)
async def test_files_that_cannot_be_taken(cast: Cast, name: str, data: bytes, part: str) -> None:
    answer = await cast.admin.document(data, name)
    assert answer.text.startswith(part)
    assert "没有导入" in answer.text
    assert len(await cast.stored(_pairings)) == 13


async def test_formulas_are_refused_where_they_would_be_read(cast: Cast) -> None:
    rows = [[*row, str(n)] for n, row in enumerate(_changed())]
    computed = [[*rows[0][:-1], "序号"], *([*row[:-1], "=ROW()"] for row in rows[1:])]
    assert lines(await cast.admin.document(xlsx(computed, "说明"), "表.xlsx"))[0].startswith("安排表预览")
    rows[3][0] = "=A3"
    assert (await cast.admin.document(xlsx(rows), "表.xlsx")).text.startswith("表里有公式，没有导入。")


async def test_what_changed_since_the_preview_is_shown_again(cast: Cast) -> None:
    first = (await cast.admin.document(csv(_changed()), "甲.csv")).last
    fewer = (await cast.admin.document(csv(shipped()[:-2]), "乙.csv")).last
    assert said(await cast.admin.press("导入", first.id)) == [
        "alert: 这份预览已过时，没有导入。请把表格再发一次。"
    ]
    await cast.admin.press("导入", fewer.id)
    again = await cast.admin.document(csv(_changed()), "甲.csv")
    await cast.write(_end_a_pairing)
    shown = await cast.admin.press("导入")
    assert shown.toasts == ["安排表在预览之后有改动，还没有导入。请核对新的预览。"]
    assert lines(shown)[0] == "安排表预览（13 个县），还没有导入"
    assert shown.text != again.text
    assert (await cast.admin.press("导入", shown.last.id)).toasts == ["已导入"]


async def test_other_files_and_other_people_are_no_rosters(cast: Cast) -> None:
    said_of_it = await cast.anna.document(csv(_changed()), "安排表.csv")
    assert "预览" not in said_of_it.text
    with_words = await cast.admin.document(csv(_changed()), "材料.csv", "今天到修水县实地调研")
    assert "预览" not in with_words.text
    named = await cast.admin.document(csv(_changed()), "表.csv", "新的安排表")
    assert "预览" in named.text


async def test_an_admins_report_with_a_table_is_no_roster(cast: Cast) -> None:
    words = "今天上午到修水县实地调研，座谈12人，附参会人员名单"
    card = await cast.admin.document(xlsx([["姓名", "电话"], ["甲", "1"]]), "座谈.xlsx", words)
    assert lines(card)[:2] == ["请核对，无误请点“保存”", "县：修水县"]
    terse = await cast.admin.document(xlsx(_changed()), "表.xlsx", "今天到武宁县走访，附名单")
    assert "县：武宁县" in lines(terse)
    replied = await cast.admin.document(xlsx(_changed()), "统计.xlsx", reply_to=card.last.id)
    assert "预览" not in replied.text
    of_an_album = await cast.admin.document(xlsx(_changed()), "统计.xlsx", album="a")
    assert "预览" not in of_an_album.text


def _end_a_pairing(unit: Unit) -> None:
    unit.people.take_roster(CAMPAIGN, read_roster(shipped()[:-3], "九江市"), unit.now)
