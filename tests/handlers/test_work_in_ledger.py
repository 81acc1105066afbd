"""/export where the rules have standing duties and tasks: two more sheets, of one's own or of all."""

from importlib import import_module
from io import BytesIO
from typing import Any

import aiohttp

from tests.handlers.cast import Cast
from tests.rehearsal_client import Player


async def _book(cast: Cast, who: Player) -> Any:
    document = (await who.ask("/export")).last.view["document"]
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{cast.rehearsal.url}{document['url']}") as file,
    ):
        return import_module("openpyxl").load_workbook(BytesIO(await file.read()))


async def test_duties_and_tasks_stand_in_sheets_of_their_own(anhui: Cast) -> None:
    await anhui.anna.ask("无为市昨天开了联席会议")
    await anhui.anna.press("保存")
    await anhui.anna.ask("任务3：已印发方案")
    await anhui.anna.press("记为推进中")
    book = await _book(anhui, anhui.anna)
    assert book.sheetnames[-2:] == ["常设事项", "任务台账"]
    head, *rows = book["常设事项"].iter_rows(values_only=True)
    assert head == ("事项", "由谁承办", "设区市", "时段", "应办次数", "已办次数", "状态")
    assert {row[1] for row in rows} == {"相山区", "无为市"}
    done = ("县级工会与政府联席会议", "无为市", "芜湖市", "2023年1月1日至9月30日", 1, 1, "已办")
    assert [row for row in rows if row[5]] == [done]
    tasks = list(book["任务台账"].iter_rows(values_only=True))
    assert len(tasks) == 17
    assert tasks[3][0] == 3
    assert tasks[3][5:7] == ("推进中", "已印发方案")
    assert str(tasks[3][7])[:10] == "2023-02-20"
    whole = await _book(anhui, anhui.admin)
    assert sum(row[0] == done[0] for row in whole["常设事项"].iter_rows(values_only=True)) == 104


async def test_without_duties_and_tasks_there_are_no_such_sheets(cast: Cast) -> None:
    assert (await _book(cast, cast.anna)).sheetnames[-1] == "未登记联系"
