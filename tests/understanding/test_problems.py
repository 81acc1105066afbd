from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from understanding import Intent, Reader

NOW = datetime(2023, 5, 10, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def read(readers: Mapping[str, Reader], text: str) -> list[tuple[str | None, str, str | None]]:
    issues = readers["jiujiang"].read(text, NOW).issues
    return [(i.county.value, i.summary.value, i.resolver.value) for i in issues]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("武宁县：渡船停航，货车进不来，请县政府协调", "渡船停航，货车进不来"),
        ("武宁的保安师傅说夜里值班室冷得睡不着", "夜里值班室冷得睡不着"),
        ("武宁县宋溪镇宿舍水管裂了，请街道派人修", "宋溪镇宿舍水管裂了"),
        ("昨天去了武宁，没什么大问题，就是食堂离车间太远", "食堂离车间太远"),
        ("武宁县提出培训名额太少，想请市总多给一点", "培训名额太少"),
    ],
)
def test_reads_problems_by_families_of_words(text: str, summary: str, readers: Mapping[str, Reader]) -> None:
    assert [found[1] for found in read(readers, text)] == [summary]


@pytest.mark.parametrize(
    "text",
    [
        "昨天去武宁走访，没遇到什么困难",
        "昨天到武宁，那边化解了一起欠薪纠纷",
        "武宁那边大家都挺好的，没意见，上午视频聊的",
        "武宁县总自己办的歌咏会我们没派人，8号只打了个电话",
    ],
)
def test_what_is_no_problem(text: str, readers: Mapping[str, Reader]) -> None:
    assert read(readers, text) == []


def test_a_problem_of_both_counties_is_two(readers: Mapping[str, Reader]) -> None:
    found = read(readers, "5月8日走访武宁，5月9日走访修水，都是实地；两县均反映护林员补贴低，请市总研究")
    assert [(county, resolver) for county, _, resolver in found] == [
        ("武宁县", "union_resources"),
        ("修水县", "union_resources"),
    ]


def test_each_problem_has_the_resolver_that_takes_up_its_words(readers: Mapping[str, Reader]) -> None:
    text = "武宁县反映：一是澡堂太旧；二是工资卡被冻结。工资卡请人社局解决，澡堂由县总自己修。"
    assert [resolver for _, _, resolver in read(readers, text)] == ["county_itself", "party_government"]


@pytest.mark.parametrize(
    ("text", "resolver"),
    [
        ("武宁县浴室太小，县总想请市总补助", "union_resources"),
        ("武宁县浴室太小，县总已向县委打了报告，请县委研究", "party_government"),
        ("武宁县浴室太小，请武宁县总自行扩建", "county_itself"),
        ("武宁县浴室太小，请省教育厅协调", "party_government"),
        ("武宁县浴室太小，让市总的法律部出面", "union_resources"),
        ("武宁县浴室太小，县总说没办法", None),
    ],
)
def test_who_is_asked_to_solve_it(text: str, resolver: str | None, readers: Mapping[str, Reader]) -> None:
    assert [found[2] for found in read(readers, text)] == [resolver]


@pytest.mark.parametrize(
    "text", ["武宁浴室太小的问题已整改，申请销号", "事项|武宁县浴室缺热水\n进度|已修好\n意见|销号"]
)
def test_news_of_an_old_problem_is_no_new_one(text: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(text, NOW)
    assert (reading.intent, reading.issues) == (Intent.ISSUE, ())
