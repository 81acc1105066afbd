"""Rules change while a draft stands: its digest comes all the same, and what reviewers did is not lost."""

from tests.handlers.admin.test_rules import RULES
from tests.handlers.cast import Cast
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
