"""Below a digest in a group, buttons open its figures in private, each its list, to who may read it."""

from typing import NamedTuple

import pytest

from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines, said
from tests.rehearsal_answers import Answer
from tests.rehearsal_client import Player
from tests.rehearsal_world import ANNA, GROUP, LEADER

DIGEST = "2023-02-27T09:00:00+08:00"
LABELS = ["未登记名单", "数字明细"]
SENT, AGAIN = ["toast: 清单已私聊发给您。"], ["toast: 已在私聊中。"]


class Posted(NamedTuple):
    """A digest in the group, and who stands there."""

    group: Player
    digest: Answer


@pytest.fixture
async def posted(cast: Cast) -> Posted:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.approve_group()
    await cast.rehearsal.clock.move(to=DIGEST)
    group = cast.anna.inside(GROUP)
    return Posted(group, await group.hears("双月调度"))


def _leave(unit: Unit) -> None:
    actor = unit.people.actor(LEADER)
    assert actor
    unit.members.unbind(CAMPAIGN, actor.person.id)


def _join_observer(unit: Unit) -> None:
    person = unit.people.add_person(CAMPAIGN, "演示观察员")
    unit.members.give(CAMPAIGN, person.id, Grant(Role.OBSERVER), unit.now)
    unit.people.bind(LEADER, CAMPAIGN, person.id, (), unit.now)


async def test_every_figure_opens_its_list_in_one_message(cast: Cast, posted: Posted) -> None:
    group, digest = posted
    assert digest.buttons == [LABELS]
    await cast.bo.ask("今天到武宁县实地调研，座谈3人")
    await cast.bo.press("保存")
    assert said(await cast.press_stale(group, digest, "数字明细")) == SENT
    menu = await cast.anna.hears("双月调度")
    assert menu.labels[:4] == ["已登记 1", "未登记 12", "联系次数 1", "提出问题 1"]
    listed = await cast.anna.press("联系次数 1")
    assert [answer.kind for answer in listed] == ["edited"]
    assert lines(listed)[2:] == ["· 修水县 · 2月20日 · 实地 · 演示常务副主席 · 演示经审办主任登记 · 第 1 号"]
    assert listed.buttons == [["返回"]]
    assert (await cast.anna.press("返回")).last.labels == menu.labels
    assert "· 第 1 号 · 修水县：活动阵地不足" in lines(await cast.anna.press("未解决 1"))


async def test_what_changed_later_is_said(cast: Cast, posted: Posted) -> None:
    group, digest = posted
    await cast.anna.ask("/records")
    await cast.press_stale(group, digest, "数字明细")
    await cast.anna.hears("双月调度")
    await cast.anna.press("联系次数 1")
    await cast.anna.press("返回")
    await cast.write(_withdraw_all)
    listed = lines(await cast.anna.press("联系次数 1"))
    assert listed[2] == "后来有改动：撤回 1 条；下面是截止时的样子。"
    assert listed[3].endswith("（后来撤回）")


async def test_what_was_corrected_reads_as_it_did_and_nothing_else_is_marked(
    cast: Cast, posted: Posted
) -> None:
    group, digest = posted
    await cast.anna.ask("第1号改成电话")
    await cast.anna.press("更正")
    await cast.press_stale(group, digest, "数字明细")
    await cast.anna.hears("双月调度")
    listed = lines(await cast.anna.press("联系次数 1"))
    assert listed[2] == "后来有改动：更正 1 条；下面是截止时的样子。"
    assert listed[3].startswith("· 修水县 · 2月20日 · 实地 · ")
    assert listed[3].endswith("（后来更正）")
    await cast.anna.press("返回")
    assert lines(await cast.anna.press("未解决 1"))[2:] == ["· 第 1 号 · 修水县：活动阵地不足"]


async def test_asking_again_leaves_one_message(cast: Cast, posted: Posted) -> None:
    group, digest = posted
    assert said(await cast.press_stale(group, digest, "未登记名单")) == SENT
    first = await cast.anna.hears("未登记联系 12 个县")
    assert "· 武宁县（" in first.text
    assert "· 修水县（" not in first.text
    assert said(await cast.press_stale(group, digest, "未登记名单")) == AGAIN
    await cast.rehearsal.clock.move(advance=60)
    assert said(await cast.press_stale(group, digest, "未登记名单")) == SENT
    assert (await cast.anna.hears("未登记联系 12 个县")).id != first.id
    # Kept in the store: a bot that was started again knows it too.
    key = f"{(await cast.rehearsal.get('world'))['bot']['id']}:{GROUP}:{ANNA}::"
    row = await cast.stored(lambda unit: unit.conversations.get(key))
    assert row
    assert row.data["digest_lists"]["data"]["message"] > first.id
    shown = [m for m in await cast.anna.messages() if "未登记联系 12 个县" in m["text"]]
    assert len(shown) == 1


async def test_who_may_not_read_gets_a_sentence(cast: Cast, posted: Posted) -> None:
    _, digest = posted
    await cast.write(_leave)
    seen = cast.leader.inside(GROUP)
    for label in LABELS:
        stranger = await cast.press_stale(seen, digest, label)
        assert said(stranger) == ["alert: 清单只给已绑定的同志看。请先打开与机器人的私聊，按提示绑定。"]
    await cast.write(_join_observer)
    await cast.rehearsal.clock.move(advance=60)
    await cast.press_stale(seen, digest, "数字明细")
    labels = (await cast.leader.hears("双月调度")).labels
    assert {"已登记 1", "未登记 12"} <= {*labels}
    assert not [label for label in labels if label.startswith(("联系次数", "提出", "未解决"))]
    assert len((await cast.leader.press("未登记 12")).last.text.splitlines()) == 2 + 12


async def test_who_blocked_the_bot_is_shown_the_way(cast: Cast, posted: Posted) -> None:
    group, digest = posted
    await cast.anna.block()
    (way,) = await cast.press_stale(group, digest, "数字明细")
    address, _, payload = way.text.partition("?start=")
    assert address == f"https://t.me/{(await cast.rehearsal.get('world'))['bot']['username']}"
    await cast.anna.block(blocked=False)
    assert "联系次数 1" in (await cast.anna.ask(f"/start {payload}")).last.labels
    assert "这份清单已打不开" in (await cast.anna.ask("/start digest-99")).text


async def test_told_to_wait_he_is_told_so(cast: Cast, posted: Posted) -> None:
    group, digest = posted
    await cast.rehearsal.fault("sendMessage", "429", seconds=3000, chat_id=ANNA)
    assert said(await cast.press_stale(group, digest, "数字明细")) == [
        "alert: 现在发的消息太多，请过几分钟再按。"
    ]


def _withdraw_all(unit: Unit) -> None:
    actor = unit.people.actor(LEADER)
    assert actor
    for county in unit.people.counties(CAMPAIGN):
        for contact in unit.records.contacts_of(CAMPAIGN, county.id, 9):
            record = unit.records.of_draft(contact.draft_id)
            assert record
            unit.records.withdraw(record, actor, unit.campaigns.plan(CAMPAIGN), unit.now)
