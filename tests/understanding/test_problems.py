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
        ("昨天到武宁县开展调研，了解到企业建会积极性不高", "企业建会积极性不高"),
    ],
)
def test_reads_problems_by_families_of_words(text: str, summary: str, readers: Mapping[str, Reader]) -> None:
    assert [found[1] for found in read(readers, text)] == [summary]


@pytest.mark.parametrize(
    "text",
    [
        "昨天去武宁走访，没遇到什么困难",
        "昨天去武宁走访，了解到县总已建会三十家",
        "昨天到武宁，那边化解了一起欠薪纠纷",
        "武宁那边大家都挺好的，没意见，上午视频聊的",
        "武宁县总自己办的歌咏会我们没派人，8号只打了个电话",
    ],
)
def test_what_is_no_problem(text: str, readers: Mapping[str, Reader]) -> None:
    assert read(readers, text) == []


@pytest.mark.parametrize("lead", ["问题是", "主要问题是", "问题：", "主要问题在于"])
def test_a_visit_before_a_short_problem_is_no_part_of_it(lead: str, readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(f"昨天到武宁县实地调研，{lead}活动阵地不足", NOW)
    assert [contact.county.value for contact in reading.contacts] == ["武宁县"]
    assert [issue.summary.value for issue in reading.issues] == ["活动阵地不足"]


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


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("武宁县渡口的船工中午都蹲在岸边吃饭，请镇政府腾间屋", "渡口的船工中午都蹲在岸边吃饭"),
        ("武宁县反映会籍还挂在原来的合作社名下", "会籍还挂在原来的合作社名下"),
        ("武宁县的师傅说加油补贴还是老样子", "加油补贴还是老样子"),
        (
            "武宁县制衣厂工人连续上了二十多天，厂方说订单赶，请县劳动监察大队介入",
            "制衣厂工人连续上了二十多天",
        ),
        ("昨天去武宁，大家讲得最多的是船票一涨再涨", "船票一涨再涨"),
    ],
)
def test_reads_problems_by_what_stands_around_them(
    text: str, summary: str, readers: Mapping[str, Reader]
) -> None:
    assert [found[1] for found in read(readers, text)] == [summary]


@pytest.mark.parametrize(
    "text",
    [
        "上次反映的武宁县停车难问题，县里已经划了八十个车位",
        "武宁县反映的食堂涨价问题，经县总协调，企业已恢复原价",
        "武宁县总发来的材料里错别字太多，我退回去让他们改了",
        "请问武宁县谁的半年报还没交上来",
        "请武宁县总6月底前报送台账",
        "武宁县今天停水，大家接好水",
        "武宁县今天太冷了，注意保暖",
        "武宁县总昨天组织职工看电影，来晚的没抢到票",
        "武宁县的行程取消，领导临时有会走不开",
        "武宁县总今天没人上班，下午再打",
        "武宁县总说他们不缺钱，就想多办几场活动",
    ],
)
def test_what_is_no_new_problem(text: str, readers: Mapping[str, Reader]) -> None:
    assert read(readers, text) == []


def test_problems_told_by_number_stand_apart(readers: Mapping[str, Reader]) -> None:
    text = (
        "武宁县驿站空调坏了半个月，船工没地方喝水，县总说头一件自己找人修，第二件请镇政府出钱，都在5月20日前"
    )
    assert [(summary, resolver) for _, summary, resolver in read(readers, text)] == [
        ("驿站空调坏了半个月", "county_itself"),
        ("船工没地方喝水", "party_government"),
    ]


def test_items_beside_a_problem_are_problems(readers: Mapping[str, Reader]) -> None:
    text = "武宁县：1、副主席一职长期空缺；2、工会专干今年走了4个。"
    assert [found[1] for found in read(readers, text)] == ["副主席一职长期空缺", "工会专干今年走了4个"]


def test_what_somebody_keeps_is_no_solution(readers: Mapping[str, Reader]) -> None:
    text = "昨天座谈反映，武宁县渡口候船室钥匙由村干部保管，平时大门紧闭。建议县总工会专人管理。"
    ((_, summary, resolver),) = read(readers, text)
    assert (summary[-4:], resolver) == ("大门紧闭", "county_itself")
