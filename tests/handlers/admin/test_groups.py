"""/groups: what is decided about groups and where in a forum digests go."""

from dataclasses import replace

from storage import Unit
from tests.handlers.cast import Cast, lines, said
from tests.rehearsal_world import BASIC, FORUM, GROUP, TOPIC, WAITING

DIGEST = "2023-02-27T09:00:00+08:00"


async def _brought(cast: Cast, group: int, title: str) -> None:
    await cast.admin.inside(group).bring_bot()
    await cast.admin.hears(title)
    await cast.admin.press("批准")


async def _ours(cast: Cast) -> None:
    await cast.admin.inside(GROUP).bring_bot(present=False)
    await _brought(cast, GROUP, "专班群")


async def test_groups_are_listed_by_state_and_opened(cast: Cast) -> None:
    assert (await cast.admin.ask("/groups")).text.startswith("还没有群。")
    await _ours(cast)
    await cast.admin.inside(WAITING).bring_bot()
    await cast.admin.hears("待批群")
    shown = await cast.admin.ask("/groups")
    assert lines(shown) == [
        "群（共 2 个：等待批准 1，已批准 1）",
        "1. 待批群 · 等待批准",
        "2. 专班群 · 已批准",
        "按编号打开。",
    ]
    card = await cast.admin.press("1")
    assert lines(card)[:2] == ["待批群", "等待批准"]
    assert card.buttons == [["批准", "拒绝"], ["返回清单"]]
    approved = await cast.admin.press("批准", card.last.id)
    assert approved.toasts == ["已批准"]
    assert lines(approved)[1] == "已批准（2月20日）"
    assert "进展情况" in (await cast.bo.inside(WAITING).ask("/status")).text


async def test_a_group_is_stopped_after_a_question_and_taken_back(cast: Cast) -> None:
    await _ours(cast)
    await cast.admin.ask("/groups")
    await cast.admin.press("1")
    assert (await cast.admin.press("停用")).text.startswith("停用群“专班群”？")
    assert lines(await cast.admin.press("不改了"))[1] == "已批准（2月20日）"
    await cast.admin.press("停用")
    stopped = await cast.admin.press("确认停用")
    assert lines(stopped)[1] == "已停用（2月20日）"
    assert len(await cast.bo.inside(GROUP).tell("/status")) == 0
    assert lines(await cast.admin.press("批准"))[1] == "已批准（2月20日）"
    assert "进展情况" in (await cast.bo.inside(GROUP).ask("/status")).text


async def test_a_group_that_was_refused_is_told_from_one_that_was_stopped(cast: Cast) -> None:
    await _ours(cast)
    await cast.admin.inside(WAITING).bring_bot()
    asked = await cast.admin.hears("待批群")
    await cast.admin.press("拒绝", asked.id)
    await cast.admin.ask("/groups")
    await cast.admin.press("1")
    await cast.admin.press("停用")
    stopped = await cast.admin.press("确认停用")
    assert lines(stopped)[1] == "已停用（2月20日）"
    shown = await cast.admin.press("返回清单")
    assert lines(shown) == [
        "群（共 2 个：已停用 1，未批准 1）",
        "1. 专班群 · 已停用",
        "2. 待批群 · 未批准",
        "按编号打开。",
    ]
    card = await cast.admin.press("2")
    assert lines(card)[1:] == ["未批准（2月20日）", "机器人在群里不发任何内容，也不回答。随时可以批准。"]
    assert card.buttons == [["批准"], ["返回清单"]]


async def test_a_group_that_the_bot_left_says_how_to_come_back(cast: Cast) -> None:
    await _ours(cast)
    await cast.admin.inside(GROUP).bring_bot(present=False)
    await cast.admin.ask("/groups")
    card = await cast.admin.press("1")
    assert lines(card)[1:] == ["机器人不在群里", "要恢复，请把机器人重新拉进群，会再请您批准。"]
    assert card.buttons == [["返回清单"]]


async def test_digests_go_to_the_topic_in_which_an_admin_said_so(cast: Cast) -> None:
    await _brought(cast, FORUM, "论坛群")
    inside = cast.admin.inside(FORUM, TOPIC)
    assert (await inside.ask("/topic")).text == "好的，以后的调度发在这个话题里。"
    await cast.rehearsal.clock.move(to=DIGEST)
    await inside.hears("双月调度")
    posted = [call["params"] for call in await cast.rehearsal.calls("sendMessage")]
    inside_topics = [p for p in posted if p["chat_id"] == str(FORUM) and "双月调度" in p["text"]]
    assert {p.get("message_thread_id") for p in inside_topics} == {str(TOPIC)}
    await cast.admin.ask("/groups")
    card = await cast.admin.press("1")
    assert lines(card)[-1] == "调度发在指定的话题里。要换话题，请到那个话题里发 /topic。"
    back = await cast.admin.press("调度改发在总话题")
    assert back.buttons == [["停用"], ["返回清单"]]


async def test_the_general_topic_is_no_topic(cast: Cast) -> None:
    await _brought(cast, FORUM, "论坛群")
    await cast.admin.inside(FORUM, TOPIC).ask("/topic")
    assert (await cast.admin.inside(FORUM).ask("/topic")).text == "好的，以后的调度发在总话题里。"
    forum = await cast.stored(lambda unit: unit.groups.get(FORUM))
    assert forum
    assert forum.topic_id is None


async def test_a_topic_that_is_gone_holds_up_no_digest(cast: Cast) -> None:
    await _brought(cast, FORUM, "论坛群")
    await cast.write(_lose_topic)
    await cast.rehearsal.clock.move(to=DIGEST)
    await cast.admin.inside(FORUM).hears("双月调度")
    assert (await cast.admin.hears("话题")).text.startswith("群“论坛群”里发调度的话题已关闭或删除")


def _lose_topic(unit: Unit) -> None:
    group = unit.groups.get(FORUM)
    assert group
    unit.groups.put(replace(group, topic_id=99))


async def test_topics_are_an_admins_matter_and_a_forums(cast: Cast) -> None:
    await _ours(cast)
    assert (await cast.admin.inside(GROUP).ask("/topic")).text.startswith("这个群没有分话题")
    assert (await cast.admin.ask("/topic")).text.startswith("/topic 请在群里用")
    await _brought(cast, FORUM, "论坛群")
    assert len(await cast.bo.inside(FORUM, TOPIC).tell("/topic")) == 0
    assert (await cast.bo.hears("只有管理员")).text == "这项操作只有管理员可以做。"
    assert (await cast.bo.ask("/groups")).text == "这项操作只有管理员可以做。"
    assert len(await cast.admin.inside(BASIC).tell("/topic")) == 0


async def test_a_supergroup_keeps_its_approval_in_the_list(cast: Cast) -> None:
    await cast.admin.inside(BASIC).bring_bot(present=False)
    await _brought(cast, BASIC, "小组群")
    await cast.rehearsal.post("upgrade", {"chat": BASIC})
    await cast.admin.hears("自动升级")
    shown = await cast.admin.ask("/groups")
    assert lines(shown)[:2] == ["群（共 1 个：已批准 1）", "1. 小组群 · 已批准"]


async def test_a_stale_button_of_a_group_that_is_gone(cast: Cast) -> None:
    await _ours(cast)
    await cast.admin.ask("/groups")
    card = (await cast.admin.press("1")).last
    await cast.admin.press("停用")
    await cast.admin.inside(GROUP).bring_bot(present=False)
    assert said(await cast.admin.press("确认停用", card.id)) == ["alert: 机器人已不在这个群，不必再处理。"]
