"""Rules change while a draft stands: its digest comes all the same, and what reviewers did is not lost."""

from dataclasses import replace

from campaign.vocabulary import ChatState
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.admin.test_rules import RULES
from tests.handlers.cast import Cast, said
from tests.handlers.test_review import drafts, edit, posted


async def take_rules(cast: Cast, **instead: str) -> str:
    """Send other rules and take them; return what their preview says."""
    rules = RULES
    for old, new in instead.items():
        line = next(line for line in RULES.splitlines() if line.strip().startswith(f"{old}: "))
        rules = rules.replace(line, line.partition(old)[0] + new)
    shown = await cast.admin.document(rules.encode(), "campaign.yaml")
    await cast.admin.press("更新规则")
    return shown.text


def _stop(unit: Unit) -> None:
    (group,) = unit.groups.approved(CAMPAIGN)
    unit.groups.put(replace(group, state=ChatState.STOPPED))


async def test_a_digest_moved_to_a_day_that_is_past_comes_on_the_next_working_day(cast: Cast) -> None:
    await cast.approve_group()
    told = await take_rules(cast, day="day: 15")
    assert "  2023年2月21日（周二）09:00  双月调度" in told
    await cast.rehearsal.clock.move(to="2023-02-20T11:00:00+08:00")
    _, card = await drafts(cast)
    assert card["text"].startswith("草稿  2月21日（周二） 09:00 发到：专班群")
    await edit(cast.admin, "加一段", "下周三下午开调度会。")
    await cast.rehearsal.clock.move(to="2023-02-27T10:00:00+08:00")
    text, _ = await posted(cast)
    assert "截至2023年2月21日 09:00" in text
    assert "下周三下午开调度会。" in text


async def test_a_digest_that_waits_still_waits_when_rules_bring_it_forward(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    await cast.admin.press("先不发")
    await take_rules(cast, day="day: 15")
    await cast.rehearsal.clock.move(to="2023-02-24T10:00:00+08:00")
    assert await posted(cast) == []
    held = await cast.admin.hears("等您批准")
    assert held.text.startswith("草稿  2月24日（周五，今天） 09:00")


async def test_a_weekly_report_goes_out_without_a_draft_and_without_an_approval(cast: Cast) -> None:
    await cast.approve_group()
    await take_rules(cast, day="week: 3\n  review: {required: true}\n  day: 27")
    await cast.rehearsal.clock.move(to="2023-02-22T09:00:00+08:00")
    text, _ = await posted(cast)
    assert text.startswith("【演示】周报")
    assert await drafts(cast) == []
    await cast.rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
    assert (await cast.admin.hears("等您批准")).text.startswith("草稿  2月27日")
    assert len(await posted(cast)) == 2


async def test_who_approves_a_draft_whose_digest_moved_is_led_to_the_new_one(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    card = await cast.admin.hears("到时自动发出")
    await take_rules(cast, day="day: 24")
    pressed = await cast.press_stale(cast.admin, card, "批准")
    assert said(pressed)[-1] == (
        "toast: 规则改了，这一期不在这个时间发，这份草稿作废。请发 /digest 草稿 看新的。"
    )
    assert pressed[0].text == (
        "草稿\n规则改了，这一期改在2月24日（周五） 09:00 发，改动已带过去。看新的草稿：/digest 草稿"
    )
    assert pressed[0].buttons == []


async def test_other_kinds_on_the_same_day_keep_the_edits_that_fit_and_tell_of_the_others(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    await edit(cast.admin, "改一", "本期情况由甲来写。")
    await cast.admin.press("批准")
    await take_rules(cast, day="month: [2]\n  day: 27")
    await cast.rehearsal.clock.move(to="2023-02-23T11:00:00+08:00")
    merged = await cast.admin.hears("规则改了，草稿已重做")
    assert "月调度、双月调度" in merged.text
    assert "本期情况由甲来写。" in merged.text
    assert merged.buttons[-1] == ["批准", "先不发"]
    await take_rules(cast, two_month="two_month: [4]", quarter="quarter: [2]")
    await cast.rehearsal.clock.move(to="2023-02-23T12:00:00+08:00")
    same_days = await cast.admin.hears("】季度小结\n")
    assert "本期情况由甲来写。" in same_days.text
    assert "没用上" not in same_days.text
    await take_rules(
        cast, two_month="two_month: [4]", day="month: [2]\n  review: {kinds: [month]}\n  day: 27"
    )
    await cast.rehearsal.clock.move(to="2023-02-23T14:00:00+08:00")
    other_days = await cast.admin.hears("没用上：“本期情况由甲来写。”")
    assert "月调度" in other_days.text
    await edit(cast.admin, "加一段", "本期情况由甲来写。")
    await cast.rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
    text, *_ = await posted(cast)
    assert text.splitlines()[0] == "【演示】月调度"
    assert "本期情况由甲来写。" in text


async def test_two_drafts_that_become_one_bring_both_their_edits(cast: Cast) -> None:
    await take_rules(cast, day="month: [2]\n  week: 5\n  review: {kinds: [week, two_month]}\n  day: 27")
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-22T09:00:00+08:00")
    await edit(cast.admin, "加一段", "周报里说的话。")
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    await edit(cast.admin, "加一段", "双月里说的话。")
    await take_rules(cast, day="month: [2]\n  week: 5\n  review: {kinds: [week, two_month]}\n  day: 24")
    await cast.rehearsal.clock.move(to="2023-02-24T09:00:00+08:00")
    text = "".join(await posted(cast))
    assert "周报里说的话。" in text
    assert "双月里说的话。" in text


async def test_a_draft_that_no_group_is_to_get_does_not_say_that_it_goes_out(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    await cast.admin.press("发到 1 个群")
    await cast.admin.press("✓ 发 专班群")
    card = await cast.admin.press("返回")
    assert "没有选群，到时不发。点“发到 0 个群”选群。" in card.text
    approved = await cast.admin.press("批准")
    assert "已批准，但没有选群，到时不发。要发，先点“收回批准”，再选群。" in approved.text
    assert "草稿少发一个群“专班群”" in (await cast.admin.ask("/audit")).text
    await cast.rehearsal.clock.move(to="2023-02-27T10:00:00+08:00")
    late = await cast.admin.press("收回批准")
    assert "这一期的时间已过，没有群要收，没有发出。" in late.text
    assert late.buttons == []


async def test_an_approval_too_late_for_groups_that_left_sends_nothing_and_says_so(cast: Cast) -> None:
    await cast.approve_group()
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    await cast.admin.press("先不发")
    await cast.rehearsal.clock.move(to="2023-02-27T10:00:00+08:00")
    held = await cast.admin.hears("等您批准")
    await cast.write(_stop)
    for label in ("批准并发出", "这一期不发"):
        pressed = await cast.press_stale(cast.admin, held, label)
        assert ("没有发出：没有选群，或选的群已停用。" in str(said(pressed))) is (label == "批准并发出")
