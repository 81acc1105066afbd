"""Standing duties of cities: several events of a day, a meeting that is a contact too, a department's own."""

from pathlib import Path

from campaign.vocabulary import Role
from tests.bot.plays import playing
from tests.handlers.campaigns import Posts, fill
from tests.handlers.cast import Cast, lines
from tests.handlers.conftest import HASTY
from tests.rehearsal_world import ADMIN, ANNA, BO

OFFICE: Posts = {
    ADMIN: ("演示管理员", Role.ADMIN),
    ANNA: ("演示办公室主任", Role.CONTACT_PERSON),
    BO: ("组织和宣教网络部", Role.DEPARTMENT),
}


async def test_several_events_of_a_day_are_as_many_records(tmp_path: Path) -> None:
    url = fill(f"sqlite:///{tmp_path / 'meishan.sqlite3'}", "meishan-2022", OFFICE)
    async with playing(tmp_path, url, HASTY, flood=False) as play:
        anna = Cast(play).anna
        card = await anna.ask("东坡区昨天办了3场线上普惠活动")
        assert lines(card)[1:3] == ["事项：线上普惠活动", "县：东坡区（3 次）"]
        saved = await anna.press("保存")
        assert lines(saved)[-1].endswith("已 3 次，应 5 次。")
        assert "· 线上普惠活动（还差 2 次，至" in (await anna.ask("/brief 东坡区")).text
        assert "普惠活动 0/6" in (await anna.ask("/status")).text
        await anna.ask("东坡区、彭山区今天各办了一场线上活动")
        assert "彭山区" in (await anna.press("保存")).text


async def test_a_meeting_that_is_a_contact_too_is_both_by_one_more_tap(tmp_path: Path) -> None:
    url = fill(f"sqlite:///{tmp_path / 'dazhou.sqlite3'}", "dazhou-2022", OFFICE)
    async with playing(tmp_path, url, HASTY, flood=False) as play:
        anna = Cast(play).anna
        card = await anna.ask("昨天市总书记到通川区，和区委书记见面")
        assert lines(card)[1:3] == ["县：通川区", "日期：2月19日（周日，昨天）"]
        assert card.buttons[0] == ["也记为：书记见面"]
        await anna.press("也记为：书记见面")
        await anna.press("保存")
        assert "书记见面 1/7" in (await anna.ask("/status")).text
        owed = await anna.ask("/duties")
        assert "我联系的县还没办：达川区" in lines(owed)


async def test_a_department_logs_its_own(tmp_path: Path) -> None:
    url = fill(f"sqlite:///{tmp_path / 'jiujiang.sqlite3'}", "jiujiang-2022", OFFICE)
    async with playing(tmp_path, url, HASTY, flood=False) as play:
        cast = Cast(play)
        card = await cast.bo.ask("2月15日向党组汇报了")
        assert lines(card)[1:3] == ["事项：半年向市总党组汇报", "承办：组织和宣教网络部"]
        assert lines(await cast.bo.press("保存"))[-1].endswith("已 1 次，应 1 次。")
        refused = await cast.anna.ask("2月15日向党组汇报了")
        assert refused.text.startswith("这项操作只有该县的联系领导和联系人、承办的部门或本人")
        assert "还没办 0 位" in (await cast.admin.ask("/duties")).text
