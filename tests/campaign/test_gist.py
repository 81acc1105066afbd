"""The same problem in other words has the same print; another problem has another, whatever it shares."""

from itertools import combinations

import pytest

from campaign.gist import gist_of

SAME = [
    (
        "工会经费返还太慢",
        "基层工会经费返还晚了一个季度",
        "经费返还滞后",
        "工会经费返还不及时",
        "工会经费返还周期太长",
    ),
    ("没有活动场地", "活动阵地不足", "缺少活动场所", "活动场地不够", "工会活动阵地短缺"),
    ("乡镇工会没有专职人员", "乡镇没有专职工会干部", "乡镇工会缺少专干", "黄沙镇工会没有专人"),
    ("县总工会主席空缺八个月", "总工会主席一职空了半年", "工会主席长期空缺"),
    ("社会化工会工作者流失严重", "社会化工作者流失", "社会化工会工作者流失较多"),
    ("户外站点缺少饮水机", "户外劳动者驿站没有饮水机", "爱心驿站缺饮水机"),
    ("拖欠工资", "存在拖欠工资问题", "个别企业工资拖欠"),
    ("职工之家没有经费", "职工之家工会经费紧张"),
    ("职工书屋没有经费", "职工书屋经费不足"),
]


@pytest.mark.parametrize("texts", SAME[:6], ids=lambda texts: texts[0])
def test_the_same_problem_in_other_words(texts: tuple[str, ...]) -> None:
    assert len({gist_of(text) for text in texts}) == 1


def test_different_problems_are_told_apart() -> None:
    groups = [{gist_of(text) for text in texts} for texts in SAME]
    assert not [pair for pair in combinations(groups, 2) if pair[0] & pair[1]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("职工书屋没有经费", "职工之家没有经费"),
        ("乡镇工会主席空缺", "企业工会主席空缺"),
        ("驿站空调坏了", "驿站热水器坏了"),
        ("没有食堂", "没有厕所"),
        ("工会经费返还慢", "工会经费拨缴慢"),
        ("女职工没有哺乳室", "女职工没有更衣室"),
        ("经费", "没有"),
    ],
)
def test_one_word_makes_another_problem(first: str, second: str) -> None:
    assert gist_of(first) != gist_of(second)


def test_the_countys_own_name_is_no_part_of_the_problem() -> None:
    assert gist_of("湖口县总工会没有场地", "湖口县") == gist_of("瑞昌市场地不足", "瑞昌市")
    assert gist_of("修水没有场地", "修水县") == gist_of("没有场地", "武宁县")


def test_what_says_nothing_else_keeps_its_own_words() -> None:
    assert gist_of("没有") != gist_of("存在问题")
    assert len(gist_of("")) == len(gist_of("工会" * 200)) == 16
