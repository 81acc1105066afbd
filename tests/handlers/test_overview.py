"""What people ask, after one visit was logged."""

import re

from campaign.roster import read_roster
from handlers.commands import COMMANDS, Audience
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.admin.tables import shipped
from tests.handlers.cast import VISIT, Cast, lines


async def test_overviews_agree_before_and_after_a_record(cast: Cast) -> None:
    assert lines(await cast.anna.ask("/my"))[1] == "修水县 · 已 0 次，应 2 次，余 315 天 · 从未登记联系"
    assert "· 修水县（联系领导 演示常务副主席，联系人 演示经审办主任）" in lines(
        await cast.anna.ask("/uncovered")
    )
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    assert lines(await cast.anna.ask("/my")) == [
        "我联系的县（每年实地调研，至12月31日）",
        "修水县 · 已 1 次，应 2 次，余 315 天 · 本期联系 1 次",
    ]
    uncovered = await cast.anna.ask("/uncovered")
    assert lines(uncovered)[:2] == [
        "未登记联系的县（本期 2022年12月28日至2023年2月27日，余 8 天）",
        "开展以来从未登记联系（12 个）",
    ]
    assert "修水县" not in uncovered.text
    assert "已登记联系 1 个，未登记联系 12 个" in (await cast.anna.ask("/status")).text
    assert lines(await cast.anna.ask("/status 修水县")) == [
        "修水县（本期已登记联系）",
        "联系领导：演示常务副主席，联系人：演示经审办主任",
        "每年实地调研：已 1 次，应 2 次，余 315 天；登记联系共 1 次",
        "进度：按期，还需 1 次",
        "最近联系：",
        "· 2月20日（周一，今天） · 实地 · 12 人 · 演示经审办主任 · 第 1 号",
        "未解决问题：",
        "· 第 1 号：活动阵地不足",
    ]


async def test_a_county_that_was_contacted_earlier_is_listed_with_its_last_day(cast: Cast) -> None:
    await cast.bo.ask("2022年12月5日到武宁县实地调研，座谈12人")
    await cast.bo.press("保存")
    uncovered = lines(await cast.bo.ask("/uncovered"))
    assert uncovered[-3:-1] == [
        "以前登记过，本期未登记联系（1 个）",
        "· 武宁县（联系领导 演示常务副主席，联系人 演示财务部部长），最近 2022年12月5日",
    ]


async def test_a_part_of_a_name_offers_counties(cast: Cast) -> None:
    offered = await cast.leader.ask("/status 修")
    assert lines(offered)[0] == "修水县（从未登记联系）"
    several = await cast.leader.ask("/status 县")
    assert several.text == "“县”可能是以下县，请选："
    assert lines(await cast.leader.press("都昌县（九江市）"))[0] == "都昌县（从未登记联系）"
    assert (await cast.leader.ask("/status <火星>")).text.startswith("没有叫“<火星>”的县。")


async def test_help_speaks_to_the_role(cast: Cast) -> None:
    for who, own in ((cast.admin, set(Audience)), (cast.anna, {Audience.EVERYBODY, Audience.PRIVATE})):
        helped = await who.ask("/help")
        assert len(lines(helped)) <= 12
        named = set(re.findall(r"/([a-z]+)", helped.text)) | {"start"}
        assert named == {command.word for command in COMMANDS if command.audience in own}
    assert (await cast.anna.ask("/nothing")).text == "没有这个命令。发送 /help 查看使用说明。"
    assert (await cast.admin.ask("/my")).text == "您没有对口联系的县。用 /status 查看总体进展。"


def _two_cities(unit: Unit) -> None:
    head, *rows = shipped()
    other = ["演示副主席一", "市总工会副主席", "演示县", "", "", "演示市"]
    table = [[*head, "设区市"], *([*row, "九江市"] for row in rows), other]
    unit.people.take_roster(CAMPAIGN, read_roster(table), unit.now)


async def test_each_city_stands_beside_the_whole_where_there_are_several(cast: Cast) -> None:
    assert "各市情况" not in lines(await cast.anna.ask("/status"))
    await cast.write(_two_cities)
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    assert lines(await cast.anna.ask("/status"))[-4:] == [
        "各市情况",
        "已登记联系的县/全部县，已有次数/应有次数：",
        "· 九江市 1/13 个县，1/26 次",
        "· 演示市 0/1 个县，0/2 次",
    ]
