"""/export: all for an admin, a liaison's own counties for him, a file that opens, and a row of audit each."""

from collections.abc import AsyncIterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.bot.plays import UNPACED, playing
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast
from tests.rehearsal_answers import Answers

NAME = "演示-联系台账-2023-02-20.xlsx"


@pytest.fixture
async def cast(filled: str, tmp_path: Path) -> AsyncIterator[Cast]:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        yield Cast(play)


async def opened_file(cast: Cast, answers: Answers) -> Any:
    document = answers.last.view["document"]
    assert document["name"] == NAME
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{cast.rehearsal.url}{document['url']}") as file,
    ):
        return import_module("openpyxl").load_workbook(BytesIO(await file.read()))


def column(sheet: Any, letter: str) -> list[object]:
    return [cell.value for cell in sheet[letter][1:]]


async def audited(cast: Cast) -> list[tuple[str, dict[str, Any]]]:
    rows = await cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 20))
    return [(row.subject, row.facts) for row in rows if row.action == "ledger.export"]


async def test_an_admin_gets_all_and_a_liaison_his_own(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.bo.ask("今天电话联系武宁县，=1+1")
    await cast.bo.press("保存")
    await cast.bo.ask("/issue 武宁县=HYPERLINK(1)职工食堂没有场地")
    await cast.bo.press("县级自身")
    await cast.bo.press("保存")
    sent = await cast.admin.ask("/export")
    assert sent.text.startswith("联系台账：全部县的联系记录、问题清单、经验清单、未登记联系")
    book = await opened_file(cast, sent)
    assert book.sheetnames == ["联系记录", "问题清单", "经验清单", "未登记联系"]
    assert column(book["联系记录"], "B") == ["修水县", "武宁县"]
    assert column(book["问题清单"], "B") == ["修水县", "武宁县"]
    assert len(column(book["未登记联系"], "A")) == 11
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type in {"f", "e"}]
    own = await opened_file(cast, await cast.bo.ask("/export"))
    assert column(own["联系记录"], "B") == ["武宁县"]
    assert column(own["未登记联系"], "A") == []
    assert await audited(cast) == [("演示财务部部长", {"counties": 1}), ("演示管理员", {"counties": "all"})]


async def test_what_was_withdrawn_is_not_in_it(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.anna.ask("/undo")
    book = await opened_file(cast, await cast.anna.ask("/export"))
    assert [column(book[name], "A") for name in book.sheetnames] == [[], [], [], ["修水县"]]


async def test_strangers_and_groups_get_nothing(cast: Cast) -> None:
    assert "document" not in (await cast.stranger.ask("/export")).last.view
    assert await audited(cast) == []
