from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Lexicon, Reader
from understanding.clauses import split
from understanding.outline import OutlineReader, Part

NOW = datetime(2023, 5, 10, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
REPORT = """关于赴武宁县对口联系的报告
一、值得推广的做法
1.把夜校办到码头；
2.每月开一次“车间茶话”。
二、存在问题
1.渡口候船室钥匙在个人手里；
2.食堂离车间太远。
三、办理意见
第1条请县交通局协调，6月底前；第2条由县总自行解决。
特此报告。"""


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("存在：", Part.PROBLEMS),
        ("二、存在的主要问题\n", Part.PROBLEMS),
        ("（三）可供参考的经验。", Part.PRACTICES),
        ("处理意见：", Part.SOLUTIONS),
        ("调研内容：", Part.AGENDA),
        ("今天去了武宁。", None),
    ],
)
def test_headings_are_known_by_their_words(heading: str, part: Part | None, lexicon: Lexicon) -> None:
    plain = heading.translate(str.maketrans("：（）", ":()"))
    outline = OutlineReader(lexicon).read(plain, split(plain, lexicon))
    assert outline.headings.get(0) is part


def test_a_report_is_read_by_its_parts(readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(REPORT, NOW)
    issues = [
        (i.summary.value, i.due.value and i.due.value.isoformat(), i.resolver.value) for i in reading.issues
    ]
    assert [e.summary.value for e in reading.experiences] == ["把夜校办到码头", "每月开一次“车间茶话”"]
    assert issues == [
        ("渡口候船室钥匙在个人手里", "2023-06-30", "party_government"),
        ("食堂离车间太远", None, "county_itself"),
    ]


def test_items_behind_a_bare_word_are_all_problems(readers: Mapping[str, Reader]) -> None:
    text = "武宁县。存在：1.会费拖到年底才报；2.哺乳室改成了库房。"
    issues = readers["jiujiang"].read(text, NOW).issues
    assert [issue.summary.value for issue in issues] == ["会费拖到年底才报", "哺乳室改成了库房"]


def test_what_is_to_be_looked_at_is_no_record(readers: Mapping[str, Reader]) -> None:
    text = "拟于5月20日到武宁县调研。调研内容：一是骑手入会的问题；二是站点建设的好做法。"
    reading = readers["jiujiang"].read(text, NOW)
    assert (reading.issues, reading.experiences) == ((), ())
