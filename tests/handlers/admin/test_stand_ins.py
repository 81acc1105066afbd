"""Somebody is away, another looks after his counties; a county is handed over from a day that is past."""

from collections.abc import Mapping

from campaign.pairs import EVERYBODY
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines

SHOWN = [
    "2023年2月20日至2023年3月5日，由“演示财务部部长”代“演示经审办主任”联系：修水县。",
    "期间演示财务部部长登记的联系记在“演示经审办主任”的对口联系名下，提醒发给演示财务部部长；到期自动恢复。",
]


def _credited(unit: Unit) -> Mapping[str, int]:
    """Return how many contacts with 修水县 are credited to whom."""
    rows = unit.standings.rows(CAMPAIGN, unit.campaigns.plan(CAMPAIGN).definition.span, None, 50)
    found: dict[str, int] = {}
    for row in rows:
        if row.county == "修水县":
            found[row.liaison or "-"] = found.get(row.liaison or "-", 0) + 1
    return found


async def _away(cast: Cast, words: str = "演示财务部部长 3月5日") -> None:
    await cast.admin.ask("/people 经审办")
    assert (await cast.admin.press("请人代联系")).text.startswith("“演示经审办主任”离开期间由谁代联系？")
    await cast.admin.ask(words)


async def test_who_stands_in_has_the_counties_and_credit_is_the_pairs(cast: Cast) -> None:
    await _away(cast)
    assert lines(await cast.admin.press("确认"))[0].startswith("名单")
    assert (await cast.bo.hears("请您代演示经审办主任联系")).text.startswith(
        "2023年2月20日至2023年3月5日，请您代演示经审办主任联系：修水县。"
    )
    assert "由演示财务部部长代您联系：修水县" in (await cast.anna.hears("代您联系")).text
    assert any(line.startswith("修水县（代演示经审办主任联系）") for line in lines(await cast.bo.ask("/my")))
    await cast.bo.ask(VISIT)
    await cast.bo.press("保存")
    assert await cast.stored(_credited) == {"演示常务副主席": 1}


async def test_it_is_seen_on_both_cards_and_ended(cast: Cast) -> None:
    await _away(cast)
    await cast.admin.press("确认")
    card = await cast.admin.ask("/people 经审办")
    assert lines(card)[-1] == "2月20日至3月5日由演示财务部部长代联系"
    assert ["结束演示财务部部长代联系"] in card.buttons
    assert lines(await cast.admin.ask("/people 财务部"))[-1] == "2月20日至3月5日代演示经审办主任联系"
    ended = await cast.admin.press("结束代演示经审办主任联系")
    assert ended.toasts == ["已改好"]
    assert "2月20日至2月20日" in lines(ended)[-1]
    await cast.rehearsal.clock.move(to="2023-02-21T09:00:00+08:00")
    assert not any("修水县" in line for line in lines(await cast.bo.ask("/my")))
    await cast.bo.ask(VISIT)
    await cast.bo.press("保存")
    assert await cast.stored(_credited) == {"-": 1}
    trail = (await cast.admin.ask("/audit 演示经审办主任")).text
    assert "请人代联系" in trail
    assert "结束代联系" in trail


async def test_what_was_typed_before_it_was_told_is_credited_too(cast: Cast) -> None:
    await cast.bo.ask(VISIT)
    await cast.bo.press("保存")
    assert await cast.stored(_credited) == {"-": 1}
    await _away(cast, "演示财务部部长 2月18日至3月5日")
    await cast.admin.press("确认")
    assert await cast.stored(_credited) == {"演示常务副主席": 1}


async def test_what_names_nobody_or_no_days_is_asked_again(cast: Cast) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("请人代联系")
    for words, part in (
        ("演示财务部部长", "日期没有看懂"),
        ("演示无此人 3月5日", "“演示无此人”不在名单里"),
        ("演示经审办主任 3月5日", "与现在的一样"),
        ("演示财务部部长 2月30日", "日期没有看懂"),
    ):
        assert (await cast.admin.ask(words)).text.startswith(part)
    assert lines(await cast.admin.ask("演示财务部部长 3月5日")) == SHOWN


async def test_a_hand_over_holds_from_a_day_that_is_past(cast: Cast) -> None:
    for day, who in (("2月10日", cast.anna), ("2月16日", cast.bo)):
        await who.ask(f"{day}到修水县实地调研，座谈12人")
        await who.press("保存")
    assert await cast.stored(_credited) == {"演示常务副主席": 1, "-": 1}
    await cast.admin.ask("/people")
    await cast.admin.press("改某县的对口联系")
    shown = lines(await cast.admin.ask("修水县 演示副主席一 演示财务部部长 2月15日"))
    assert shown[0] == "修水县从2023年2月15日起：联系领导“演示副主席一”，联系人“演示财务部部长”。"
    await cast.admin.press("确认")
    assert await cast.stored(_credited) == {"演示常务副主席": 1, "演示副主席一": 1}
    pairs = await cast.stored(lambda unit: unit.standings.pairs(CAMPAIGN, EVERYBODY))
    since = {pair.liaison: pair.since.isoformat() for pair in pairs}
    assert since["演示副主席一"] == "2023-02-15"


async def test_a_day_to_come_or_outside_of_the_campaign_is_refused(cast: Cast) -> None:
    await cast.admin.ask("/people 经审办")
    await cast.admin.press("换人")
    for words in ("演示新任主任 2023年3月1日", "演示新任主任 2022年1月1日"):
        assert (await cast.admin.ask(words)).text.startswith("要写今天或以前的日子")
    taken = (await cast.admin.ask("演示新任主任 2月15日")).text
    assert "从2023年2月15日起对口联系：修水县。那天以后的联系按新的对口联系计算" in taken
