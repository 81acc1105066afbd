"""What to know before a visit, on one screen: asked for, or offered on a plan."""

import pytest

from tests.handlers.cast import Cast, lines

REPORTS = (
    "今天上午到修水县实地调研，座谈12人，发现活动阵地不足，请县里3月1日前解决",
    "昨天打电话联系修水县总，反映会费收缴难",
    "前天到武宁县实地调研，经验：职工夜校",
)
BRIEF = [
    "去修水县之前",
    "联系领导：演示常务副主席，联系人：演示经审办主任",
    "每年实地调研：已 1 次，应 2 次，余 315 天；登记联系共 2 次",
    "· 2月20日（周一，今天） · 实地 · 12 人 · 演示经审办主任 · 第 1 号",
    "· 2月19日（周日，昨天） · 电话 · 演示经审办主任 · 第 2 号",
    "未解决的问题（1 个）",
    "· 第 1 号：活动阵地不足（期限3月1日）；进展：县里已选好址",
    "近三个月解决的",
    "· 第 2 号：会费收缴难；结果：已补缴到位",
    "别县的经验，可以带去",
    "· 武宁县：职工夜校",
    "到了以后不妨问一问：上面的问题办得怎样，还有什么困难。回来发一句话即可登记。",
]


@pytest.fixture
async def told(cast_on_both: Cast) -> Cast:
    """Two contacts, a practice of another county, an issue under way and one that was solved."""
    anna = cast_on_both.anna
    for words in REPORTS:
        await anna.ask(words)
        await anna.press("保存")
    for number, label, words in ((1, "记进展", "县里已选好址"), (2, "销号", "已补缴到位")):
        await anna.ask(f"/issue {number}")
        await anna.press(label)
        await anna.ask(words)
    return cast_on_both


async def test_one_screen_before_a_visit(told: Cast) -> None:
    assert lines(await told.anna.ask("/brief 修水")) == BRIEF
    assert lines(await told.anna.ask("/brief")) == BRIEF
    assert lines(await told.anna.ask("/brief 都昌"))[3] == "还没有登记过联系。"


async def test_a_plan_offers_it(told: Cast) -> None:
    plan = await told.anna.ask("下周三去修水县调研")
    assert plan.buttons[-1] == ["去修水县之前看一眼"]
    assert lines(await told.anna.press("去修水县之前看一眼")) == BRIEF


async def test_a_word_that_means_no_county_or_several(cast: Cast) -> None:
    assert (await cast.anna.ask("/brief 没有的县")).text.startswith("没有叫“没有的县”的县")
    assert len((await cast.anna.ask("/brief 县")).buttons) == 8
    assert lines(await cast.anna.press("武宁县（九江市）"))[0] == "去武宁县之前"
    assert (await cast.admin.ask("/brief")).text == "请写县名，例如：/brief 修水县"
