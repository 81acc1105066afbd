"""Categories of issues in chat: shown, changed with a tap, listed; nobody is asked for one."""

from tests.handlers.cast import Cast, lines

NEW = "/issue 修水县工会经费返还慢，请党委政府协调，3月15日前解决"


async def test_the_card_says_it_and_a_tap_changes_it(cast: Cast) -> None:
    card = await cast.anna.ask(NEW)
    assert "类别" not in card.text
    await cast.anna.press("保存")
    shown = await cast.anna.ask("/issue 1")
    assert "类别：工会经费" in lines(shown)
    assert shown.buttons == [["记进展", "销号"], ["改类别", "返回清单"]]
    asked = await cast.anna.press("改类别")
    assert lines(asked)[-1] == "现在归在“工会经费”，改为："
    assert ["服务阵地", "制度机制"] in asked.buttons
    assert asked.buttons[-1] == ["不改"]
    assert "类别：帮扶服务" in lines(await cast.anna.press("帮扶服务"))
    await cast.anna.press("改类别")
    assert "类别：其他" in lines(await cast.anna.press("其他"))
    trail = await cast.admin.ask("/audit 1")
    assert [line[line.index("：") + 1 :] for line in lines(trail) if "改问题类别" in line] == [
        "改问题类别第 1 号：帮扶服务 → 其他（消息 4）",
        "改问题类别第 1 号：工会经费 → 帮扶服务（消息 4）",
    ]


async def test_who_may_not_carry_it_on_is_not_offered_to_change_it(cast: Cast) -> None:
    await cast.anna.ask(NEW)
    await cast.anna.press("保存")
    assert (await cast.bo.ask("/issue 1")).buttons == [["返回清单"]]


async def test_the_open_issues_of_a_category(cast: Cast) -> None:
    texts = [*(f"第{number}所学校职工宿舍没有热水" for number in range(11)), "工会经费返还慢", "没有雨伞"]
    for text in texts:
        await cast.anna.ask(f"/issue 修水县{text}")
        await cast.anna.press("暂不定")
        await cast.anna.press("保存")
    first = await cast.anna.ask("/issues")
    assert first.buttons[-1] == ["按类别看"]
    assert (await cast.anna.press("按类别看")).buttons == [
        ["职工生活 11", "工会经费 1"],
        ["其他 1"],
        ["共性问题", "返回清单"],
    ]
    assert lines(await cast.anna.press("职工生活 11"))[0] == "未解决的问题：职工生活（共 11 个）"
    assert (await cast.anna.press("下一页")).buttons == [["11"], ["上一页"]]
    assert lines(await cast.admin.ask("/issues 经费"))[0] == "未解决的问题：工会经费（共 1 个）"
    assert lines(await cast.admin.ask("/issues 劳模"))[0] == "没有这一类未解决的问题。"


async def test_problems_of_several_counties_are_listed_with_them(cast: Cast) -> None:
    assert (await cast.admin.ask("共性问题有哪些？")).text == "没有几个县都有的问题。"
    for text in ("修水县没有活动场地", "武宁县活动场地不够", "都昌县缺少活动场所", "都昌县工会经费返还慢"):
        await cast.admin.ask(f"/issue {text}")
        await cast.admin.press("暂不定")
        await cast.admin.press("保存")
    told = [
        "共性问题",
        "几个县都有、都没有解决的同一个问题。",
        "“没有活动场地”3 个县：修水县、武宁县、都昌县",
    ]
    for words in ("共性问题有哪些？", "哪些县有同样的问题"):
        assert lines(await cast.bo.ask(words)) == told
    assert lines(await cast.bo.ask("经费方面的问题有哪些"))[0] == "未解决的问题：工会经费（共 1 个）"
    # Of a category that nobody knows not all are the answer.
    assert (await cast.bo.ask("县里领域的问题有哪些")).text.startswith("这个我答不上来")
    assert (
        lines(await cast.bo.ask("都昌县阵地方面有哪些问题？"))[0] == "都昌县未解决的问题：服务阵地（共 1 个）"
    )
