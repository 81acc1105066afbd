"""A digest before it goes out: read, edited and approved by whoever runs the campaign, with few taps."""

from dataclasses import replace

from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, said
from tests.rehearsal_answers import Json
from tests.rehearsal_client import Player
from tests.rehearsal_world import GROUP, LEADER

DRAFTED = "2023-02-23T09:00:00+08:00"
DUE = "2023-02-27T09:00:00+08:00"


def _second_admin(unit: Unit) -> None:
    person = unit.people.person(CAMPAIGN, "演示常务副主席")
    unit.people.bind(LEADER, CAMPAIGN, person.id, (Role.ADMIN,), unit.now)


async def drafted(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to=DRAFTED)


async def drafts(cast: Cast) -> list[Json]:
    return [view for view in await cast.admin.messages() if view["text"].startswith("草稿")]


async def posted(cast: Cast) -> list[str]:
    return [view["text"] for view in await cast.admin.inside(GROUP).messages() if view["from"]["bot"]]


async def edit(who: Player, section: str, words: str) -> None:
    await who.press(section)
    await who.ask(words)


async def test_the_draft_comes_two_working_days_before_with_picture_and_buttons(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-23T08:59:00+08:00")
    assert not await drafts(cast)
    await cast.rehearsal.clock.move(to=DRAFTED)
    picture, card = await drafts(cast)
    assert picture["text"].startswith("草稿：")
    assert card["text"].startswith("草稿  2月27日（周一） 09:00 发到：专班群\n到时自动发出")
    assert "一、本期情况" in card["text"]
    labels = [[button["text"] for button in row] for row in card["buttons"]]
    assert labels == [["改一", "改二", "改三"], ["加一段", "发到 1 个群"], ["批准", "先不发"]]


async def test_a_draft_nobody_touched_goes_out_by_itself(cast: Cast) -> None:
    await drafted(cast)
    await cast.rehearsal.clock.move(to=DUE)
    text, picture = await posted(cast)
    assert "截至2023年2月27日 09:00" in text
    assert "情况图" in picture
    stale = await cast.admin.press("批准")
    assert said(stale)[-1] == "toast: 这一期已经处理完，不能再改。更正的内容会写进下一期。"


async def test_words_sections_and_a_paragraph_are_edited_and_figures_follow(cast: Cast) -> None:
    await drafted(cast)
    await edit(cast.admin, "改一", "本期登记联系 0 次，请抓紧。")
    await cast.admin.press("改二")
    await cast.admin.press("不发这一部分")
    await edit(cast.admin, "加一段", "下周三下午开调度会。")
    approved = await cast.admin.press("批准")
    assert "已批准，到时发出" in approved.text
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.rehearsal.clock.move(to=DUE)
    text, _ = await posted(cast)
    assert "本期登记联系 1 次，请抓紧。" in text
    assert "总体情况" not in text
    assert "二、未登记联系的县级工会" in text
    assert "下周三下午开调度会。" in text
    notice = await cast.admin.hears("已发出")
    assert "登记联系 0 → 1 次" in notice.text


async def test_the_second_reviewer_sees_what_the_first_changed(cast: Cast) -> None:
    await cast.write(_second_admin)
    await drafted(cast)
    for who in (cast.admin, cast.leader):
        await who.press("改一")
    await cast.admin.ask("甲写的话。")
    offered = await cast.leader.ask("乙写的话。")
    assert "演示管理员先改了这一部分，现在是：\n甲写的话。" in offered.text
    card = await cast.leader.press("改用我的")
    assert "乙写的话。" in card.text
    stale = await cast.admin.press("批准")
    assert said(stale)[-1] == "toast: 草稿刚有变动（演示常务副主席改了“本期情况”），请看过再点。"
    assert "已批准" in (await cast.admin.press("批准")).text


async def test_words_that_are_gone_leave_the_others_as_they_are(cast: Cast) -> None:
    await cast.write(_second_admin)
    await drafted(cast)
    await cast.leader.press("改一")
    await edit(cast.admin, "改一", "甲写的话。")
    offered = (await cast.leader.ask("乙写的话。")).last
    alone = (await cast.leader.ask("/digest 草稿")).last
    moved = replace(offered, view=offered.view | {"id": alone.id})
    pressed = await cast.press_stale(cast.leader, moved, "改用我的")
    assert said(pressed)[-1] == "toast: 找不到您写的话了，这一部分没有改。请点“改”，再发一次。"
    assert "甲写的话。" in (await cast.admin.ask("/digest 草稿")).text


async def test_what_is_approved_is_settled_until_it_is_taken_back_and_then_waits(cast: Cast) -> None:
    await drafted(cast)
    card = (await cast.admin.press("批准")).last
    assert card.buttons == [["收回批准"]]
    waiting = await cast.admin.press("收回批准")
    assert "等批准" in waiting.text
    await cast.rehearsal.clock.move(to=DUE)
    assert await posted(cast) == []
    held = await cast.admin.hears("等您批准")
    assert held.buttons[-1] == ["批准并发出", "这一期不发"]
    stale = await cast.press_stale(cast.admin, waiting.last, "批准")
    assert said(stale)[-1] == "toast: 已到发出时间，数字已定，请看过再点。"
    await cast.rehearsal.clock.move(to="2023-02-28T10:00:00+08:00")
    await cast.admin.press("批准并发出")
    await cast.rehearsal.clock.move(advance=60)
    assert "截至2023年2月27日 09:00" in (await posted(cast))[0]
    assert len(await posted(cast)) == 2


async def test_a_group_left_out_gets_nothing(cast: Cast) -> None:
    await drafted(cast)
    await cast.admin.press("发到 1 个群")
    await cast.admin.press("✓ 发 专班群")
    assert "没有选群，到时不发" in (await cast.admin.press("返回")).text
    await cast.rehearsal.clock.move(to=DUE)
    assert await posted(cast) == []


async def test_the_draft_is_opened_again_by_command_and_says_what_moved(cast: Cast) -> None:
    none = await cast.admin.ask("/digest 草稿")
    assert "2月23日 09:00：双月调度（2月27日发）" in none.text
    await drafted(cast)
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    shown = await cast.admin.ask("/digest 草稿")
    assert "初稿以来：登记联系 0 → 1 次；未登记联系 13 → 12 个；提出问题 0 → 1 个" in shown.text
