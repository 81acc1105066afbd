"""Talking with the real bot: one test for each thing that can be done with messages on the page."""

from pathlib import Path

import pytest
from playwright.async_api import FilePayload, expect

from tests.bot.rehearsal.pictures import png
from tests.ui.acting import VISIT, attach_photo, entry, hears, keys_are, press, say
from tests.ui.stage import CONTACT_PERSON, LEADER, Stage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]


async def test_typing_and_the_answer_appears_live(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await say(page, VISIT)
    await hears(page, "请核对，无误请点“保存”")
    await expect(page.locator(".mine .words")).to_have_text(VISIT)
    await expect(entry(page, CONTACT_PERSON).locator(".preview")).to_contain_text("请核对")
    await expect(page.locator(".mine time")).to_have_text("08:30")


async def test_a_command_from_the_menu(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await page.type("#words", "/unc")
    await page.click('.commands button:has-text("/uncovered")')
    await hears(page, "修水县（联系领导 演示常务副主席，联系人 演示经审办主任）")


async def test_pressing_buttons(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await say(page, VISIT)
    await press(page, "修改")
    await keys_are(page, "县", "日期", "方式", "人数", "谁去的", "问题", "保存", "取消")
    await press(page, "方式")
    await press(page, "视频")
    await hears(page, "方式：视频")
    await press(page, "取消")
    await keys_are(page, "保存", "修改", "放弃")
    await press(page, "放弃")
    await expect(page.locator("#toast")).to_have_text("已放弃")
    await hears(page, "这张卡片已放弃，没有登记")
    await expect(page.locator(".key")).to_have_count(0)


async def test_sending_a_photo(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await attach_photo(page, png(320, 200))
    await hears(page, "照片已收到，还没有登记")
    await attach_photo(page, png(320, 200), VISIT)
    await hears(page, "县：修水县")
    await page.locator(".mine .photo").last.click()
    await expect(page.locator("#lightbox-image")).to_be_visible()
    assert await page.eval_on_selector("#lightbox-image", "image => image.naturalWidth") == 320


async def test_editing_renews_the_card(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await say(page, VISIT)
    await hears(page, "人数：12 人")
    await page.hover(".mine")
    await page.click('.mine [aria-label="编辑"]')
    await say(page, VISIT.replace("12人", "15人"))
    await hears(page, "人数：15 人")
    await expect(page.locator(".mine .stamp")).to_contain_text("已编辑")
    await expect(page.locator(".theirs")).to_have_count(1)


async def test_replying_in_the_group_answers_the_form(stage: Stage) -> None:
    page = await stage.in_group(CONTACT_PERSON)
    await say(page, VISIT)
    await hears(page, "请核对")
    await press(page, "修改")
    await press(page, "人数")
    question = await hears(page, "群里输入时请回复本条消息")
    await question.hover()
    await question.locator('[aria-label="回复"]').click()
    await say(page, "17")
    await expect(page.locator(".mine .answered span").last).to_contain_text("多少人参加")
    await hears(page, "人数：17 人")


async def test_sending_and_opening_a_file(stage: Stage, tmp_path: Path) -> None:
    page = await stage.alone(CONTACT_PERSON)
    paper = FilePayload(name="记录.txt", mimeType="text/plain", buffer="演示".encode())
    await page.set_input_files("#file-input", paper)
    await hears(page, "文件已收到，还没有登记")
    async with page.expect_download() as download:
        await page.click(".mine .file")
    await (await download.value).save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_text("utf-8") == "演示"


async def test_several_tabs_play_several_people_at_once(stage: Stage) -> None:
    person, group = await stage.alone(CONTACT_PERSON), await stage.in_group("演示副主席一")
    leader = await stage.alone(LEADER)
    await say(person, VISIT)
    await press(person, "保存")
    await hears(person, "第 31 号 修水县")
    await say(leader, "/my")
    await hears(leader, "修水县 · 已 1 次")
    await say(group, "/status 修水县")
    await hears(group, "登记联系共 1 次")
    await expect(entry(leader, "专班群").locator(".badge")).to_have_text("1")
    await expect(entry(leader, CONTACT_PERSON).locator(".preview")).to_contain_text("已保存")
    await expect(leader.locator(".message")).to_have_count(2)


async def test_the_chat_is_still_there_after_a_reload(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON)
    await say(page, VISIT)
    await hears(page, "请核对")
    await page.reload()
    await expect(page.locator(".message")).to_have_count(2)
    await press(page, "保存")
    await hears(page, "第 31 号 修水县")
