"""The ledger of tasks in chat: listed by department, carried on by words or a reply, its history kept."""

import pytest

from handlers.tasks.texts import says_done
from handlers.texts import task_told
from tests.handlers.cast import Cast, lines


async def test_the_list_puts_ones_own_department_first(anhui: Cast) -> None:
    listed = await anhui.anna.ask("/tasks")
    assert lines(listed)[:5] == [
        "任务台账（共 16 项：未开始 16，推进中 0，已完成 0）",
        "我的部门牵头",
        "· 任务 3 强化县级工会自身建设（组织部、基层工作部、经审办、女职工部）：未开始",
        "· 任务 11 健全完善基层调研、工作联系点等制度（办公室、组织部）：未开始",
        "办公室",
    ]
    assert "· 任务 2 加强职工思想政治引领（还有网络工作部）：未开始" in lines(listed)
    assert listed.buttons[0][:2] == ["3", "11"]


async def test_words_are_one_card_and_one_tap(anhui: Cast) -> None:
    offer = await anhui.anna.ask("任务3：已印发方案")
    assert offer.text == "这句话记到任务 3“强化县级工会自身建设”吗？"
    assert offer.buttons == [["记为推进中", "记为已完成"], ["不记"]]
    noted = await anhui.anna.press("记为推进中")
    assert (lines(noted)[0], noted.toasts) == ("任务3：强化县级工会自身建设（推进中）", ["已记为推进中"])
    assert "· 2月20日 组织部 推进中：已印发方案" in lines(noted)
    assert (await anhui.press_stale(anhui.anna, offer.last, "记为推进中")).toasts == ["已记为推进中"]
    replied = await anhui.anna.ask("全部完成了", reply_to=noted.last.id)
    assert replied.buttons[0] == ["记为已完成", "记为推进中"]
    done = await anhui.anna.press("记为已完成")
    assert lines(done)[-3:-1] == [
        "· 2月20日 组织部 推进中：已印发方案",
        "· 2月20日 组织部 已完成：全部完成了",
    ]
    assert "未开始 15，推进中 0，已完成 1" in (await anhui.anna.press("返回清单")).text
    trail = (await anhui.admin.ask("/audit")).text
    assert "记任务进展“3. 强化县级工会自身建设”：推进中 → 已完成，全部完成了" in trail


async def test_who_may_tell_of_a_task(anhui: Cast) -> None:
    refused = "这项操作只有牵头部门、推进组、管理员可以做。"
    assert (await anhui.anna.ask("任务14：已印发方案")).text == refused
    assert (await anhui.leader.ask("任务14：已印发方案")).buttons
    assert (await anhui.leader.press("不记")).last.text == "好的，没有记录。"
    assert "未开始 16" in (await anhui.leader.ask("/tasks")).text
    assert refused not in (await anhui.anna.ask("任务99：已印发方案")).text


async def test_a_campaign_without_tasks_says_so(cast: Cast) -> None:
    assert (await cast.anna.ask("/tasks")).text == "这项工作没有任务台账。"
    assert "例如" in (await cast.anna.ask("任务3：已印发方案")).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("任务3：已印发方案", (3, "已印发方案")),
        ("任务 十二，正在起草", (12, "正在起草")),
        ("第16项任务: 钱已拨付", (16, "钱已拨付")),
        ("任务3已完成", (3, "已完成")),
        ("任务3个没完成", None),
        ("今天任务3：已印发方案", None),
        ("任务完成了", None),
    ],
)
def test_how_a_task_is_named(text: str, told: tuple[int, str] | None) -> None:
    assert task_told(text) == told


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("已全部完成", True),
        ("完成了", True),
        ("还没完成", False),
        ("已完成初步调研", False),
        ("已印发", False),
    ],
)
def test_what_says_that_a_task_is_done(text: str, done: bool) -> None:
    assert says_done(text) is done
