"""From a message to a record, seen on the page: the card, the record, the lists, and the form /log."""

import pytest
from playwright.async_api import expect

from tests.ui.acting import VISIT, hears, keys_are, press, say
from tests.ui.stage import CONTACT_PERSON, LEADER, Stage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]
CARD = [
    "请核对，无误请点“保存”",
    "县：修水县",
    "日期：2月20日（周一，今天）",
    "方式：实地",
    "人数：12 人",
    "谁去的：未写",
    "问题：活动阵地不足",
]
RECORD = [
    "已保存",
    "第 31 号 修水县 · 2月20日（周一，今天） · 实地 · 12 人",
    "问题第 11 号：活动阵地不足",
    "10 分钟内可撤销。",
]


async def test_a_message_becomes_a_card_a_record_and_figures(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await say(page, "/uncovered")
    await hears(page, "开展以来从未登记联系（1 个）")
    await say(page, VISIT)
    card = await hears(page, "请核对")
    assert (await card.locator(".words").inner_text()).splitlines() == CARD
    await keys_are(page, "保存", "修改", "放弃")
    await press(page, "保存")
    await expect(page.locator("#toast")).to_have_text("已保存")
    record = await hears(page, "第 31 号")
    assert (await record.locator(".words").inner_text()).splitlines() == RECORD
    await keys_are(page, "更正", "撤销")
    await say(page, "/uncovered")
    listed = await hears(page, "以前登记过，本期未登记联系（1 个）")
    await expect(listed).not_to_contain_text("修水县")
    await expect(listed).to_contain_text("武宁县")
    await say(page, "/my")
    await hears(page, "修水县 · 已 1 次，应 2 次，余 315 天 · 本期联系 1 次")
    await say(page, "/status 修水县")
    await hears(page, "每年实地调研：已 1 次，应 2 次，余 315 天；登记联系共 1 次")
    await say(page, "/status")
    figures = await hears(page, "登记联系 17 次：实地 10 次，视频 2 次，电话 4 次，会面 1 次。")
    await expect(figures).to_contain_text("专项工作开展以来未登记联系 0 个。")


async def test_a_record_is_taken_back(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await say(page, VISIT)
    await press(page, "保存")
    await press(page, "撤销")
    await expect(page.locator("#toast")).to_have_text("已撤销")
    await hears(page, "不再计入统计")
    await say(page, "/uncovered")
    await hears(page, "· 修水县")


async def test_the_form_step_by_step(stage: Stage) -> None:
    page = await stage.alone(LEADER)
    await say(page, "/log")
    await hears(page, "联系了哪个县？")
    await press(page, "修水县")
    await hears(page, "哪天联系的？")
    await page.locator(".key").get_by_text("今天 2月20日").click()
    await press(page, "电话")
    await hears(page, "多少人参加？")
    await say(page, "3")
    await hears(page, "谁去的？")
    await page.locator(".key").get_by_text(CONTACT_PERSON, exact=True).click()
    await hears(page, "发现什么问题？")
    await say(page, "缺少专职人员\n场地狭小")
    card = await hears(page, "请核对")
    await expect(card).to_contain_text("谁去的：演示经审办主任（领导未到场）")
    await press(page, "保存")
    record = await hears(page, "第 31 号 修水县 · 2月20日（周一，今天） · 电话 · 3 人")
    await expect(record).to_contain_text("问题第 12 号：场地狭小")
