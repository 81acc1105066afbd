"""Every fault of a campaign's rules has a line, and a sentence that says how to mend it."""

import re
from pathlib import Path

import pytest

from bot.campaign_files import read_campaign
from bot.file_faults import UnusableFileError
from bot.mending.texts import FILE_FAULTS, sentence
from bot.rules_file import read_rules
from tests.bot.test_campaign_files import ROSTER, RULES, written
from tests.structure.sources import ROOT

QUOTA = "  - {id: two, name: 二, count: 1, window: campaign}\n"
DUTY = "duties:\n  - {id: talk, name: 见面, who: person, persons: [演示丁], count: 1, window: campaign}\n"


def told(path: Path) -> list[str]:
    """What is said about a file that cannot be used."""
    with pytest.raises(UnusableFileError) as caught:
        read_campaign(str(path))
    return [sentence(fault) for fault in caught.value.faults]


def told_of(folder: Path, text: str) -> list[str]:
    written(folder, ROSTER, "roster.csv")
    return told(written(folder, text))


def with_quota(**changes: str) -> str:
    """Rules with a second quota, some of whose fields are changed or added."""
    fields = {"id": "two", "name": "二", "count": "1", "window": "campaign"} | changes
    line = "  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}\n"
    return RULES.replace("digests:\n", line + "digests:\n")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (with_quota(window="rolling"), ["第 14 行：“quotas[2].window”是 rolling，却没有写多少天。请加一行"]),
        (with_quota(window="by_date"), ["第 14 行：“quotas[2].window”是 by_date，却没有写到哪一天为止。"]),
        (with_quota(days="30"), ["第 14 行：只有 window: rolling 才写“quotas[2].days”。请删去"]),
        (
            with_quota(window="by_date", by="2025-01-01"),
            ["是 2025-01-01，不在 2022-11-15 至 2023-12-31 之内"],
        ),
        (with_quota(id="onsite"), ["第 14 行：“quotas[2].id”是“onsite”，前面已有一项相同"]),
        (with_quota(carry_over="true"), ["多出的次数没有下一段可转"]),
        (with_quota(channels="[onsite, fax]"), ["“quotas[2].channels[2]”不能是“fax”。可以写：onsite、video"]),
        (with_quota(channels="[on_site]"), ["不能是“on_site”。可以写：", "（是不是想写“onsite”？）"]),
        (with_quota(channels="[实地]"), ["不能是“实地”。可以写：", "（是不是想写“onsite”？）"]),
        (with_quota(window="每季度"), ["不能是“每季度”", "（是不是想写“quarter”？）"]),
        (with_quota(次数="2"), ["不认识“quotas[2].次数”", "（是不是想写“count”？）"]),
        (with_quota(窗口="2"), ["不认识“quotas[2].窗口”。请删去或改正拼写。"]),
        (with_quota(window="每一对"), ["不能是“每一对”。可以写：campaign", "by_date。"]),
        (with_quota(windows="month"), ["不认识“quotas[2].windows”", "（是不是想写“window”？）"]),
        (with_quota(name="''"), ["“quotas[2].name”是空的。请写上"]),
        (with_quota(count="[1, 2]"), ["“quotas[2].count”写成了“几项内容”。应是一个整数"]),
        (RULES.replace("tier: city", "tier:"), ["第 4 行：“tier”是空的。请写上"]),
        (RULES.replace("count: 2", f"count: {'九' * 70}"), [f"写成了“{'九' * 60}…”。应是一个整数"]),
        (RULES.replace("[2, 4]", "[2, 14]"), ["第 17 行：“digests.two_month[2]”是 14，太大了。最多是 12"]),
        (RULES.replace("[2, 4]", "[2]\n  week: 8"), ["第 18 行：“digests.week”是 8，太大了。最多是 7"]),
        (
            RULES.replace(
                "[2, 4]", "[2]\n  audience: [{kinds: [party, 双月调度], groups: false, persons: [演示丁]}]"
            ),
            ["不能是“双月调度”", "（是不是想写“two_month”？）"],
        ),
        (
            RULES.replace("[2, 4]", "[2]\n  audience: [{kinds: [party], groups: false}]"),
            ["没有人收到。请写上发给谁"],
        ),
        (
            RULES.replace("[2, 4]", "[2]\n  audience: [{kinds: [party]}]"),
            ["第 18 行：“digests.audience[1].kinds[1]”是 party，上面却没有写它在哪些月发"],
        ),
        (
            RULES.replace("[2, 4]", "[2]\n  audience: [{kinds: [two_month], persons: [演示丁]}]"),
            ["第 18 行：“audience”里的“演示丁”，安排表和工作组里都没有"],
        ),
        (RULES.replace("[2, 4]", "2"), ["第 17 行：“digests.two_month”应是几项的列表"]),
        (RULES + "limits: 2\n", ["第 19 行：“limits”应是几个“字段: 内容”"]),
        (RULES + "limits: {least: 3}\n", ["第 19 行：“limits.most”是 2，比 least（3）还少"]),
        (RULES + "linked: [demo-one]\n", ["“linked[1]”是本专项工作自己。请删去"]),
        (RULES + "working_days: {2023: {holidays: [2022-01-03]}}\n", ["“working_days.2023.holidays[1]”"]),
        (RULES + DUTY, ["第 20 行：“见面”里的“演示丁”，安排表和工作组里都没有。请改成"]),
        (RULES + "aliases:\n  星子县: 庐山市\n", ["第 20 行：aliases 指向“庐山市”"]),
        (RULES.replace("start: 2022-11-15", "start: 2022-02-30"), ["第 6 行：“start”写成了“2022-02-30”"]),
        (RULES.replace("start: 2022-11-15", "start: 2022/11/15"), ["应写成 2022-11-15 这样的日期"]),
        (RULES.replace("title: 演示\n", "title：演示\n"), ["第 2 行：冒号是全角的“：”。请改成半角的"]),
        (RULES.replace("  day: 27", "\tday: 27"), ["第 15 行：行首用了制表符"]),
        (RULES.replace("[2, 4]", "[2, 4"), ["YAML 写法不对。请检查"]),
        ("a: " + "[" * 3000, ["套得太深"]),
    ],
)
def test_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, text: str, sentences: list[str]) -> None:
    all_told = "\n".join(told_of(tmp_path, text))
    assert [one for one in sentences if one not in all_told] == []


def test_one_slip_is_told_once(tmp_path: Path) -> None:
    assert len(told_of(tmp_path, RULES.replace("count: 2", "count: 0"))) == 1


def test_a_few_lines_that_repeat_each_other_are_not_unfolded(tmp_path: Path) -> None:
    lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert told_of(tmp_path, "\n".join(lines)) == ["套得太深，或一段引用了太多次。请照模板写。"]


def test_somebody_of_a_group_may_have_a_duty(tmp_path: Path) -> None:
    written(tmp_path, ROSTER, "roster.csv")
    group = "groups:\n  - {id: general, name: 综合组, members: [演示丁]}\n"
    definition, _ = read_campaign(str(written(tmp_path, RULES + DUTY + group)))
    assert definition.duties[0].persons == ("演示丁",)


def test_dates_and_hours_are_read_as_they_are_written(tmp_path: Path) -> None:
    rules = read_rules(written(tmp_path, RULES))
    assert (rules.start.isoformat(), rules.quiet_hours.start.hour) == ("2022-11-15", 21)


def test_every_kind_of_fault_has_a_sentence_that_mends() -> None:
    sources = [*(ROOT / "campaign").glob("*.py"), *(ROOT / "bot").glob("*.py")]
    kinds = {
        kind
        for path in sources
        for kind in re.findall(r'"((?:rule|yaml|alias|person)_\w+)"', path.read_text())
    }
    kinds -= {"person_id"}
    assert len(kinds) > 30
    assert sorted(kinds - FILE_FAULTS.keys()) == []
    mends = re.compile("请|应|只能|至少|最多|可以写|写法见|一位")
    assert [words for words in FILE_FAULTS.values() if not mends.search(words)] == []
