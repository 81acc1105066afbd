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
        ["返回清单"],
    ]
    assert lines(await cast.anna.press("职工生活 11"))[0] == "未解决的问题（职工生活）（共 11 个）"
    assert (await cast.anna.press("下一页")).buttons == [["11"], ["上一页"]]
    assert lines(await cast.admin.ask("/issues 经费"))[0] == "未解决的问题（工会经费）（共 1 个）"
    assert lines(await cast.admin.ask("/issues 劳模"))[0] == "没有未解决的问题。"
