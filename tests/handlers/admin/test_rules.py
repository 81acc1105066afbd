"""Rules are sent, looked at and taken; what is wrong with them is said line by line."""

import pytest

from bot.campaign_files import shipped
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import Cast, lines, said

RULES = (shipped()[CAMPAIGN] / "campaign.yaml").read_text("utf-8")
THREE = RULES.replace("count: 2", "count: 3").replace("day: 27", "day: 20")


def _count(unit: Unit) -> int:
    return unit.campaigns.plan(CAMPAIGN).definition.quota.count


def _loads(unit: Unit) -> int:
    return [row.action for row in unit.audit.latest(CAMPAIGN, 30)].count("campaign.load")


def _another_title(unit: Unit) -> None:
    definition = unit.campaigns.plan(CAMPAIGN).definition
    unit.campaigns.load(definition.model_copy(update={"title": "改过的名称"}), unit.now)


async def test_rules_are_shown_and_taken_with_one_tap(cast: Cast) -> None:
    shown = await cast.admin.document(THREE.encode(), "campaign.yaml")
    assert lines(shown)[:6] == [
        "规则预览，还没有更新",
        "· 调度 几号：27 → 20",
        "· 次数要求“每年实地调研”：次数：2 → 3",
        "· “每年实地调研”的本段：2023年1月1日至12月31日 2 次 → 2023年1月1日至12月31日 3 次",
        "· 不再发的调度（8）：",
        "  2023年2月27日（周一）09:00  双月调度",
    ]
    assert lines(shown)[-1] == "核对无误请点“更新规则”；不更新就不用管。记录都保留，已经发出的调度不改。"
    assert shown.buttons == [["更新规则"]]
    assert await cast.stored(_count) == 2
    before = await cast.stored(_loads)
    done = await cast.admin.press("更新规则")
    assert done.toasts == ["已更新"]
    assert lines(done)[0] == "规则已更新"
    assert done.buttons == []
    assert await cast.stored(_count) == 3
    (row,) = await cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 1))
    assert row.action == "campaign.load"
    assert row.facts["fields"] == ["digests.day"]
    assert row.actor_id
    assert await cast.stored(_loads) == before + 1


async def test_a_second_tap_says_that_it_was_taken(cast: Cast) -> None:
    shown = (await cast.admin.document(THREE.encode(), "campaign.yaml")).last
    await cast.admin.press("更新规则")
    loads = await cast.stored(_loads)
    again = await cast.press_stale(cast.admin, shown, "更新规则")
    assert said(again) == ["alert: 这份规则已更新，不用再点。"]
    assert await cast.stored(_loads) == loads


async def test_the_same_rules_need_no_tap(cast: Cast) -> None:
    same = await cast.admin.document(RULES.encode("gb18030"), "规则.yml", "最新规则")
    assert same.text == "与现在的规则一致，不用更新。"
    assert same.buttons == []


async def test_each_fault_is_told_with_its_line_and_how_to_mend_it(cast: Cast) -> None:
    wrong = RULES.replace("count: 2", "count: 0").replace("window: calendar_year", "windows: month")
    shown = await cast.admin.document(wrong.encode(), "campaign.yaml")
    assert lines(shown)[0] == "规则里有 3 处要改，没有更新。改好后再发一次即可："
    assert "（是不是想写“window”？）" in shown.text
    assert "“quotas[1].count”是 0，太小了。至少是 1" in shown.text
    assert shown.buttons == []
    nothing = await cast.admin.document(b"# 1\n", "campaign.yaml")
    assert lines(nothing)[1].startswith("· 第 1 行：文件里没有规则")


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        (f"id: {CAMPAIGN}", "id: anhui-2022", f"您管理的是“{CAMPAIGN}”"),
        ("  共青: 共青城市", "  共青: 无有市", "aliases 指向“无有市”"),
        ("title: ", "title： ", "冒号是全角的"),
        ("title: 九江市", "title: <b>", "<b>"),
    ],
)
async def test_what_does_not_fit_this_campaign(cast: Cast, old: str, new: str, part: str) -> None:
    assert old in RULES
    shown = await cast.admin.document(RULES.replace(old, new).encode(), "campaign.yaml")
    assert part in shown.text


async def test_what_changed_since_the_preview_is_shown_again(cast: Cast) -> None:
    first = (await cast.admin.document(THREE.encode(), "campaign.yaml")).last
    second = (await cast.admin.document(RULES.replace("day: 27", "day: 26").encode(), "campaign.yaml")).last
    assert said(await cast.admin.press("更新规则", first.id)) == [
        "alert: 这份预览已过时，没有更新。请把文件再发一次。"
    ]
    await cast.write(_another_title)
    shown = await cast.admin.press("更新规则", second.id)
    assert shown.toasts == ["规则在预览之后有改动，还没有更新。请核对新的预览。"]
    assert lines(shown)[1].startswith("· 全称：改过的名称 → ")
    assert (await cast.admin.press("更新规则", shown.last.id)).toasts == ["已更新"]


async def test_other_people_and_other_files_are_no_rules(cast: Cast) -> None:
    assert "预览" not in (await cast.anna.document(THREE.encode(), "campaign.yaml")).text
    assert "预览" not in (await cast.admin.document(THREE.encode(), "campaign.txt")).text
    with_words = await cast.admin.document(
        THREE.encode(), "a.yaml", "今天到修水县实地调研，座谈12人，材料附后"
    )
    assert "预览" not in with_words.text
    assert await cast.stored(_count) == 2


async def test_a_file_too_big_is_not_read(cast: Cast) -> None:
    assert "文件太大" in (await cast.admin.document(b"a: 1\n" * 50_000, "campaign.yaml")).text
