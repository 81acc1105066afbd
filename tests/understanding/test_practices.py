from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Reader

NOW = datetime(2023, 5, 10, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def read(readers: Mapping[str, Reader], text: str) -> list[str]:
    return [practice.summary.value for practice in readers["jiujiang"].read(text, NOW).experiences]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("武宁县总把夜校搬上渡船，人学得进，我看别的地方完全可以照着来", "把夜校搬上渡船"),
        ("武宁县总每月办一次渡口茶话，我建议放进经验清单", "每月办一次渡口茶话"),
        ("武宁县总把夜校搬上渡船，市里准备在全市推", "把夜校搬上渡船"),
        ("建议把武宁县的“渡口岗”收进经验：赶集那天工会在渡口支张桌子", "“渡口岗”收进"),
        ("武宁县总把夜校搬上渡船，领导说好，让写个材料", "把夜校搬上渡船"),
        ("武宁县货船多，县总把夜校搬上渡船，宜在沿江县推行", "把夜校搬上渡船"),
    ],
)
def test_reads_what_others_could_take_up(text: str, summary: str, readers: Mapping[str, Reader]) -> None:
    (found,) = read(readers, text)
    assert found.startswith(summary) or summary.startswith(found)


@pytest.mark.parametrize(
    "words",
    [
        "发现活动阵地不足，经验是职工夜校办得好",
        "问题：活动阵地不足，经验：职工夜校办得好",
        "反映活动阵地不足；亮点是职工夜校办得好",
    ],
)
def test_a_problem_told_before_a_practice_is_kept(words: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(f"昨天到武宁县实地调研，{words}", NOW)
    assert [problem.summary.value for problem in reading.issues] == ["活动阵地不足"]
    assert [practice.summary.value for practice in reading.experiences] == ["职工夜校办得好"]


def test_a_problem_that_a_practice_met_is_none(readers: Mapping[str, Reader]) -> None:
    words = "昨天到武宁县实地调研，缺活动阵地，他们的做法是借用学校操场，值得推广"
    assert readers["jiujiang"].read(words, NOW).issues == ()


@pytest.mark.parametrize(
    ("words", "summary"),
    [
        ("县里“流动书屋”做法挺好", "“流动书屋”做法"),
        ("“流动书屋”不错", "“流动书屋”"),
        ("“流动书屋”很受职工欢迎", "“流动书屋”"),
        ("县里的流动书屋做法挺好，可以推广", "流动书屋"),
        ("县总推行的厂务公开栏制度可以推广", "厂务公开栏制度"),
        ("职工夜校办得好，值得推广", "职工夜校"),
        ("经验是职工夜校办得好", "职工夜校办得好"),
        ("另外他们正在搞“夜校进车间”，报名的人很多，经验可以学", "“夜校进车间”"),
        ("县里有个好做法，厂门口每周摆一次法律咨询台", "厂门口每周摆一次法律咨询台"),
    ],
)
def test_reads_what_is_praised_in_passing(words: str, summary: str, readers: Mapping[str, Reader]) -> None:
    assert read(readers, f"昨天去武宁县座谈，15人参加，{words}") == [summary]


@pytest.mark.parametrize(
    "words",
    ["听了主要做法", "各项工作搞得不错，值得肯定", "交流了好的做法", "工作做法挺好", "“回头看”工作做得不错"],
)
def test_praise_in_general_names_no_practice(words: str, readers: Mapping[str, Reader]) -> None:
    assert read(readers, f"昨天去武宁县座谈，15人参加，{words}") == []


def test_a_list_is_praised_as_a_whole(readers: Mapping[str, Reader]) -> None:
    text = "武宁县的做法主要有：一是把夜校搬上渡船；二是给船工发救生手环。两条都有复制价值。"
    assert read(readers, text) == ["把夜校搬上渡船", "给船工发救生手环"]


@pytest.mark.parametrize(
    "text",
    [
        "上次反映的武宁县停车问题，县里划了八十个车位，职工很满意",
        "武宁县新招的工人只能租城中村，请市政府扩建",
        "以上事项武宁县均已办结，职工满意，同意销号",
        "武宁县的亮点做法是否真管用，下周实地核查",
    ],
)
def test_what_is_no_practice(text: str, readers: Mapping[str, Reader]) -> None:
    assert read(readers, text) == []


def test_what_a_practice_met_is_no_problem(readers: Mapping[str, Reader]) -> None:
    text = "武宁县山多网点少，县总把驿站设进小卖部，其他山区县可以照搬"
    assert readers["jiujiang"].read(text, NOW).issues == ()
