"""/digest: the figures of this moment, marked as such, which change nothing of the digests that are due."""

from bot.campaign_files import read_campaign
from campaign.groups import Group
from campaign.vocabulary import ChatState
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines
from tests.rehearsal_world import FORUM, GROUP, TOPIC

DIGEST = "2023-02-27T09:00:00+08:00"


async def test_a_live_digest_says_so_in_text_and_picture(cast: Cast) -> None:
    await cast.admin.ask("/help")
    shown = await cast.admin.ask("/digest")
    assert [answer.view.get("photo") is not None for answer in shown] == [False, True]
    text = shown[0].text.splitlines()
    assert text[0] == "【演示】【实时】双月调度"
    assert text[2] == "截至2023年2月20日 08:30"
    assert "注：这是管理员随时查看的实时情况，不是定期调度，以后登记的会使数字变化。" in text
    assert shown[1].text.startswith("【演示】【实时】双月调度：县级工会联系情况图")
    assert (await cast.admin.ask("/digest 季度")).all[0].text.startswith("【演示】【实时】季度小结")
    assert (await cast.admin.ask("/digest半年总结")).all[0].text.startswith("【演示】【实时】半年总结")


async def test_of_a_kind_that_the_rules_do_not_have_there_is_none(cast: Cast) -> None:
    for word in ("周报", "月", "今年"):
        assert (await cast.admin.ask(f"/digest {word}")).text == (
            "可以发 /digest（双月）、/digest 季度、/digest 半年 或 /digest 党组，查看此刻的情况；"
            "/digest 草稿 看将要发出的。"
        )


async def test_it_counts_what_was_saved_a_moment_ago(cast: Cast) -> None:
    before = (await cast.admin.ask("/digest"))[0].text
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    after = (await cast.admin.ask("/digest"))[0].text
    assert "已登记联系 0 个" in before
    assert "已登记联系 1 个" in after


async def test_the_digest_that_is_due_comes_all_the_same(cast: Cast) -> None:
    await cast.admin.inside(GROUP).bring_bot(present=False)
    await cast.admin.inside(GROUP).bring_bot()
    await cast.admin.hears("专班群")
    await cast.admin.press("批准")
    await cast.rehearsal.clock.move(to="2023-02-27T08:59:00+08:00")
    group = cast.admin.inside(GROUP)
    assert len(await group.ask("/digest")) == 2
    assert await cast.stored(_claimed) == 0
    await cast.rehearsal.clock.move(to=DIGEST)
    assert (await group.hears("双月调度")).text.splitlines()[0] == "【演示】双月调度"
    assert await cast.stored(_claimed) == 1


async def test_in_a_topic_it_is_answered_there_and_only_to_an_admin(cast: Cast) -> None:
    await cast.admin.inside(FORUM).bring_bot()
    await cast.admin.hears("论坛群")
    await cast.admin.press("批准")
    shown = await cast.admin.inside(FORUM, TOPIC).ask("/digest")
    assert lines(shown)[0].startswith("【演示】【实时】")
    calls = await cast.rehearsal.calls("sendPhoto")
    assert str(calls[-1]["params"]["message_thread_id"]) == str(TOPIC)
    assert len(await cast.bo.inside(FORUM, TOPIC).tell("/digest")) == 0
    assert (await cast.bo.hears("管理员")).text == "这项操作只有管理员可以做。"
    assert (await cast.bo.ask("/digest")).text == "这项操作只有管理员可以做。"


async def test_a_group_of_another_campaign_is_its_admins_matter(cast: Cast) -> None:
    await cast.admin.inside(FORUM).bring_bot()
    await cast.admin.hears("论坛群")
    await cast.write(_of_another)
    for words in ("/digest", "/topic"):
        assert len(await cast.admin.inside(FORUM, TOPIC).tell(words)) == 0
        assert (await cast.admin.hears("另一项工作")).text.startswith(
            "这个群属于另一项工作，要由那项工作的管理员操作。"
        )
    assert lines(await cast.admin.ask("/digest"))[0].startswith("【演示】【实时】")


def _of_another(unit: Unit) -> None:
    definition = read_campaign(CAMPAIGN)[0].model_copy(update={"id": "another"})
    unit.campaigns.load(definition, unit.now)
    unit.groups.put(Group(FORUM, "别的群", ChatState.APPROVED, "another"))


def _claimed(unit: Unit) -> int:
    return len(unit.digests.claimed(CAMPAIGN))
