"""The ledger's workbook, loaded back: what was typed is text, days are days, the head stays and filters."""

from datetime import UTC, date, datetime
from importlib import import_module
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.ledger import ContactLine, IssueLine, PracticeLine
from campaign.vocabulary import Channel, IssueState, Resolver
from digests.ledger import sheets
from digests.ledger.table import Sheet
from digests.ledger.workbook import LONGEST, workbook

ZONE = ZoneInfo("Asia/Shanghai")
MOMENT = datetime(2023, 2, 20, 1, 30, 5, 7, tzinfo=UTC)
CONTACT = ContactLine(
    12,
    "修水县",
    "九江市",
    date(2023, 2, 20),
    Channel.ONSITE,
    12,
    "演示经审办主任",
    False,
    "演示常务副主席",
    "演示经审办主任",
    "演示经审办主任",
    MOMENT,
    MOMENT,
)
ISSUE = IssueLine(
    3,
    "修水县",
    "九江市",
    date(2023, 2, 1),
    "活动阵地不足",
    Resolver.UNION_RESOURCES,
    date(2023, 2, 15),
    IssueState.OPEN,
    None,
    None,
    "已报县委",
    "演示经审办主任",
    "venues",
)


def loaded(*made: Sheet) -> Any:
    return import_module("openpyxl").load_workbook(BytesIO(workbook(made)))


def values(sheet: Any) -> list[tuple[object, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def one_text(text: str) -> Any:
    return loaded(Sheet("一", (("头", 10),), [(text,)]))["一"]["A2"]


def test_a_contact_with_its_day_and_its_moments() -> None:
    sheet = loaded(sheets.contacts([CONTACT], ZONE))["联系记录"]
    heads, line = values(sheet)
    assert heads[:5] == ("编号", "县级工会", "设区市", "联系日期", "方式")
    assert line == (
        12,
        "修水县",
        "九江市",
        datetime(2023, 2, 20),  # noqa: DTZ001 - what a workbook says has no zone
        "实地",
        12,
        "演示经审办主任",
        "否",
        "演示常务副主席",
        "演示经审办主任",
        "演示经审办主任",
        datetime(2023, 2, 20, 9, 30, 5),  # noqa: DTZ001 - what a workbook says has no zone
        datetime(2023, 2, 20, 9, 30, 5),  # noqa: DTZ001 - what a workbook says has no zone
    )
    assert (sheet["D2"].is_date, sheet["D2"].number_format) == (True, "yyyy-mm-dd")


def test_the_head_stays_and_filters_over_all_rows() -> None:
    sheet = loaded(sheets.contacts([CONTACT] * 3, ZONE))["联系记录"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:M4")
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["G"].width == 30
    empty = loaded(sheets.practices([]))["经验清单"]
    assert (empty.freeze_panes, empty.auto_filter.ref) == ("A2", "A1:G1")


def test_issues_open_late_and_closed() -> None:
    closed = ISSUE._replace(
        state=IssueState.CLOSED,
        closed_on=date(2023, 2, 18),
        result="场地已交付",
        resolver=None,
        category=None,
    )
    _, late, done = values(
        loaded(sheets.issues([ISSUE, closed], date(2023, 2, 20), {"venues": "服务阵地"}))["问题清单"]
    )
    assert late[5:13] == (
        "服务阵地",
        "上级工会",
        datetime(2023, 2, 15),  # noqa: DTZ001 - what a workbook says has no zone
        "未解决",
        5,
        None,
        None,
        "已报县委",
    )
    assert (done[5], done[6], done[8:10], done[11]) == ("其他", None, ("已销号", None), "场地已交付")


def test_practices_stand_as_they_are() -> None:
    line = PracticeLine(1, "德安县", "九江市", date(2023, 2, 1), "“一站式”服务", "演示经济部部长")
    sheet = loaded(sheets.practices([line, line._replace(chosen=True)]))["经验清单"]
    assert [row[4:] for row in values(sheet)] == [
        ("经验做法", "录入人", "选用"),
        ("“一站式”服务", "演示经济部部长", None),
        ("“一站式”服务", "演示经济部部长", "是"),
    ]


@pytest.mark.parametrize(
    "typed",
    ["=1+1", '=HYPERLINK("http://x","y")', "+86 10", "-3", "@SUM(A1)", "\t=1", "#N/A", "#REF!", "=", "TRUE"],
)
def test_nothing_that_was_typed_is_a_formula(typed: str) -> None:
    cell = one_text(typed)
    assert cell.data_type in {"s", "inlineStr"}
    assert cell.value == typed
    assert bool(cell.quotePrefix) is (typed != "TRUE")


def test_what_a_cell_cannot_hold_is_left_out() -> None:
    assert one_text("上\x00午\x0b座\x1f谈\ud83d！\uffff").value == "上午座谈！"
    assert one_text("一行\r\n二行\r三行").value == "一行\n二行\n三行"
    assert len(str(one_text("长" * 40_000).value)) == LONGEST


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=5))
def test_whatever_is_typed_the_file_opens_and_has_no_formula(typed: list[str]) -> None:
    sheet = loaded(Sheet("一", (("头", 10),), [(text,) for text in typed]))["一"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert len(cells) == len(typed)
    assert not [cell for cell in cells if cell.data_type in {"f", "e"}]
