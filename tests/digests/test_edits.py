"""What reviewers change of a digest: words, paragraphs, sections; the figures in their words stay right."""

import pytest

from digests.edits import Edits, edited, untrue
from digests.report import Block, ItemList, Report
from digests.retelling import astray, retold

THEN = ("县级工会 13 个：已登记联系 11 个，未登记联系 2 个。", "登记联系 16 次：实地 9 次，电话 4 次。")
NOW = (
    "县级工会 13 个：已登记联系 12 个，未登记联系 1 个。",
    "登记联系 18 次：实地 10 次，视频 1 次，电话 4 次。",
)
LISTED = (ItemList("未登记联系（2 个）：", ("修水县", "武宁县")),)


def report(lines: tuple[str, ...] = THEN) -> Report:
    blocks = (
        Block("window:two_month", "一、本期情况", lines),
        Block("overall", "二、总体情况", ("未解决问题 7 个。",)),
        Block("uncovered", "三、未登记联系的县级工会", (), LISTED),
    )
    return Report("双月调度", ("截至2023年2月27日 09:00",), blocks, ("注",))


def test_a_section_left_out_closes_up_the_numbers() -> None:
    told = edited(report(), Edits(omitted=("window:two_month",)))
    assert [block.heading for block in told.blocks] == ["一、总体情况", "二、未登记联系的县级工会"]


def test_words_replace_lines_and_paragraphs_come_last() -> None:
    edits = Edits(words={"uncovered": "请抓紧联系。\n\n月底前报结果。"}, added=("下一步：开座谈会。",))
    *_, listed, last = edited(report(), edits).blocks
    assert (listed.lines, listed.lists) == (("请抓紧联系。", "月底前报结果。"), LISTED)
    assert (last.heading, last.lines) == ("", ("下一步：开座谈会。",))


def test_a_day_on_which_all_rhythms_meet_has_more_than_ten_sections() -> None:
    blocks = tuple(Block(f"k{number}", "", (f"{number}",)) for number in range(12))
    told = edited(Report("周报", (), blocks, ()), Edits())
    assert [block.heading for block in told.blocks[-3:]] == ["十、", "十一、", "十二、"]


def test_what_is_edited_of_a_section_that_is_gone_is_left() -> None:
    assert edited(report(), Edits(words={"issues": "x"}, omitted=("duties",))) == report()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("本期共登记联系 16 次，形势很好。", "本期共登记联系 18 次，形势很好。"),
        ("实地9次，13 个县已登记联系 11 个", "实地10次，13 个县已登记联系 12 个"),
        ("全市登记联系 20 次", "全市登记联系 20 次"),
        ("未登记联系 2 个，开会 2 次", "未登记联系 1 个，开会 2 次"),
        ("三个县没有数字", "三个县没有数字"),
    ],
)
def test_numbers_that_are_the_sections_follow_its_figures(words: str, told: str) -> None:
    assert retold(words, THEN, NOW) == told
    assert astray(words, THEN, NOW) == ()


def test_numbers_of_which_nobody_knows_what_they_are_by_now_are_told() -> None:
    edits = Edits(words={"window:two_month": "电话 4 次。"}, bases={"window:two_month": THEN})
    assert untrue(report(), edits) == {}
    gone = ("登记联系 12 次：实地 12 次。",)
    assert edited(report(gone), edits).blocks[0].lines == ("电话 4 次。",)
    assert untrue(report(gone), edits) == {"window:two_month": ("4",)}
