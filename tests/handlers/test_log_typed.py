"""What is typed while the form is open: answers in place of presses, ways out, whole reports."""

from datetime import date

import pytest

from handlers.log.actions import Days
from handlers.log.words import count_in, day_in
from tests.handlers.cast import Cast, lines

DAYS = Days(date(2022, 11, 15), date(2023, 2, 20), date(2023, 2, 20))
REPORT = "今天上午到德安县实地调研，座谈12人，发现缺经费"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("今天", date(2023, 2, 20)),
        ("昨天下午", date(2023, 2, 19)),
        ("前天", date(2023, 2, 18)),
        ("2月18日", date(2023, 2, 18)),
        ("2.18", date(2023, 2, 18)),
        ("12月3号", date(2022, 12, 3)),
        ("2023-02-18", date(2023, 2, 18)),
        ("2021年3月5日", date(2021, 3, 5)),
        ("2月30日", None),
        ("三天前", None),
        ("", None),
    ],
)
def test_a_day_in_a_few_words(typed: str, day: date | None) -> None:
    assert day_in(typed, DAYS) == day


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("12", 12),
        ("１２人", 12),
        ("大约12个人", 12),
        ("十二人", 12),
        ("二十", 20),
        ("两个", 2),
        ("一百二十", 120),
        ("很多", None),
        ("10到12人", None),
        ("今天上午到修水县，座谈12人", None),
        ("", None),
    ],
)
def test_a_number_in_a_few_words(typed: str, count: int | None) -> None:
    assert count_in(typed) == count


async def test_the_whole_form_can_be_typed(cast: Cast) -> None:
    anna = cast.anna
    await anna.ask("/log")
    for typed, question in (
        ("修水", "哪天联系的？"),
        ("上一步", "联系了哪个县？可点选，也可输入县名。"),
        ("修水", "哪天联系的？"),
        ("2月18日", "什么方式？"),
        ("电话", "多少人参加？可点选，也可输入数字。"),
        ("十二人", "谁去的？可点选，也可输入姓名。"),
        ("演示某部长", "联系领导到场了吗？"),
        ("未到场", "发现什么问题？每行写一个；没有就点“跳过”。"),
    ):
        assert lines(await anna.ask(typed)) == [question]
    summary = lines(await anna.ask("没有"))
    assert summary == [
        "请核对，无误请点“保存”",
        "县：修水县",
        "日期：2月18日（周六，前天）",
        "方式：电话",
        "人数：12 人",
        "谁去的：演示某部长（领导未到场）",
    ]


async def test_a_day_that_is_not_is_refused(cast: Cast) -> None:
    await cast.anna.ask("/log")
    await cast.anna.press("修水县")
    for typed in ("2月30日", "2021年3月5日", "2023年3月1日"):
        assert lines(await cast.anna.ask(typed))[0] == "这一天不能选：只登记工作期间内、已经发生的联系。"


async def test_a_report_typed_into_an_empty_form_becomes_a_card(cast: Cast) -> None:
    await cast.anna.ask("/log")
    card = await cast.anna.ask(REPORT)
    assert lines(card)[:2] == ["请核对，无误请点“保存”", "县：德安县"]
    assert lines(await cast.anna.press("保存"))[0] == "已保存"
    assert (await cast.anna.ask("/cancel")).text.startswith("没有正在填的表。")


async def test_a_report_typed_into_a_begun_form_leaves_the_form_as_it_was(cast: Cast) -> None:
    form = (await cast.anna.ask("/log")).last
    for label in ("修水县", "今天", "电话"):
        await cast.anna.press(label)
    card = await cast.anna.ask(REPORT)
    assert lines(card)[:2] == ["请核对，无误请点“保存”", "县：德安县"]
    await cast.anna.press("保存")
    assert lines(await cast.anna.press("8人", form.id)) == ["谁去的？可点选，也可输入姓名。"]
    assert await cast.contacts() == 1
