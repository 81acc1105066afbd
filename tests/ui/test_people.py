"""Who can be played: everybody of the campaign, somebody not yet bound, a stranger, the group."""

import pytest
from playwright.async_api import expect

from tests.ui.acting import entry, hears, press, say
from tests.ui.stage import ADMIN, CONTACT_PERSON, STRANGER, UNBOUND, Stage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]
POLITE = "请点击管理员发来的邀请链接绑定账号"


@pytest.mark.parametrize(
    ("name", "role", "words", "answer"),
    [
        (ADMIN, "管理员", "/help", "人员：/people 名单，/invite 邀请一人，/invites 邀请所有未绑定的"),
        ("演示副主席一", "联系领导", "/my", "柴桑区 · 已 0 次，应 2 次"),
        (CONTACT_PERSON, "联系人", "/my", "修水县 · 已 0 次，应 2 次"),
    ],
)
async def test_choosing_somebody_of_the_campaign(
    stage: Stage, name: str, role: str, words: str, answer: str
) -> None:
    page = await stage.tab()
    await entry(page, name).click()
    await expect(page.locator("#head-note")).to_have_text(f"你是 {name} · {role}")
    assert page.url.endswith(f"#{stage.number(name)}")
    await say(page, words)
    await hears(page, answer)


async def test_choosing_one_who_is_not_bound_and_binding_him(stage: Stage) -> None:
    admin, page = await stage.alone(ADMIN), await stage.tab()
    await entry(page, UNBOUND).click()
    await page.click("#wide")
    await hears(page, POLITE)
    await say(admin, f"/invite {UNBOUND}")
    link = (await hears(admin, "仅限本人使用一次")).locator('a:has-text("t.me")')
    code = (await link.inner_text()).partition("start=")[2]
    await say(page, f"/start {code}")
    await hears(page, f"{UNBOUND}（市总工会四级调研员），您好！")
    await say(page, "/my")
    await hears(page, "彭泽县 · 已 1 次")


async def test_an_invitation_is_opened_by_a_click(stage: Stage) -> None:
    page = await stage.alone(ADMIN)
    await say(page, f"/invite {UNBOUND}")
    await page.click('.theirs a:has-text("t.me")')
    await page.click(f'#opener-people button:has-text("{UNBOUND}")')
    await expect(page.locator("#head-note")).to_have_text(f"你是 {UNBOUND} · 联系领导")
    await page.click("#wide")
    await hears(page, "您对口联系：彭泽县")


async def test_choosing_the_stranger_who_learns_nothing(stage: Stage) -> None:
    page = await stage.tab()
    await entry(page, STRANGER).click()
    await page.click("#wide")
    await hears(page, POLITE)
    for words in ("/status", "修水县谁联系？", "/start AAAAAAAAAA"):
        await stage.player(STRANGER).tell(words)
    await expect(page.locator(".mine")).to_have_count(4)
    told = await page.locator(".theirs .words").all_inner_texts()
    assert len(told) == 2
    assert "邀请码不正确" in told[1]


async def test_choosing_the_group_and_who_speaks(stage: Stage) -> None:
    page = await stage.tab()
    await entry(page, "专班群").click()
    await page.select_option("#speaker-choice", str(stage.number(CONTACT_PERSON)))
    await say(page, "/uncovered")
    await hears(page, "未登记联系的县")
    await page.select_option("#speaker-choice", str(stage.number("演示副主席一")))
    await expect(page.locator(".mine")).to_have_count(0)
    await expect(page.locator(".theirs .name").first).to_have_text(CONTACT_PERSON)
    await say(page, "/status 修水县")
    await hears(page, "修水县（从未登记联系）")


async def test_a_group_that_waits_is_approved(stage: Stage) -> None:
    admin, group = await stage.alone(ADMIN), await stage.tab()
    await entry(group, "县级工会交流群").click()
    await stage.player(ADMIN).inside(-1002000000002).tell("/status")
    await expect(group.locator(".theirs")).to_have_count(0)
    await hears(admin, "机器人被拉进群“县级工会交流群”")
    await press(admin, "批准")
    await hears(admin, "群“县级工会交流群”：已批准。")
    await say(group, "/status")
    await hears(group, "进展情况")
