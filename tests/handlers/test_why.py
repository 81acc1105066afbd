"""Every figure opens to the records behind it, for those who may read records."""

from datetime import date

from campaign.days import Days
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines

TWO_MORE = ("今天下午到修水县实地调研，座谈5人", "昨天给修水县打电话，了解会员发展情况")


async def _log(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    for text in TWO_MORE:
        await cast.anna.ask(text)
        await cast.anna.press("保存")


async def test_a_countys_figure_opens_to_its_records(cast: Cast) -> None:
    await _log(cast)
    await cast.leader.ask("/status 修水县")
    opened = lines(await cast.leader.press("数字从何而来"))
    assert opened[:3] == [
        "修水县：数字从何而来",
        "每年实地调研（2023年1月1日至12月31日）",
        "已 1 次，应 2 次，余 315 天（按期，还需 1 次）",
    ]
    verdicts = [line.split(" · ")[-1] for line in opened if line.startswith("· ")]
    assert sorted(verdicts) == ["同一天，不另计", "计 1 次", "这种方式不计"]
    assert all("归演示常务副主席" in line for line in opened if line.startswith("· "))
    assert lines(await cast.leader.ask("/why 修水")) == opened


async def test_the_figures_of_all_open_too(cast: Cast) -> None:
    await _log(cast)
    offered = await cast.leader.ask("/why")
    assert offered.buttons == [["数字明细", "各县进度"]]
    menu = await cast.leader.press("数字明细")
    assert lines(menu)[0] == "【演示】进展情况（截至2月20日 08:30）"
    contacts = lines(await cast.leader.press("联系次数 3"))
    assert contacts[0] == "登记联系 3 次"
    assert sum("修水县" in line for line in contacts) == 3
    assert (await cast.leader.press("返回")).last.labels == menu.last.labels
    assert len(lines(await cast.leader.press("未登记 12"))) == 2 + 12
    await cast.leader.ask("/status")
    progress = lines(await cast.leader.press("各县进度"))
    assert progress[0] == "每年实地调研（按期 1 个，未登记 12 个）"
    assert "· 修水县：已 1 次，应 2 次，余 315 天（按期，还需 1 次）" in progress


async def test_a_pause_is_told_with_its_reason(cast: Cast) -> None:
    def pause(unit: Unit) -> None:
        county = next(c for c in unit.people.counties(CAMPAIGN) if c.name == "修水县")
        days = Days(date(2023, 2, 18), date(2023, 3, 1))
        unit.pauses.begin(CAMPAIGN, county.id, days, "防汛")

    await cast.write(pause)
    assert "进度：暂停" in lines(await cast.anna.ask("/status 修水县"))
    assert "修水县 · 已 0 次，应 2 次，余 315 天 · 从未登记联系 · 暂停" in lines(await cast.anna.ask("/my"))
    assert "暂停：2月18日至2月28日，防汛" in lines(await cast.anna.ask("/why 修水县"))


async def test_who_may_not_read_records_gets_no_button(cast: Cast) -> None:
    def observe(unit: Unit) -> None:
        person = unit.people.add_person(CAMPAIGN, "演示观察员")
        unit.people.bind(cast.newcomer.person, CAMPAIGN, person.id, (Role.OBSERVER,), unit.now)

    await cast.write(observe)
    shown = await cast.newcomer.ask("/status")
    assert "已登记联系 0 个" in shown.text
    assert shown.buttons == []
    assert "修水县：数字从何而来" not in (await cast.newcomer.ask("/why 修水县")).text


async def test_a_word_that_means_several_counties_offers_them(cast: Cast) -> None:
    assert (await cast.leader.ask("/why 县")).text.startswith("“县”可能是以下县")
    assert lines(await cast.leader.press("都昌县（九江市）"))[0] == "都昌县：数字从何而来"
