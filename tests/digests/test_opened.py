"""Which figures of a digest open a list: those that its text shows, none that is zero or was left out."""

import re
from datetime import date

import pytest

from campaign.listing import AmendedRow, Leaf
from campaign.vocabulary import Channel
from digests.edits import NO_EDITS, Edits
from digests.opened.figures import Figure, Opened, needed, openable, parts, read_opened
from digests.opened.rows import Behind
from digests.outgoing import opening
from digests.report import digest_report
from handlers.figures.rows import line
from handlers.figures.texts import label
from tests.digests.test_chat_text import GOLDEN

EVERYTHING = GOLDEN["everything"]


def test_every_number_that_is_told_opens() -> None:
    figures = openable(EVERYTHING)
    sums = {part: n for whole in figures for part, n in parts(EVERYTHING, whole).items()}
    keys = ("window:two_month", "overall", "issues", "duties")
    told = [line for block in digest_report(EVERYTHING).blocks if block.key in keys for line in block.lines]
    numbers = {int(n) for n in re.findall(r"(?<![\d年月]) (\d+) (?=[个次条位])", " ".join(told))}
    # What is owed, done and needed of the quota stands with each county; `missing` with each that lacks.
    summed = {EVERYTHING.quota.owed, EVERYTHING.quota.done, EVERYTHING.quota.owed - EVERYTHING.quota.done}
    of_all = {EVERYTHING.missing, 0, EVERYTHING.quota.required, 8, 1}
    assert numbers - {*figures.values(), *sums.values()} <= summed | of_all


def test_labels_say_what_they_open() -> None:
    shown = [label(EVERYTHING, opened, number) for opened, number in openable(EVERYTHING).items()]
    assert shown[:4] == ["已登记 4", "未登记 4", "联系次数 4", "上期已登记 3"]
    assert {"改正 2", "撤销 1", "联席会议 未办 6", "联席会议 已办 2", "本级联系过 5", "各市 2"} <= {*shown}
    assert len(shown) == len(set(shown))
    merged = GOLDEN["merged"]
    later = [label(merged, opened, number) for opened, number in openable(merged).items() if opened.section]
    assert later[0].startswith("季度 · 已登记 ")


@pytest.mark.parametrize("name", GOLDEN)
def test_no_figure_is_zero_and_each_is_read_back(name: str) -> None:
    for opened, number in openable(GOLDEN[name]).items():
        assert number > 0
        assert read_opened(opened.written) == opened
        assert needed(opened.figure)


def test_the_list_of_whom_nobody_contacted_has_a_button_only_where_it_is_told() -> None:
    def labels(name: str, edits: Edits = NO_EDITS) -> list[str]:
        return [words for row in opening(GOLDEN[name], edits) for words, _ in row]

    assert labels("everything") == ["未登记名单", "数字明细"]
    assert labels("everything", Edits(omitted=("uncovered",))) == ["数字明细"]
    assert labels("one_county") == ["数字明细"]


def test_what_was_corrected_is_told_before_and_after() -> None:
    changes = (
        ("channel", "phone", "onsite"),
        ("day", "2023-01-05", "2022-12-30"),
        ("leader_present", None, True),
    )
    row = AmendedRow(7, "演示市", "演示<县", date(2022, 12, 30), Channel.ONSITE, changes)
    found = Behind(EVERYTHING, Opened(Figure.CORRECTED), 1, Leaf(0, 10), 1, [row], (), {})
    assert line(row, found) == (
        "· 演示市演示&lt;县 · 2022年12月30日 · 实地 · 第 7 号："
        "方式 电话 → 实地，日期 1月5日 → 2022年12月30日，领导到场 未写 → 是"
    )


def test_figures_of_a_part_left_out_do_not_open() -> None:
    rest = openable(EVERYTHING, Edits(omitted=("duties", "overall", "issues")))
    assert not {Figure.DUTY, Figure.MET, Figure.TIER, Figure.OPEN} & {opened.figure for opened in rest}
    assert Opened(Figure.RAISED) not in rest or EVERYTHING.sections[0].raised
